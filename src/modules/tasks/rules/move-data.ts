/** What each move of a task, or of a part of one, is given. */
export interface TaskMoveData {
  readonly acknowledge: Record<never, never>;
  readonly assign: {
    readonly unitId: string;
    readonly role: string;
    readonly accountId: string | null;
    readonly name: string | null;
  };
  readonly reassign: { readonly accountId: string; readonly name: string; readonly reason: string };
  readonly 'report-progress': { readonly summary: string; readonly percent: number };
  /** `files` are ids of files of the case. */
  readonly 'hand-in': {
    readonly number: string;
    readonly on: string;
    readonly summary: string;
    readonly files?: readonly string[];
  };
  readonly complete: { readonly note: string };
  readonly 'return-work': { readonly reason: string };
  readonly 'request-extension': { readonly newDueOn: string; readonly reason: string };
  readonly 'grant-extension': { readonly document: string };
  readonly 'record-extension': { readonly document: string };
  readonly 'refuse-extension': { readonly reason: string };
  readonly split: {
    readonly title: string;
    readonly unitId: string;
    readonly role: string;
    readonly product: string;
    readonly answerable: string;
    readonly dueOn: string;
  };
  readonly recall: { readonly reason: string };
  readonly urge: { readonly note: string; readonly document: string };
}

/** What each move of a contributing unit's part is given. */
export interface TaskPartMoveData {
  readonly 'answer-part': { readonly number: string; readonly summary: string; readonly files?: readonly string[] };
  readonly assign: TaskMoveData['assign'];
  readonly reassign: TaskMoveData['reassign'];
  readonly urge: TaskMoveData['urge'];
}

export type TaskMove = keyof TaskMoveData | keyof TaskPartMoveData;
