import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import type { Text } from '#kernel/text.ts';
import type { FigureValue } from '#modules/figures/rules/figure-value.ts';
import type { TypedEntry } from './report-form.ts';
import type { RegimePost } from './report-regime.ts';

/** The days of a report as the journal keeps them: explicit, never a calendar's. */
export interface PeriodRecord {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** An objection to a counted figure: it stays what was counted, and the owner of its definition answers. */
export interface FigureObjection {
  readonly figureId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly outcome?: 'kept' | 'to-correct';
  readonly answer?: string;
  readonly answeredBy?: string;
}

/** A number that was typed, with what proves it. */
export interface FigureEntered {
  readonly figureId: string;
  readonly value: number;
  readonly evidence: string;
  /** Ids of the files that prove it. */
  readonly files?: readonly string[];
  readonly by: string;
}

/** A line of the sheet as it was when the part was sent. */
export interface SheetLineSent {
  readonly figureId: string;
  readonly value: FigureValue | null;
}

/** What a unit wrote for a section. */
export interface SectionWritten {
  readonly sectionId: string;
  readonly words: string;
}

/** What only the part of a unit knows. */
export interface RequestFacts {
  readonly subject: Text;
  readonly reportId: string;
  readonly regime: string;
  readonly unitId: string;
  readonly period: PeriodRecord;
  readonly definitionOwner: RegimePost;
  readonly objections?: readonly FigureObjection[];
  readonly entered?: readonly FigureEntered[];
  readonly sections?: readonly SectionWritten[];
  readonly sheet?: readonly SheetLineSent[];
  readonly sentAt?: string;
  /** Times it was given back, each with why. */
  readonly returned?: readonly { readonly reason: string; readonly by: string; readonly at: string }[];
}

/** What only a report knows. */
export interface ReportFacts {
  readonly subject: Text;
  readonly regime: string;
  readonly period: PeriodRecord;
  readonly editor: Holder;
  /** Of the letter that submits it, and of the report once it is signed. */
  readonly letter?: { readonly number: number; readonly notation: string; readonly on: string };
  readonly signed?: {
    readonly number: number;
    readonly notation: string;
    readonly on: string;
    readonly by: string;
    readonly sha256: string;
  };
}

export const opinionStances = ['agree', 'agree-with-changes', 'disagree'] as const;
export type OpinionStance = (typeof opinionStances)[number];

/** What only the opinion of a member knows. */
export interface OpinionFacts {
  readonly subject: Text;
  readonly reportId: string;
  readonly unitId: string;
  readonly stance?: OpinionStance;
  readonly words?: string;
  readonly givenBy?: string;
  /** How it was met: taken in, or explained. */
  readonly met?: { readonly how: 'taken-in' | 'explained'; readonly answer: string; readonly by: string };
}

/** What the parts of a report typed with evidence, by unit: of parts that were sent. */
export const typedInParts = (parts: readonly CaseState[]): readonly TypedEntry[] =>
  parts
    .filter(({ state }) => state === 'sent' || state === 'accepted')
    .flatMap((part) => {
      const { unitId, entered = [] } = requestFacts(part);
      return entered.map(({ figureId, value }) => ({ typedId: figureId, unitId, value }));
    });

export const requestFacts = ({ facts }: CaseState): RequestFacts => facts as unknown as RequestFacts;
export const reportFacts = ({ facts }: CaseState): ReportFacts => facts as unknown as ReportFacts;
export const opinionFacts = ({ facts }: CaseState): OpinionFacts => facts as unknown as OpinionFacts;
