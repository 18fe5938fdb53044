// Lets Node run the pages: `node --import ./src/platform/tsx-loader.mjs src/main.ts`.
// Node strips types from .ts by itself but does not read .tsx; this turns .tsx into plain modules for hono/jsx.
import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });

registerHooks({
  load(url, context, nextLoad) {
    const address = url.split('?', 1)[0];
    if (!address.endsWith('.tsx')) return nextLoad(url, context);
    const path = fileURLToPath(address);
    const { code, map, errors } = transformSync(path, readFileSync(path, 'utf8'), {
      lang: 'tsx',
      sourceType: 'module',
      sourcemap: true,
      target: 'esnext',
      jsx: { runtime: 'automatic', importSource: 'hono/jsx' },
      typescript: { onlyRemoveTypeImports: true },
    });
    if (errors.length > 0) {
      throw new SyntaxError(`${path}: ${errors.map((error) => error.codeframe ?? error.message).join('\n')}`);
    }
    const sourceMap = Buffer.from(JSON.stringify({ ...map, sources: [address] })).toString('base64');
    return {
      format: 'module',
      source: `${code}\n//# sourceMappingURL=data:application/json;base64,${sourceMap}`,
      shortCircuit: true,
    };
  },
});
