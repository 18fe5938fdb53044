import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';

/** Ba cấp: which tier of government receives and answers. */
export type ProcedureTier = 'commune' | 'district' | 'city';
/** Cách thức thực hiện. */
export type FilingChannel = 'online' | 'desk' | 'post';
/** Bản chính, bản sao, bản sao chứng thực, bản chụp. */
export type DocumentForm = 'original' | 'copy' | 'certified-copy' | 'photocopy';
/** Sự kiện trong đời, by which people look for a procedure. */
export type LifeEvent =
  | 'birth'
  | 'marriage'
  | 'adoption'
  | 'death'
  | 'housing'
  | 'land'
  | 'business'
  | 'papers'
  | 'transport'
  | 'health'
  | 'hardship'
  | 'work';

/** Thời hạn as the law writes it, e.g. `5 working-day`, `same-day`, `30 calendar-day`; parsed by the kernel, stored as written. */
export type LimitText = string;

/**
 * One case of the time limit. The first whose `when` holds applies; the last has none.
 * `when` is a FEEL expression over the answers, e.g. `several-residences = true`.
 * `announced` may be shorter than the law's; the receipt uses it.
 */
export interface LimitCase {
  readonly id: string;
  readonly when?: string;
  readonly label: Text;
  readonly statutory: LimitText;
  readonly announced: LimitText;
  readonly source: string;
}

/** A required document. `when` (FEEL over the answers) says in which case it is needed; without it, always. */
export interface RequiredDocument {
  readonly id: string;
  readonly name: Text;
  readonly form: DocumentForm;
  readonly count: number;
  readonly when?: string;
  /** Plain words for the case, shown to a person who has not answered yet. */
  readonly whenLabel?: Text;
  readonly optional?: boolean;
  /** To be shown, not handed in. */
  readonly showOnly?: boolean;
  readonly note?: Text;
  /** Which paper it is, by one code in every procedure: what was handed in or issued elsewhere under it can be used again. */
  readonly code?: string;
  /** False for what must be fresh: one handed in before does not do again. */
  readonly reusable?: boolean;
  /** Other forms that are taken in place of `form`: a certified copy where the original is asked for. */
  readonly alsoAs?: readonly DocumentForm[];
  /** How many, hanging on the answers: a FEEL expression giving a whole number, at least `count`. */
  readonly countBy?: string;
  /** The group of which one is enough. */
  readonly oneOf?: string;
  /** Data the state holds, looked up in place of the paper from the day on which the register answers. */
  readonly replacedBy?: ReplacingData;
  /** The article that asks for it. */
  readonly source?: string;
}

/** Papers of which `atLeast` are enough (normally one): the law leaves the choice to the person. */
export interface DocumentGroup {
  readonly id: string;
  readonly name: Text;
  readonly atLeast?: number;
}

/** A register of the state that says what a paper would; whoever keeps the data may not ask for the paper. */
export interface ReplacingData {
  readonly register: Text;
  /** First day. */
  readonly from: string;
  readonly when?: string;
  readonly source: string;
}

export type QuestionType =
  | 'text'
  | 'long-text'
  | 'date'
  | 'whole-number'
  | 'choice'
  | 'yes-no'
  | 'personal-id'
  | 'phone'
  | 'email'
  | 'name'
  | 'commune'
  | 'money';

/** One question of the form, answered by the citizen; stored beside the answer as it was read. */
export interface Question {
  /** Plain letters, digits and hyphens: it is a name in FEEL expressions too. */
  readonly id: string;
  readonly type: QuestionType;
  readonly label: Text;
  readonly hint?: Text;
  readonly required: boolean;
  readonly when?: string;
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** For dates: which side of today it must lie on. */
  readonly dateMust?: 'not-be-in-future' | 'not-be-in-past';
}

export interface FormPage {
  readonly id: string;
  readonly title: Text;
  readonly lead?: Text;
  readonly questions: readonly Question[];
}

/**
 * Miễn, giảm: for whom an item is lowered, by how much, and what they must show.
 * The same `id` on several items is one reduction, asked and proven once.
 * @see Luật Phí và lệ phí 97/2015/QH13 art. 10
 */
export interface DuesReduction {
  readonly id: string;
  readonly who: Text;
  /** Whole per cent taken off, 1 to 100; 100 is an exemption. */
  readonly share: number;
  readonly proof: Text;
  readonly source: string;
}

/** Phí, lệ phí. `amount` is a FEEL expression over the answers giving whole đồng, e.g. `8000 * copies`. */
export interface DuesItem {
  readonly id: string;
  readonly kind: 'fee' | 'charge';
  readonly label: Text;
  readonly when?: string;
  readonly amount: string;
  readonly amountLabel: Text;
  readonly source: string;
  readonly reductions?: readonly DuesReduction[];
}

/** Where a step is done, found in the tree of units from the agency that receives. */
export type UnitSelector =
  | { readonly of: 'receiver' | 'district' | 'city'; readonly part?: string }
  | { readonly unit: string; readonly part?: string };

/**
 * What is done in a step. Each kind of work opens its own moves:
 * receive: the desk checks and accepts; handle: prepare a proposal; approve: agree or send back;
 * sign: decide; issue: number and seal; return: give the result to the citizen.
 */
export type StepWork = 'receive' | 'handle' | 'approve' | 'sign' | 'issue' | 'return';

/** A step of the electronic workflow. `hours` are working hours (8 a day), informational: their sum is at most the announced limit. */
export interface RouteStep {
  readonly id: string;
  readonly name: Text;
  readonly work: StepWork;
  readonly role: Role;
  readonly at: UnitSelector;
  readonly hours: number;
  /** What other agencies do while the dossier stands at this step, which must be one that handles. */
  readonly legs?: LegsDefinition;
}

/**
 * Một cửa liên thông (NĐ 61/2018 art. 19.6–19.7): in parallel all agencies are sent the file at once (electronic), in
 * sequence one after another (paper). The join is the declared rule by which their answers make one; see the case engine.
 */
export interface LegsDefinition {
  readonly mode: 'parallel' | 'sequence';
  readonly join: 'all' | 'lead-decides' | 'first-refusal';
  readonly legs: readonly LegDefinition[];
}

/** One agency's part: with a route and clock of its own, or outside the city's systems (tax, notary, police, insurance). */
export interface LegDefinition {
  readonly id: string;
  readonly name: Text;
  /** What is asked of the agency, as its handler reads it. */
  readonly question: Text;
  readonly lead?: boolean;
  /** Only in some cases: FEEL over the answers. */
  readonly when?: string;
  readonly limit: LimitText;
  /** Its days do not count in the limit of the dossier; the clock policy must declare the period. */
  readonly excluded?: 'tax';
  readonly source: string;
  /** Without it the leg is outside: its number, day and answer are entered at `at` by whoever receives them, or by API. */
  readonly route?: readonly RouteStep[];
  /** Of an outside leg: which unit follows it up; by default the unit of the step. */
  readonly at?: UnitSelector;
}

/**
 * The citizen's one promise. own: the limit of the procedure holds whatever the legs take; sum: own limit plus every leg's;
 * longest-path: own limit plus, of legs sent together, the longest.
 */
export type LegsClockRule = 'own' | 'sum' | 'longest-path';

/** What stops or leaves out time, as the procedure declares it; nobody chooses it case by case. */
export interface ClockPolicy {
  readonly clockStart: 'desk-acceptance' | 'competent-office-receipt' | 'postal-handover';
  readonly supplement: 'restart' | 'pause';
  /** Working days the citizen has to answer a supplement. */
  readonly supplementAnswerDays: number;
  readonly supplementsAllowed: number;
  /** Working days from acceptance in which the handler may still propose one (NĐ 61/2018 art. 19.4: three, unless sector law differs). */
  readonly supplementAskDays: number;
  readonly excludedPeriods: readonly ('tax' | 'posting' | 'outage')[];
  /** How the legs enter the citizen's limit; `own` when nothing is said. */
  readonly legs?: LegsClockRule;
}

/** One version of an administrative procedure, as data: the eight mandatory parts of NĐ 63/2010 and what the software needs. */
export interface ProcedureDefinition {
  readonly code: string;
  readonly name: Text;
  readonly field: { readonly code: string; readonly name: Text };
  readonly tier: ProcedureTier;
  /** Units that receive it: by tier all of them, unless named. */
  readonly receivers?: readonly string[];
  /** One or two plain sentences: when does a person need this? */
  readonly summary: Text;
  /** Plain words people type for it, Vietnamese and English. */
  readonly keywords: readonly string[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly eligibleApplicants: readonly ('citizen' | 'business')[];
  readonly channels: readonly FilingChannel[];
  readonly serviceLevel2021: 1 | 2 | 3 | 4;
  readonly limits: readonly LimitCase[];
  /** The limit that takes over once verification is found necessary (marriage: 5 working days). */
  readonly verificationLimit?: LimitCase;
  readonly clock: ClockPolicy;
  readonly documents: readonly RequiredDocument[];
  readonly documentGroups?: readonly DocumentGroup[];
  readonly setCount: number;
  readonly conditions: readonly Text[];
  readonly form: { readonly pages: readonly FormPage[] };
  readonly dues: readonly DuesItem[];
  /** The text by which the dossier waits at the desk until its dues are paid; without it, work begins before. */
  readonly duesFirst?: { readonly source: string };
  readonly result: Text;
  /** The code of the paper that is issued, as other procedures ask for it. */
  readonly resultCode?: string;
  /** How long a result holds from the day it is given, where the law says so: `6 month`. */
  readonly resultValidity?: LimitText;
  /** Both parties must be present and sign before the officer (marriage). */
  readonly presence?: { readonly label: Text; readonly parties: readonly Text[] };
  readonly route: readonly RouteStep[];
  readonly legalBasis: readonly string[];
  /** The decision that orders this version, its day in force, and what we are not sure of. */
  readonly inForce: { readonly from: string; readonly decision: string; readonly unsure?: readonly string[] };
}
