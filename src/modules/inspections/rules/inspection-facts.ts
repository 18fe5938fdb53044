import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import type { Text } from '#kernel/text.ts';

/** One thing an inspection looks at. */
export interface ChecklistItem {
  readonly id: string;
  readonly question: Text;
  readonly clause: string;
}

/** What an inspection of a subject looks at: data, not program. */
export interface Checklist {
  readonly subject: string;
  readonly name: Text;
  readonly items: readonly ChecklistItem[];
}

export const itemAnswers = ['met', 'not-met', 'not-seen'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];

/** The minutes of a visit, as they were signed. */
export interface VisitMinutes {
  readonly on: string;
  readonly place: string;
  readonly present: string;
  readonly summary: string;
  readonly items: readonly { readonly id: string; readonly answer: ItemAnswer; readonly note: string }[];
  readonly by: string;
}

/** What was found wrong, on what evidence, against which rule; with what has to be done about it, by when. */
export interface Finding {
  readonly what: string;
  readonly evidence: string;
  readonly clause: string;
  readonly remedy: string;
  /** ISO day; empty without a remedy. */
  readonly dueOn: string;
  /** The task that carries the remedy, once it was concluded. */
  readonly taskId?: string;
}

/** NĐ 112/2020/NĐ-CP, NĐ 71/2023/NĐ-CP: the measures, lightest first. */
export const disciplinaryMeasures = ['reprimand', 'warning', 'pay-cut', 'demotion', 'removal', 'dismissal'] as const;
export type DisciplinaryMeasure = (typeof disciplinaryMeasures)[number];

/** A measure decided elsewhere and recorded here; the person has the right to answer. */
export interface Sanction {
  readonly person: string;
  readonly measure: DisciplinaryMeasure;
  readonly decision: string;
  readonly on: string;
  readonly answer?: string;
}

/** What only an inspection knows. */
export interface InspectionFacts {
  readonly checklist: Checklist;
  readonly unitId: string;
  readonly team: Holder;
  /** The plan it stands in: `12/KH-UBND`, empty when it stands in none. */
  readonly plan: string;
  readonly year: number;
  readonly unannounced: boolean;
  /** The unit inspects itself. */
  readonly self: boolean;
  readonly scope: string;
  readonly againOf?: string;
  readonly decision?: {
    readonly number: string;
    readonly on: string;
    readonly leader: string;
    readonly members: string;
  };
  readonly minutes?: readonly VisitMinutes[];
  readonly findings?: readonly Finding[];
  readonly conclusion?: { readonly number: string; readonly on: string; readonly summary: string; readonly by: string };
  readonly sanctions?: readonly Sanction[];
}

/** The facts of an inspection, typed. */
export const inspectionFacts = (state: Pick<CaseState, 'facts'>): InspectionFacts =>
  state.facts as unknown as InspectionFacts;
