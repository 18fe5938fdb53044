import type { ProcedureTier } from '#modules/procedures/rules/procedure-definition.ts';
import type { TaskGiver } from '#modules/tasks/rules/task-facts.ts';

/** How a procedure lives in the scenario's time. Shares are weights among all procedures; chances lie between 0 and 1. */
export interface ScenarioProcedure {
  readonly code: string;
  /** Its part of all dossiers. */
  readonly share: number;
  /** How much of what is open at the end is of it, for each of its dossiers. */
  readonly open: number;
  readonly online: number;
  readonly post: number;
  /** Chance that its office asks for a supplement; without it, never. */
  readonly supplement?: number;
  /** It is worked on long enough for an apology before its day. */
  readonly apologises?: boolean;
}

/** Days on which more or fewer people come; both days included. Only for `procedures`, when they are named. */
export interface Season {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  readonly procedures?: readonly string[];
}

/** Days on which the desks were closed by an order, and what the city decided about the limits that were running. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  /** What is left of the usual coming. */
  readonly factor: number;
  /** exclude: its days are recorded on every dossier that was in process and are not counted; count: they count. */
  readonly policy: 'exclude' | 'count';
  readonly basis: string;
}

/** Units do not work alike: `weight` of them are of this character. */
export interface Character {
  readonly name: string;
  readonly weight: number;
  /** Chance that a dossier is settled late. */
  readonly late: number;
  /** How much of the limit is used, from and to. */
  readonly pace: readonly [number, number];
  /** How much of the backlog at the end is theirs. */
  readonly open: number;
}

/** Chances of what happens to a dossier anywhere. */
export interface Habits {
  /** Of those filed online or by post: a supplement is asked before acceptance. */
  readonly supplementAtIntake: number;
  /** For each dossier received, so many are refused at intake. */
  readonly refusedAtIntake: number;
  /** For each dossier received, so many are withdrawn before they are accepted. */
  readonly withdrawnAtIntake: number;
  /** For each dossier received, so many were filed in the last hours and wait for a first look. */
  readonly pendingAtIntake: number;
  /** The result is a refusal. */
  readonly refused: number;
  readonly apology: number;
  /** A procedure that leaves out the days of a tax has one to be paid. */
  readonly payment: number;
  readonly sentBack: number;
  readonly declined: number;
  /** The result goes home by post. */
  readonly postedHome: number;
}

/** Tasks by who gave them: as many are done, in progress and overdue on the day. */
export interface ScenarioTasks {
  /** Told on this day; nothing is given after it. */
  readonly asOf: string;
  readonly groups: readonly {
    readonly givers: readonly Exclude<TaskGiver, 'lead-unit'>[];
    readonly done: number;
    readonly inProgress: number;
    /** Of those in progress. */
    readonly overdue: number;
    /** Chance that what is done was handed in late. */
    readonly late: number;
    readonly perDocument: number;
  }[];
}

/** Inspections concluded by the last day, and those that are planned or under way then. */
export interface ScenarioInspections {
  readonly concluded: number;
  readonly underWay: number;
  /** Chance that something is to be mended. */
  readonly findings: number;
  readonly plan: string;
}

/** Feedback received and answered by the last day, and what is open then. */
export interface ScenarioFeedback {
  /** office: all of it at the Office of the People's Committee; places: at communes and districts, about places. */
  readonly at: 'office' | 'places';
  readonly resolved: number;
  readonly open: number;
  /** Of the open ones. */
  readonly overdue: number;
  /** Reported in the last hours, waiting for a first look. */
  readonly pending: number;
  readonly late: number;
  readonly reopened: number;
}

/** A year as data: how many dossiers come and are settled by the end, of what, where, when and how. */
export interface Scenario {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly source: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** Accepted from the first day to the end of the last. */
  readonly received: number;
  /** Of these, settled by the end of the last day. */
  readonly resolved: number;
  /** Weight of each month, January first. */
  readonly months: readonly number[];
  /** Weight of each weekday, Monday first. */
  readonly weekdays: readonly number[];
  readonly seasons: readonly Season[];
  readonly closures: readonly Closure[];
  readonly characters: readonly Character[];
  readonly habits: Habits;
  readonly tiers: Readonly<Record<ProcedureTier, { readonly unevenness: number }>>;
  /** Only these agencies receive; every agency when absent. */
  readonly agencies?: readonly string[];
  readonly procedures: readonly ScenarioProcedure[];
  readonly tasks?: ScenarioTasks;
  readonly inspections?: ScenarioInspections;
  readonly feedback?: ScenarioFeedback;
  /** Entries of registers as another scenario has them: of each batch at most so many, so many days later. */
  readonly registers?: { readonly like: string; readonly atMost: number; readonly daysLater: number };
  /** Wards whose chair lets an officer certify, from a day to a day. */
  readonly delegation: {
    readonly wards: number;
    readonly from: string;
    readonly until: string;
    readonly decision: string;
  };
}
