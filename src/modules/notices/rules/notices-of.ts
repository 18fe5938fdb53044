import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import type { Text } from '#kernel/text.ts';
import type { NoticeTemplate } from './notice-templates.ts';

/** What a notice says, as plain JSON; units by their id, names are put in when it is derived. */
export interface NoticeFacts extends JsonObject {
  /** The dossier code, or the reference before there is one. */
  readonly code: string;
  readonly procedure: Text & JsonObject;
  /** The agency that received it; its desk hands results out. */
  readonly agencyId: string;
  /** Where to ask: the unit that holds it now, or that ended it. */
  readonly answerableId: string;
  readonly answerableName: string | null;
  readonly dueAt?: string | null;
  readonly firstDueAt?: string | null;
  readonly newDueAt?: string;
  readonly items?: readonly { readonly what: string; readonly reason: string; readonly clause: string }[];
  readonly reason?: string;
  readonly clause?: string;
  readonly amount?: string;
  readonly basis?: string;
  readonly receiptNumber?: string;
  readonly letterNumber?: string;
}

/** A notice before anyone knows by which channel: what is said, and to whom. */
export interface NoticeDraft {
  readonly caseId: string;
  readonly seq: number;
  readonly template: NoticeTemplate;
  readonly audience: 'citizen';
  readonly facts: NoticeFacts;
}

/**
 * Which notices an entry of a journal gives rise to. What moves inside the offices (hand-overs, assignments, opinions, the
 * parts of other agencies) concerns the citizen only by the day promised, so it gives none.
 * @param before the case before the entry, null when the entry opens it
 * @see NĐ 61/2018/NĐ-CP art. 17, 19, 20
 */
export function noticesOf(
  kind: string,
  entry: JournalEntry,
  before: CaseState | null,
  after: CaseState,
): readonly NoticeDraft[] {
  if (kind !== 'dossier') return [];
  const said = whatIsSaid(entry, before, after);
  if (!said) return [];
  const { template, facts } = said;
  return [
    {
      caseId: entry.caseId,
      seq: entry.seq,
      template,
      audience: 'citizen',
      facts: { ...common(entry, after), ...facts },
    },
  ];
}

interface Said {
  readonly template: NoticeTemplate;
  readonly facts: Partial<NoticeFacts>;
}

function whatIsSaid(entry: JournalEntry, before: CaseState | null, after: CaseState): Said | undefined {
  const { facts } = after;
  const due = { dueAt: after.dueAt };
  // by the state reached, not by the verb: several moves can be the last before the desk hands the result out
  if (after.state === 'settled' && before?.state !== 'settled') return result(after);
  switch (entry.verb) {
    case 'submit':
      return facts.channel === 'online' ? { template: 'submitted', facts: due } : undefined;
    case 'accept':
      return { template: 'accepted', facts: due };
    case 'ask-supplement':
      return { template: 'supplement-asked', facts: { ...due, items: itemsOf(facts.supplement) } };
    case 'answer-supplement':
      return { template: after.acceptedAt ? 'supplement-received' : 'supplement-received-early', facts: due };
    case 'refuse':
      return { template: 'refused', facts: textsOf(facts.refusal, 'reason', 'clause') };
    case 'discontinue':
      return { template: 'discontinued', facts: textsOf(facts.discontinuance, 'reason', 'clause') };
    case 'withdraw':
      return { template: 'withdrawn', facts: {} };
    case 'request-payment':
      return { template: 'payment-asked', facts: { ...due, ...textsOf(facts.payment, 'amount', 'basis') } };
    case 'confirm-payment':
      return { template: 'payment-received', facts: { ...due, ...textsOf(facts.paid, 'receiptNumber') } };
    case 'collect-dues':
    case 'pay-dues':
      return { template: 'dues-received', facts: textsOf(entry.data, 'amount', 'receiptNumber') };
    case 'refund-dues':
      return { template: 'dues-refunded', facts: textsOf(entry.data, 'amount', 'receiptNumber', 'reason') };
    case 'apologise':
      return {
        template: 'apology',
        facts: { ...due, ...textsOf(facts.apology, 'reason', 'letterNumber', 'newDueAt') },
      };
    case 'reappoint':
      return { template: 'new-day', facts: { ...due, firstDueAt: before?.dueAt ?? after.firstDueAt } };
    default:
      return undefined;
  }
}

const byTimeliness = { early: 'result-early', 'on-time': 'result-on-time', late: 'result-late' } as const;

function result(after: CaseState): Said {
  const { decision, proposal } = after.facts;
  if (objectOf(decision).outcome === 'refuse') {
    return { template: 'turned-down', facts: textsOf(proposal, 'reason', 'clause') };
  }
  return { template: byTimeliness[after.timeliness ?? 'on-time'], facts: { dueAt: after.dueAt } };
}

function common(entry: JournalEntry, after: CaseState): NoticeFacts {
  const desk = `${after.receivingUnitId}.desk`;
  const procedure = objectOf(after.facts.procedure);
  const isHeld = after.holder !== null;
  return {
    code: after.code ?? after.reference,
    procedure: { vi: String(procedure.vi ?? ''), en: String(procedure.en ?? '') },
    agencyId: after.receivingUnitId,
    answerableId: after.holder?.unitId ?? entry.actor.unitId ?? desk,
    // an officer by name; the citizen who withdrew is not answerable for it
    answerableName: isHeld
      ? (after.holder?.name ?? null)
      : entry.actor.kind === 'officer' && entry.actor.unitId
        ? entry.actor.name
        : null,
  };
}

const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

function textsOf<Name extends string>(value: unknown, ...names: readonly Name[]): { readonly [name in Name]?: string } {
  const object = objectOf(value);
  const found = names.flatMap((name) => {
    const text = object[name];
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  return Object.fromEntries(found) as { readonly [name in Name]?: string };
}

function itemsOf(supplement: unknown): NonNullable<NoticeFacts['items']> {
  const { items } = objectOf(supplement);
  if (!Array.isArray(items)) return [];
  return items.map((item) => ({ what: '', reason: '', clause: '', ...textsOf(item, 'what', 'reason', 'clause') }));
}
