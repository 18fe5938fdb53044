import type { App } from '#app.ts';
import { isReadable } from '#modules/registers/index.ts';
import { entryQuery, readEntryAddress } from './entry-address.ts';
import { onRegister } from './on-register.ts';

/** `…/tai-ve.csv` and `…/tai-ve.xlsx`: all the entries of an address. */
export const entryExport = (app: App, format: 'csv' | 'xlsx') =>
  onRegister(app, async (open, context) => {
    const { definition, officer } = open;
    const typed = readEntryAddress(definition, (name) => context.req.query(name));
    const unit = officer.ground.tree.get(typed.unitId);
    const address = unit && isReadable(open.paths, unit.path) ? typed : { ...typed, unitId: '' };
    const query = entryQuery(definition, address, open.unitIds);
    const file = await app.registers.export(definition, query, format, officer.visitor.language);
    return context.body(Buffer.from(file.content), 200, {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
      'cache-control': 'private, no-store',
    });
  });
