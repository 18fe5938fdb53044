type Value = string | number | boolean | null | undefined | Tree | readonly Tree[];
/** What is written as XML: names to values; a list is written under the name of its elements. */
export interface Tree {
  readonly [name: string]: Value;
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text inside an element; characters that XML 1.0 cannot hold are left out. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what XML cannot hold
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

function element(name: string, value: Value): string {
  if (value === null || value === undefined || value === '') return `<${name}/>`;
  if (Array.isArray(value)) return `<${name}>${value.map((one) => children(one as Tree)).join('')}</${name}>`;
  return `<${name}>${typeof value === 'object' ? children(value as Tree) : escaped(String(value))}</${name}>`;
}

const children = (tree: Tree): string =>
  Object.entries(tree)
    .map(([name, value]) => element(name, value))
    .join('');

/** A document of GeoReport v2: a list under `root`, each of it under `item`. */
export function writeXml(root: string, item: string, rows: readonly Tree[]): string {
  const inside = rows.map((row) => element(item, row)).join('');
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root}>${inside}</${root}>\n`;
}
