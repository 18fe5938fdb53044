import type { Json, JsonObject } from '#kernel/json.ts';
import type { Text } from '#kernel/text.ts';
import type { SigningForm } from '#modules/organisation/rules/signing-form.ts';
import type { BillFact } from './bill-fact.ts';
import type { PostalEvent, ShipmentDirection } from './shipment.ts';

/** One thing the citizen is asked to add, with why and by which clause. */
export interface SupplementItem {
  readonly what: string;
  readonly reason: string;
  readonly clause: string;
}

/** A paper handed in: which document of the procedure it is, and the file that holds it. */
export interface HandedPaper {
  readonly documentId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** Chosen among the papers kept for the person, not uploaded; everything else of it is then read from there. */
  readonly keptPaperId?: string;
  /** An officer held this electronic copy against the original and signs off that they agree. */
  readonly compared?: boolean;
}

/** How a signature is made, derived from post and delegation; nobody gives it. */
interface Signature {
  readonly signingForm: SigningForm;
  readonly title: string;
  /** The lines above the name. */
  readonly block?: readonly string[];
  readonly delegationId?: string | null;
  /** The result in the register, where this signature makes it. */
  readonly result?: { readonly code: string; readonly number: string };
}

type Nothing = Record<never, never>;
interface Chosen {
  readonly accountId: string;
  readonly name: string;
}
interface ReasonAndClause {
  readonly reason: string;
  readonly clause: string;
}
/** What both write who sign for a parcel. */
interface ParcelSigned {
  readonly shipmentNumber: string;
  readonly postman: string;
  readonly postmanCard: string;
}
interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly basis: string;
}

/** What the ledger says of the dossier after a move of money. */
interface DuesNow {
  readonly bills: readonly BillFact[];
}

/** What each move is given by the person who makes it. Free text is Vietnamese as typed, NFC, trimmed. */
export interface MoveData {
  readonly accept: {
    readonly code: string;
    readonly limit: string;
    /** By post: the moment both signed the hand-over record (QĐ 45/2016 art. 7.4). */
    readonly receivedAt?: Temporal.Instant;
    readonly facts: JsonObject;
  };
  readonly 'ask-supplement': { readonly items: readonly SupplementItem[] };
  readonly refuse: ReasonAndClause;
  readonly 'answer-supplement': { readonly note: string; readonly papers?: readonly Json[] };
  readonly forward: { readonly note: string };
  readonly 'take-over': Nothing;
  readonly 'decline-hand-over': { readonly reason: string };
  readonly assign: Chosen;
  readonly reassign: Chosen & { readonly reason: string };
  readonly 'start-verification': { readonly reason: string };
  readonly 'record-verification': {
    readonly where: string;
    readonly when: string;
    readonly who: string;
    readonly found: string;
  };
  readonly 'record-presence': { readonly parties: string; readonly where: string };
  readonly 'propose-supplement': { readonly items: readonly SupplementItem[] };
  readonly propose: {
    readonly outcome: 'grant' | 'refuse';
    readonly summary: string;
    readonly reason: string;
    readonly clause: string;
  };
  readonly approve: { readonly note: string };
  readonly 'send-back': { readonly reason: string };
  readonly sign: Signature;
  readonly issue: { readonly number: string };
  readonly 'request-payment': { readonly amount: string; readonly basis: string };
  readonly 'confirm-payment': { readonly receiptNumber: string };
  readonly 'post-publicly': Days;
  readonly 'record-outage': Days;
  readonly apologise: { readonly reason: string; readonly letterNumber: string; readonly newDueOn: Temporal.PlainDate };
  readonly reappoint: Nothing;
  /** `document`: the letter that urges, when there is one. */
  readonly urge: { readonly note: string; readonly document?: string };
  readonly withdraw: { readonly reason: string };
  readonly discontinue: ReasonAndClause;
  readonly consult: {
    readonly unitId: string;
    /** Ours, not the sender's. */
    readonly unitName: Text;
    readonly question: string;
    /** Working days the body has to answer. */
    readonly days: number;
  };
  readonly 'call-off': { readonly branchId: string; readonly reason: string };
  readonly 'ask-again': { readonly branchId: string; readonly reason: string };
  readonly 'send-again': { readonly note: string };
  readonly 'answer-consultation': {
    readonly opinion: 'agree' | 'agree-with-conditions' | 'disagree';
    readonly text: string;
  };
  readonly 'record-sending': { readonly number: string; readonly sentOn: Temporal.PlainDate };
  readonly 'record-answer': {
    readonly outcome: 'positive' | 'negative';
    readonly number: string;
    readonly answeredOn: Temporal.PlainDate;
    readonly text: string;
  };
  readonly 'return-result': {
    readonly receivedBy: string;
    readonly method: 'desk' | 'post' | 'online';
    /** Ids of the documents whose originals went back. */
    readonly originalsReturned?: readonly string[];
  };
  /** The day on which the result was ready, where the journal said another, and the paper that shows it. */
  readonly 'correct-end': {
    readonly endedOn: Temporal.PlainDate;
    readonly document: string;
    readonly reason: string;
  };
  readonly 'order-post': {
    readonly direction: ShipmentDirection;
    readonly recipient: string;
    readonly address: string;
    readonly phone: string;
  };
  readonly 'hand-to-post': ParcelSigned & {
    /** Whole đồng in digits; empty when nothing is collected. */
    readonly cashOnDelivery: string;
  };
  readonly 'take-from-post': ParcelSigned;
  readonly 'record-post': {
    readonly direction: ShipmentDirection;
    readonly event: PostalEvent;
    readonly place: string;
    /** Of a delivery: who took it, and the cash collected in digits. */
    readonly receivedBy: string;
    readonly cashCollected: string;
  };
  readonly 'record-remittance': { readonly number: string };
  readonly 'pay-dues': DuesNow;
  readonly 'collect-dues': DuesNow;
  readonly 'refund-dues': DuesNow;
  readonly 'reduce-dues': DuesNow;
}

export type DossierMove = keyof MoveData;

/** Moves of money: what they say comes from the ledger, so they have commands of their own. */
export type DuesMove = 'pay-dues' | 'collect-dues' | 'refund-dues' | 'reduce-dues';
