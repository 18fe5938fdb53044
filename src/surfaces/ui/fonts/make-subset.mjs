// Makes the two font files beside this script from the full Be Vietnam Pro (OFL). How to run it: README.md in this folder.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json')); // subset-font stands outside the project
const subsetFont = require('subset-font');
const here = import.meta.dirname;
const source = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'));

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
// Vietnamese, composed (NFC): everything the site shows is normalised at the border.
const vietnamese = `ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư${range(0x1ea0, 0x1ef9)}`;
const punctuation = '\u00a0–—‘’“”…•·×→←↑↓−≤≥≈°§©₫€²³½«»✓′″\u202f';
const text = range(0x20, 0x7e) + vietnamese + punctuation;

for (const [weight, file] of [
  ['400', '400Regular/BeVietnamPro_400Regular.ttf'],
  ['600', '600SemiBold/BeVietnamPro_600SemiBold.ttf'],
]) {
  const whole = await readFile(join(source, file));
  const part = await subsetFont(whole, text, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern'],
  });
  await writeFile(join(here, `be-vietnam-pro-${weight}.woff2`), part);
  console.log(`be-vietnam-pro-${weight}.woff2: ${part.length} bytes of ${whole.length}`);
}
