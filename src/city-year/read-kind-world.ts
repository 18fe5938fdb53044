import { feedbackFields, getFeedbackPolicy } from '#modules/feedback/index.ts';
import { checklists } from '#modules/inspections/index.ts';
import { getTaskPolicy } from '#modules/tasks/index.ts';
import type { Production } from './producer.ts';
import type { KindWorld } from './rules/kind-world.ts';

/** What tasks, inspections and feedback live with, by the policies of the first day. */
export async function readKindWorld({ connection, scenario, world, asked }: Production): Promise<KindWorld> {
  const first = Temporal.PlainDate.from(scenario.from);
  const meant = scenario.agencies && new Set(scenario.agencies);
  return {
    ...world,
    scale: asked.scale,
    taskPolicy: await getTaskPolicy(connection.db, first),
    feedbackPolicy: await getFeedbackPolicy(connection.db, first),
    feedbackFields,
    checklists: checklists(),
    agencyIds: [...world.tree.values()]
      .filter(
        ({ id, kind, validTo }) =>
          kind !== 'desk' && kind !== 'division' && validTo === null && (meant?.has(id) ?? kind !== 'city'),
      )
      .map(({ id }) => id)
      .sort(),
  };
}

/** Numbers from 1 by the moment, of what comes before the horizon. */
export function numbered(
  { axis, horizon }: KindWorld,
  openings: readonly { readonly id: string; readonly at: number }[],
): ReadonlyMap<string, number> {
  const known = openings
    .filter(({ at }) => axis.epochAt(at) <= horizon)
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  return new Map(known.map(({ id }, nth) => [id, nth + 1]));
}
