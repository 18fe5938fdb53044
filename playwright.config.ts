import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserPath } from './stories/browser.ts';

// This file is read again by every worker: port and folder are chosen once and handed on in the environment.
process.env.STORIES_PORT ??= String(await freePort());
process.env.STORIES_GATEWAY_PORT ??= String(await freePort());
process.env.STORIES_DATA ??= freshFolder();
const port = process.env.STORIES_PORT;
const gatewayPort = process.env.STORIES_GATEWAY_PORT;
const gatewayKey = 'khoa-cua-cong-trong-truyen';
const executablePath = await browserPath();

export default defineConfig({
  testDir: 'stories',
  testMatch: '*.story.ts',
  outputDir: 'test-results/stories',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/stories.json' }]],
  use: {
    actionTimeout: 15_000,
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Chromium's sandbox cannot be had by root, and the browser only visits our own pages here.
    launchOptions: { executablePath, args: ['--no-sandbox'] },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
  ],
  webServer: [
    {
      // a payment gateway of its own process, as a bank would have one elsewhere
      command: 'node --disable-warning=ExperimentalWarning tests/payment-gateway.ts',
      port: Number(gatewayPort),
      env: { GATEWAY_PORT: gatewayPort, GATEWAY_SECRET: gatewayKey },
      stdout: 'ignore',
      stderr: 'pipe',
    },
    {
      command: 'node --disable-warning=ExperimentalWarning --import ./src/platform/tsx-loader.mjs src/main.ts',
      url: `http://127.0.0.1:${port}/readyz`,
      env: {
        PORT: port,
        MOTCUA_DATA: process.env.STORIES_DATA,
        DATABASE_URL: '',
        // a story meets only the dossiers it brings
        MOTCUA_DEMO: 'people',
        // A Friday morning of the reference year: a story must not depend on the day it is told.
        MOTCUA_CLOCK: '2021-11-05T08:30',
        MOTCUA_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`,
        MOTCUA_GATEWAY_KEY: gatewayKey,
      },
      timeout: 120_000,
      stdout: 'ignore',
      stderr: 'pipe',
      gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    },
  ],
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-stories-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
