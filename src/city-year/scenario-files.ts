import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { taskGivers } from '#modules/tasks/index.ts';
import type { NameLists } from './rules/invented-people.ts';
import type { Scenario } from './rules/scenario.ts';

const folder = new URL('../../reference/scenarios/', import.meta.url);
const names = new URL('../../reference/names/vietnamese.json', import.meta.url);

const chance = z.number().min(0).max(1);
const day = z.iso.date();
const whole = z.int().nonnegative();
const tasksShape = z.object({
  asOf: day,
  groups: z.array(
    z.object({
      givers: z.array(z.enum(taskGivers).exclude(['lead-unit'])).min(1),
      done: whole,
      inProgress: whole,
      overdue: whole,
      late: chance,
      perDocument: z.int().positive(),
    }),
  ),
});
const inspectionsShape = z.object({ concluded: whole, underWay: whole, findings: chance, plan: z.string() });
const feedbackShape = z.object({
  at: z.enum(['office', 'places']),
  resolved: whole,
  open: whole,
  overdue: whole,
  pending: whole,
  late: chance,
  reopened: chance,
});
const scenarioShape = z.object({
  id: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  source: z.string(),
  from: day,
  to: day,
  received: z.int().positive(),
  resolved: z.int().nonnegative(),
  months: z.array(z.number().nonnegative()).length(12),
  weekdays: z.array(z.number().nonnegative()).length(7),
  seasons: z.array(
    z.object({
      name: z.string(),
      from: day,
      to: day,
      factor: z.number().nonnegative(),
      procedures: z.array(z.string()).optional(),
    }),
  ),
  closures: z.array(
    z.object({
      from: day,
      to: day,
      factor: z.number().nonnegative(),
      policy: z.enum(['exclude', 'count']),
      basis: z.string().min(1),
    }),
  ),
  characters: z
    .array(
      z.object({
        name: z.string(),
        weight: z.number().positive(),
        late: chance,
        pace: z.tuple([chance, z.number().min(0).max(0.99)]),
        open: z.number().positive(),
      }),
    )
    .min(1),
  habits: z.object({
    supplementAtIntake: chance,
    refusedAtIntake: chance,
    withdrawnAtIntake: chance,
    pendingAtIntake: chance,
    refused: chance,
    apology: chance,
    payment: chance,
    sentBack: chance,
    declined: chance,
    postedHome: chance,
  }),
  tiers: z.record(z.enum(['commune', 'district', 'city']), z.object({ unevenness: z.number().nonnegative() })),
  agencies: z.array(z.string()).optional(),
  delegation: z.object({ wards: z.int().nonnegative(), from: day, until: day, decision: z.string() }),
  procedures: z
    .array(
      z.object({
        code: z.string(),
        share: z.number().positive(),
        open: z.number().positive(),
        online: chance,
        post: chance,
        supplement: chance.optional(),
        apologises: z.boolean().optional(),
      }),
    )
    .min(1),
  tasks: tasksShape.optional(),
  inspections: inspectionsShape.optional(),
  feedback: feedbackShape.optional(),
});

/** The scenarios there are, by the names of their files. */
export function scenarioNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}

/** @throws ZodError naming what is wrong in the file */
export function readScenario(name: string): Scenario {
  return scenarioShape.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))) as Scenario;
}

export function readNameLists(): NameLists {
  return JSON.parse(readFileSync(names, 'utf8')) as NameLists;
}
