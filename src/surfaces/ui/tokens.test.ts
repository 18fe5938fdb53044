import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'theme/tokens.css'), 'utf8');
const [lightPart, darkPart] = css.split('@media screen and (prefers-color-scheme: dark)') as [string, string];

function colours(part: string): ReadonlyMap<string, string> {
  return new Map([...part.matchAll(/--ds-color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

/** @see WCAG 2.2, relative luminance and contrast ratio */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const families = ['accent', 'neutral', 'info', 'success', 'warning', 'danger'];
const grounds = ['background-default', 'background-tinted', 'surface-default', 'surface-tinted'];

describe.each([
  ['light', colours(lightPart)],
  ['dark', colours(darkPart)],
])('in the %s scheme', (_scheme, tokens) => {
  const of = (name: string): string => {
    const value = tokens.get(name);
    if (!value) throw new Error(`no token ${name}`);
    return value;
  };

  test('every text colour reads on every ground of its family and on the page with at least 4.5 to 1', () => {
    const weak: string[] = [];
    for (const family of families) {
      for (const ink of ['text-subtle', 'text-default']) {
        for (const ground of [...grounds, 'surface-hover']
          .map((one) => `${family}-${one}`)
          .concat(grounds.map((one) => `neutral-${one}`))) {
          const ratio = contrast(of(`${family}-${ink}`), of(ground));
          if (ratio < 4.5) weak.push(`${family}-${ink} on ${ground}: ${ratio.toFixed(2)}`);
        }
      }
    }
    expect(weak).toEqual([]);
  });

  test('what is written on a filled button reads with at least 4.5 to 1, also pressed', () => {
    for (const family of families) {
      for (const fill of ['base-default', 'base-hover', 'base-active']) {
        expect(contrast(of(`${family}-base-contrast-default`), of(`${family}-${fill}`))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test('edges of boxes, filled marks and the focus ring stand out from their ground with at least 3 to 1', () => {
    for (const ground of grounds.map((one) => `neutral-${one}`)) {
      for (const edge of [
        ...families.flatMap((one) => [`${one}-border-default`, `${one}-border-strong`, `${one}-base-default`]),
        'focus-outer',
      ]) {
        expect(contrast(of(edge), of(ground)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
