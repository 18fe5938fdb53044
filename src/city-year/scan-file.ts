import { Readable } from 'node:stream';
import { keptFiles } from '#modules/papers/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { ScanFile } from './living-city.ts';

/** One page that says it is a sample, in the smallest PDF there is. */
const page = 'BT /F1 18 Tf 72 760 Td (Ban chup minh hoa - du lieu mo phong) Tj ET';
const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];

function samplePdf(): string {
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = pdf.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return `${pdf}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** Puts the sample scan into the store; it stands for every paper that was filed online. */
export async function keepScan(db: Database, files: FileStore): Promise<ScanFile> {
  const kept = await keptFiles(db, files).put(Readable.from([Buffer.from(samplePdf())]));
  if (!kept.ok) throw new Error(`the sample scan is not taken: ${kept.refusal.code}`);
  const { sha256, sizeBytes, mediaType } = kept.value;
  return { sha256, sizeBytes, mediaType };
}
