import { findCase } from '#case-engine/case-store.ts';
import { inTransaction } from '#case-engine/record-entries.ts';
import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { ReportingRefusal, ReportRefusal } from './refusals.ts';
import { findReport, type ReportRecord } from './report-store.ts';
import { readBoundText } from './rules/bind-figures.ts';
import {
  blockWords,
  changeBlock,
  dropOpen,
  endWatch,
  findBlock,
  insertBlock,
  type TextDeed,
} from './rules/edit-outline.ts';
import type { OutlineBlock, ReportOutline } from './rules/report-outline.ts';
import { reportFacts, requestFacts } from './rules/reporting-facts.ts';
import { type ReportChange, writeChange } from './text-store.ts';

/** A change of the text as it is wished; `revision` is what the person saw. */
export interface TextWish {
  readonly caseId: string;
  readonly revision: number;
  readonly deed: TextDeed;
  readonly sectionId: string;
  readonly blockId: string;
  readonly words: string;
  /** The unit's part a text is taken from. */
  readonly requestId: string;
}

/** What drafting found, so that proposals can be accepted and open places dropped. */
export interface TextSeen {
  readonly proposals: ReadonlyMap<string, OutlineBlock>;
  isOpenBlock(blockId: string): boolean;
  isOpenFigure(figureId: string): boolean;
}

type TextRefusal = ReportingRefusal | ReportRefusal | 'case-not-found';

/**
 * Changes the text of a report: a paragraph taken in from a unit, merged, written, edited, deleted; a proposal accepted or
 * deleted. What stood there before is kept with who changed it. Of two at once the second is told.
 */
export async function changeText(
  db: Database,
  ground: CityGround,
  actor: Actor & { readonly accountId: string },
  wish: TextWish,
  seen: TextSeen,
  spans: ReadonlySet<string>,
  at: Temporal.Instant,
): Promise<Result<{ readonly revision: number }, TextRefusal>> {
  return inTransaction<{ readonly revision: number }, TextRefusal>(db, async (transaction) => {
    const [report, state] = [
      await findReport(transaction, wish.caseId, true),
      await findCase(transaction, wish.caseId),
    ];
    if (!report || !state) return refused('case-not-found');
    if (!report.outline) return refused('report-has-no-outline');
    if (!maySee(actor, reportFacts(state).editor.unitId, at)) return refused('report-text-not-yours');
    if (state.state !== 'gathering' && state.state !== 'opinions') return refused('report-text-closed');
    if (report.revision !== wish.revision) return refused('report-text-changed');
    const part = wish.requestId ? await findCase(transaction, wish.requestId) : undefined;
    const author = part?.parent?.rootId === wish.caseId ? requestFacts(part).unitId : undefined;
    const changed = change({ ...report, outline: report.outline }, wish, seen, author);
    if (!changed.ok) return changed;
    const broken = defectOf(wish, changed.value.after ?? '', ground, spans);
    if (broken) return broken;
    const revision = report.revision + 1;
    const { outline, ...rest } = changed.value;
    const requestId = author ? wish.requestId : null;
    await writeChange(transaction, wish.caseId, outline, { ...rest, deed: wish.deed, revision, requestId }, actor, at);
    return accepted({ revision });
  });
}

/** Whoever has a post at the unit that writes the report. */
export const maySee = (actor: Actor, editorUnitId: string, at: Temporal.Instant): boolean =>
  postsHeld(actor, at).some(({ unitId }) => unitId === editorUnitId);

type Changed = { readonly outline: ReportOutline } & Pick<ReportChange, 'sectionId' | 'blockId' | 'before' | 'after'>;

function change(
  { outline, revision }: ReportRecord & { readonly outline: ReportOutline },
  wish: TextWish,
  seen: TextSeen,
  author: string | undefined,
): Result<Changed, ReportingRefusal> {
  const { deed, sectionId, blockId } = wish;
  const words = wish.words.normalize('NFC').trim();
  if (deed === 'take-in' || deed === 'write') {
    if (!words) return refused('report-text-empty', {}, 'words');
    const block = { kind: 'paragraph' as const, id: `t${revision + 1}-${newId().slice(0, 8)}`, text: words };
    const longer = insertBlock(outline, sectionId, author ? { ...block, author } : block);
    if (!longer) return refused('report-block-unknown');
    return accepted({ outline: longer, sectionId, blockId: block.id, before: null, after: words });
  }
  if (deed === 'drop-open') {
    const { outline: shorter, dropped } = dropOpen(outline, { block: seen.isOpenBlock, figure: seen.isOpenFigure });
    if (dropped.length === 0) return refused('report-block-unknown');
    const before = dropped.map(({ block }) => blockWords(block)).join('\n');
    return accepted({ outline: shorter, sectionId: 'all', blockId: 'all', before, after: null });
  }
  const proposed = seen.proposals.get(blockId);
  if (proposed && (deed === 'accept-proposal' || deed === 'delete-proposal')) {
    const unwatched = endWatch(outline, blockId);
    const text = blockWords(proposed);
    if (deed === 'delete-proposal')
      return accepted({ outline: unwatched, sectionId, blockId, before: text, after: null });
    const { proposal: _, ...block } = proposed as Extract<OutlineBlock, { kind: 'paragraph' }>;
    const longer = insertBlock(unwatched, sectionId, block);
    if (!longer) return refused('report-block-unknown');
    return accepted({ outline: longer, sectionId, blockId, before: null, after: text });
  }
  const found = findBlock(outline, blockId);
  if (!found) return refused('report-block-unknown');
  const before = blockWords(found.block);
  const place = { sectionId: found.sectionId, blockId };
  if (deed === 'delete' || deed === 'delete-proposal')
    return accepted({ outline: changeBlock(outline, blockId, () => null), ...place, before, after: null });
  if (found.block.kind !== 'paragraph') return refused('report-block-unknown');
  if (deed === 'accept-proposal') {
    const { proposal: _, ...block } = found.block;
    return accepted({ outline: changeBlock(outline, blockId, () => block), ...place, before: null, after: before });
  }
  if (!words) return refused('report-text-empty', {}, 'words');
  const { proposal: _, ...paragraph } = found.block;
  const text = deed === 'merge' ? `${paragraph.text.trimEnd()} ${words}` : words;
  if (text === before) return refused('report-block-unknown');
  const authors = [paragraph.author, author].filter(Boolean).join(', ');
  const next = { ...paragraph, text, ...(authors ? { author: authors } : {}) };
  return accepted({ outline: changeBlock(outline, blockId, () => next), ...place, before, after: text });
}

/** A binding that does not hold stops the change, with the place it stands at. */
function defectOf(wish: TextWish, text: string, { tree }: CityGround, spans: ReadonlySet<string>) {
  const [broken] = readBoundText(text, { spans, isUnit: (id) => tree.has(id) }).defects;
  if (!broken) return undefined;
  const block = wish.blockId || wish.sectionId;
  return refused(broken.code, { word: broken.word, written: broken.written, block }, 'words');
}
