import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { figureDefinition } from '#modules/figures/index.ts';
import { type CityGround, deriveSigning, type SigningRefusal } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { listFrozen } from './frozen-store.ts';
import { type FigureAnswering, gatherFigures } from './gather-figures.ts';
import { gatherLetter } from './gather-letter.ts';
import { type GatheredText, gatherText } from './gather-text.ts';
import type { ReportingRefusal, ReportRefusal } from './refusals.ts';
import { findingWords } from './rules/finding-words.ts';
import {
  type FrozenReport,
  freezeSpans,
  type ReportRestatement,
  reportDifferences,
  thawSpans,
} from './rules/frozen-report.ts';
import { stopsSigning } from './rules/report-finding.ts';
import { reportFacts } from './rules/reporting-facts.ts';

interface SigningPlaceGround {
  readonly city: CityGround;
  readonly ask: FigureAnswering;
}

type NotReady = ReportingRefusal | ReportRefusal | SigningRefusal | 'case-not-found';

/** The text as it would be signed; refused with the first place that must be mended, and how many there are. */
async function readyText(
  db: Database,
  { city, ask }: SigningPlaceGround,
  caseId: string,
): Promise<Result<GatheredText, NotReady>> {
  const text = await gatherText(db, city, ask, caseId);
  if (!text.ok) return text;
  const open = text.value.findings.filter(stopsSigning);
  const [first] = open;
  if (!first) return text;
  const { vi, en } = findingWords[first.kind];
  return refused('report-not-ready', {
    count: open.length,
    place: first.place,
    what: vi,
    whatEn: en,
    printed: first.printed.length > 120 ? `${first.printed.slice(0, 120)}…` : first.printed,
  });
}

/** Nothing is submitted that could not be signed. */
export async function prepareSubmission(
  db: Database,
  ground: SigningPlaceGround,
  { caseId }: CaseState,
): Promise<Result<null, NotReady>> {
  const text = await readyText(db, ground, caseId);
  return text.ok ? accepted(null) : text;
}

/** Everything that will be frozen but the number, which is taken when it is written. */
export async function prepareSigning(
  db: Database,
  ground: SigningPlaceGround,
  actor: Actor,
  state: CaseState,
  at: Temporal.Instant,
): Promise<Result<Omit<FrozenReport, 'number'> & { readonly revision: number }, NotReady>> {
  const text = await readyText(db, ground, state.caseId);
  if (!text.ok) return text;
  const { outline, spans, found, typed, record } = text.value;
  const signed = { unitId: state.receivingUnitId, kinds: [record.regime], amount: null };
  const power = await deriveSigning(db, ground.city.tree, actor, signed, at);
  if (!power.ok) return power;
  const letter = await gatherLetter(db, ground.city, ground.ask, state.caseId);
  if (!letter.ok && letter.refusal.code !== 'report-has-no-letter') return letter;
  const ids = [...new Set(found.map(({ figureId }) => figureId))];
  return accepted({
    code: state.code ?? state.reference,
    regime: record.regime,
    unitId: state.receivingUnitId,
    outline,
    spans: freezeSpans(spans),
    found,
    ...(typed.length > 0 ? { typed } : {}),
    ...(letter.ok ? { letterText: { outline: letter.value.outline, found: letter.value.found } } : {}),
    definitions: Object.fromEntries(ids.map((id) => [id, figureDefinition(id)?.version ?? 0])),
    day: localDay(at).toString(),
    letter: reportFacts(state).letter ?? { number: 0, notation: 'TTr-UBND', on: localDay(at).toString() },
    signature: { lines: power.value.block, signerName: actor.name, positionId: power.value.positionId },
    revision: record.revision,
  });
}

/** The same questions as known now, with what differs from what was signed. */
export async function prepareRestatement(
  db: Database,
  { ask }: SigningPlaceGround,
  { caseId }: CaseState,
  at: Temporal.Instant,
): Promise<Result<{ readonly content: ReportRestatement; readonly version: number }, NotReady>> {
  const versions = await listFrozen(db, caseId);
  const [first] = versions;
  if (!first) return refused('case-not-found');
  const signed = first.content as FrozenReport;
  const found = await countAgain(ask, signed, at);
  const last = versions.at(-1)?.content as FrozenReport | ReportRestatement;
  if (reportDifferences(last.found, found).length === 0) return refused('report-same-as-signed');
  return accepted({
    version: versions.length + 1,
    content: { of: first.sha256, asOf: at.toString(), found, differences: reportDifferences(signed.found, found) },
  });
}

/** The figures of a signed report as known at another moment. */
export function countAgain(ask: FigureAnswering, signed: FrozenReport, at: Temporal.Instant) {
  const spans = thawSpans(signed.spans).map((span) => ({ ...span, asOf: at }));
  return gatherFigures(
    ask,
    spans,
    signed.found.map(({ figureId, span, unitId, by }) => ({ figureId, span, unitId, by })),
    signed.unitId,
  );
}
