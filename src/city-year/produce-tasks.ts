import { checklists } from '#modules/inspections/index.ts';
import { taskGivers } from '#modules/tasks/index.ts';
import { setSequences } from './city-year-store.ts';
import { keysOfKinds } from './kind-keys.ts';
import type { Producer } from './producer.ts';
import { numbered, readKindWorld } from './read-kind-world.ts';
import { liveInspection } from './rules/live-inspection.ts';
import { type LivedTask, liveTask } from './rules/live-task.ts';
import { planInspections } from './rules/plan-inspections.ts';
import { planTasks } from './rules/plan-tasks.ts';
import { writeCases } from './write-cases.ts';

const tables = {
  task_source: [
    'id',
    'number',
    'issued_on',
    'issuer',
    'title',
    'signatory',
    'agency_id',
    'secret',
    'recorded_by',
    'recorded_at',
  ],
  task: ['case_id', 'source_id', 'giver', 'lead_unit_id', 'follower_unit_id', 'secret', 'given_at'],
} as const;

/** Tasks and inspections of a scenario, through the rules of their modules; what inspections give to mend are tasks too. */
export const produceTasks: Producer = {
  id: 'tasks',
  name: 'tasks and inspections',
  part: 'tasks and inspections',
  produce: async (production) => {
    const { client, scenario, world } = production;
    const kinds = await readKindWorld(production);
    const tasks = scenario.tasks ? planTasks(kinds, scenario.tasks) : [];
    const inspections = scenario.inspections ? planInspections(kinds, scenario.inspections) : [];
    const { axis } = world;
    // codes follow the days on which tasks were given, those of inspections among them
    const remedies = inspections.flatMap(({ concludedDay, remedies: its }) =>
      its.map(({ id }) => ({ id, at: axis.openingOf(concludedDay) })),
    );
    const taskNumbers = numbered(kinds, [...tasks.map(({ id, given }) => ({ id, at: given })), ...remedies]);
    const inspectionNumbers = numbered(
      kinds,
      inspections.map(({ id, plannedDay }) => ({ id, at: axis.openingOf(plannedDay) })),
    );
    const types = [...taskGivers, ...checklists().map(({ subject }) => subject)];
    const keys = await keysOfKinds(production.connection.db, types);
    const written = new Set<string>();
    await writeCases(client, 'tasks and inspections', keys, tables, async ({ add, addRow }) => {
      const addTask = async (lived: LivedTask) => {
        const { source, caseId, giver, leadUnitId, followerUnitId, recordedBy, givenAt } = lived;
        await add(lived.cases.values());
        if (!written.has(source.id)) {
          written.add(source.id);
          const { id, number, issuedOn, issuer, title, signatory } = source;
          addRow('task_source', [id, number, issuedOn, issuer, title, signatory, 'hn', false, recordedBy, givenAt]);
        }
        addRow('task', [caseId, source.id, giver, leadUnitId, followerUnitId, false, givenAt]);
      };
      for (const planned of tasks) {
        const number = taskNumbers.get(planned.id);
        const lived = number === undefined ? undefined : liveTask(kinds, planned, number);
        if (lived) await addTask(lived);
      }
      for (const planned of inspections) {
        const number = inspectionNumbers.get(planned.id);
        if (number === undefined) continue;
        const numbers = planned.remedies.map(({ id }) => taskNumbers.get(id) ?? 0);
        const lived = liveInspection(kinds, planned, number, numbers);
        for (const remedy of lived.remedies) await addTask(remedy);
        await add(lived.cases.values());
      }
      await setSequences(client, { task_number: taskNumbers.size, inspection_number: inspectionNumbers.size });
    });
  },
};
