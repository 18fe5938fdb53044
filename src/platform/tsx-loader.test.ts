import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const run = promisify(execFile);
// inside the project, so that hono is found
const folder = mkdtempSync(join(import.meta.dirname, '.tsx-loader-test-'));
const loader = join(import.meta.dirname, 'tsx-loader.mjs');
afterAll(() => rmSync(folder, { recursive: true }));

test('a page written in .tsx runs, and a fault in it names its line as written', async () => {
  writeFileSync(
    join(folder, 'page.tsx'),
    `interface Props {
  name: string;
}
export const Page = ({ name }: Props) => <p class="greeting">Xin chào {name}</p>;
export function fail(): never {
  throw new Error('broken');
}
`,
  );
  writeFileSync(
    join(folder, 'main.ts'),
    `import { fail, Page } from './page.tsx';
console.log(String(Page({ name: '<An>' })));
try { fail(); } catch (error) { console.log((error as Error).stack); }
`,
  );
  const { stdout } = await run(process.execPath, ['--import', loader, join(folder, 'main.ts')]);
  expect(stdout).toContain('<p class="greeting">Xin chào &lt;An&gt;</p>');
  expect(stdout).toMatch(/page\.tsx:6:/);
});

test('a .tsx that cannot be read stops with its path', async () => {
  writeFileSync(join(folder, 'bad.tsx'), 'export const x = <p>;\n');
  await expect(run(process.execPath, ['--import', loader, join(folder, 'bad.tsx')])).rejects.toThrow(/bad\.tsx/);
});
