// npm run write:docs: writes docs/refusals.md anew from the catalogue the program uses.
import { writeFileSync } from 'node:fs';
import { refusalCatalogue } from '#app.ts';
import { describeRefusals } from './describe-refusals.ts';

writeFileSync(new URL('refusals.md', import.meta.url), describeRefusals(refusalCatalogue));
