import { findProvenPersonalId } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { PaperOwner } from './rules/kept-paper.ts';

/**
 * What an account owns: what it handed in itself, and by its number only once an officer has seen the card. A number that
 * somebody typed opens nobody's papers.
 */
export async function findPaperOwner(db: Database, accountId: string): Promise<PaperOwner> {
  return { accountId, personalId: await findProvenPersonalId(db, accountId) };
}
