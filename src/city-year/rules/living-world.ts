import type { ResolvedStep } from '#case-engine/rules/case-state.ts';
import { type PaperHandIn, readHandIns } from '#modules/dossiers/rules/paper-hand-in.ts';
import { resolveRoute } from '#modules/dossiers/rules/resolve-route.ts';
import type { FactKeys } from '#modules/figures/rules/fact-row.ts';
import type { UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import { documentsNeeded } from '#modules/procedures/rules/documents-needed.ts';
import type { LimitCase, ProcedureDefinition } from '#modules/procedures/rules/procedure-definition.ts';
import { limitThatApplies } from '#modules/procedures/rules/what-applies.ts';
import { type AnswerTemplate, answerTemplate } from './answer-template.ts';
import type { WalkGround } from './case-walk.ts';
import type { NameLists } from './invented-people.ts';
import type { PlanWorld } from './plan-agency.ts';
import { Seeded } from './seeded.ts';
import type { Staff } from './staff.ts';

/** A procedure as the catalogue has it. */
export interface KnownProcedure {
  readonly id: number;
  readonly version: number;
  readonly definition: ProcedureDefinition;
}

/** A way of filling in a procedure, with all that follows from the answers. */
export interface FilledIn {
  readonly template: AnswerTemplate;
  readonly limit: LimitCase;
  readonly handIns: readonly PaperHandIn[];
  routeAt(receiverId: string): readonly ResolvedStep[];
}

/** Everything a dossier is lived through with. */
export interface LivingWorld extends PlanWorld, WalkGround {
  readonly staff: Staff;
  readonly tree: UnitTree;
  readonly lists: NameLists;
  /** Nothing is done after this second since 1970. */
  readonly horizon: number;
  /** The file that stands for every paper filed online. */
  readonly scan: { readonly sha256: string; readonly sizeBytes: number; readonly mediaType: string };
  readonly leftToRightSince: Temporal.PlainDate;
  readonly factKeys: FactKeys;
  procedure(code: string): KnownProcedure;
  filledIn(code: string, chance: Seeded): FilledIn;
}

/** How many ways of filling in a form are tried out. */
const ways = 8;

/** The filled-in forms of a procedure, each checked by the rules once; routes are found once for each agency. */
export function fillingsOf(
  { definition }: KnownProcedure,
  lists: NameLists,
  seed: string,
  tree: UnitTree,
  today: Temporal.PlainDate,
): readonly FilledIn[] {
  return Array.from({ length: ways }, (_, way) => {
    const chance = new Seeded(`${seed}|form|${definition.code}|${way}`);
    const template = answerTemplate(definition, lists, chance, today);
    const needs = documentsNeeded(definition, template.answers, today);
    const wanted = needs
      .filter(({ need }) => need === 'needed' || need === 'one-of')
      .map(({ document }) => document.id);
    const handIns = readHandIns(needs, wanted, new Set());
    if (!handIns.ok) throw new RangeError(`${definition.code}: ${handIns.refusal.code}`);
    const routes = new Map<string, readonly ResolvedStep[]>();
    return {
      template,
      limit: limitThatApplies(definition, template.answers),
      handIns: handIns.value,
      routeAt: (receiverId) => {
        let route = routes.get(receiverId);
        if (!route) {
          const found = resolveRoute(definition, template.answers, receiverId, { tree }, today);
          if (!found.ok) throw new RangeError(`${definition.code} at ${receiverId}: ${found.refusal.code}`);
          route = found.value;
          routes.set(receiverId, route);
        }
        return route;
      },
    };
  });
}
