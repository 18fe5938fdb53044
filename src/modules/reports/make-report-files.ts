import { agencyName, type UnitTree } from '#modules/organisation/index.ts';
import type { Signer } from '#modules/signatures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';
import { log } from '#platform/log.ts';
import { writeReport } from './document/write-report.ts';
import { insertReportFile, listUnmade } from './frozen-store.ts';
import { frozenDocument, frozenLetter } from './rules/frozen-report.ts';

/** What signing needs besides what was frozen. */
export interface ReportSigning {
  readonly files: FileStore;
  readonly signer: Signer;
  readonly tree: UnitTree;
}

/**
 * Makes and signs the papers of reports that were decided and have none yet: right after the decision, and every while. A
 * signing service may be slow or down; no decision is lost by it.
 * @returns how many were made
 */
export async function makeReportFiles(
  db: Database,
  { files, signer, tree }: ReportSigning,
  at: Temporal.Instant,
): Promise<number> {
  let made = 0;
  for (const { caseId, content, frozenAt, paper } of await listUnmade(db)) {
    try {
      const unit = tree.get(content.unitId);
      if (!unit) throw new Error(`no unit has the id ${content.unitId}`);
      const isUnit = (id: string) => tree.has(id);
      const document = paper === 'letter' ? frozenLetter(content, isUnit) : frozenDocument(content, isUnit);
      if (!document) throw new Error('the report was frozen without a letter');
      const pdf = await writeReport('pdf', document, frozenAt);
      const { lines, signerName, positionId } = content.signature;
      const title = (lines.at(-1) ?? '').toLocaleLowerCase('vi');
      const signed = await signer.sign(pdf, {
        signer: {
          positionId,
          accountId: null,
          name: signerName,
          title: title.slice(0, 1).toLocaleUpperCase('vi') + title.slice(1),
          organisation: agencyName(unit).vi,
        },
        reason: `${document.heading.number}/${document.heading.notation}`,
        location: content.outline.heading.place,
        at: frozenAt,
        block: lines,
      });
      if (!signed.ok) throw new Error(signed.refusal.code);
      const stored = await files.put(signed.value);
      if (!stored.ok) throw new Error(stored.refusal.code);
      if (await insertReportFile(db, { caseId, paper, sha256: stored.value.sha256 }, at)) made++;
    } catch (error) {
      log.warn(
        { caseId, fault: error instanceof Error ? error.message : String(error) },
        'a report waits to be signed',
      );
    }
  }
  return made;
}
