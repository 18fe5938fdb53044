import { Readable } from 'node:stream';
import type { App } from '#app.ts';
import { registerColumns } from '#modules/dossiers/index.ts';
import { writeCsv } from '../list/csv.ts';
import { asOfficer } from '../officer.ts';
import { readRegisterAddress } from './register-address.ts';

/** `/lam-viec/so-theo-doi.csv`: the whole period, written as it is read, so that its length costs time and no memory. */
export const registerCsv = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const ids = (await app.dossiers.registerAgencies(officer.actor)).map(({ id }) => id);
    const address = readRegisterAddress((name) => context.req.query(name), officer, ids);
    const parts = await app.dossiers.registerLines(officer.actor, address);
    const written = async function* () {
      yield bytes(writeCsv([registerColumns.map(([, label]) => label)]));
      for await (const lines of parts) {
        // the mark at the beginning of the file stands there once
        const rows = lines.map((line) => registerColumns.map(([name]) => line[name]));
        if (rows.length > 0) yield bytes(writeCsv(rows).slice(1));
      }
    };
    const body = Readable.toWeb(Readable.from(written())) as ReadableStream;
    return context.body(body, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="so-theo-doi-${address.agencyId}-${address.from}-${address.to}.csv"`,
      'cache-control': 'private, no-store',
    });
  });

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
