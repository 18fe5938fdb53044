import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';

test('the home page asks what the citizen needs, in plain words, and everyone can read it', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('searchbox').first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('the home page is the same page in English', async ({ page }) => {
  await page.goto('/en/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
});

test('the home page leads on without any script', async ({ page }) => {
  await withoutScript(page);
  await page.goto('/');
  const search = page.getByRole('searchbox').first();
  await search.fill('giay khai sinh');
  await search.press('Enter');
  await expect(page).not.toHaveURL(/\/$/);
  await expect(page.getByText(/khai sinh/i).first()).toBeVisible();
});
