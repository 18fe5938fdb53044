import { produceDelegations } from './produce-delegations.ts';
import { produceFeedback } from './produce-feedback.ts';
import { produceRegisters } from './produce-registers.ts';
import { produceTasks } from './produce-tasks.ts';
import type { Producer } from './producer.ts';

/** Everything a scenario produces once its dossiers are there, in order. A new module adds a line. */
export const producers: readonly Producer[] = [produceDelegations, produceRegisters, produceTasks, produceFeedback];

/** What of a year can be asked for alone. */
export const yearParts: readonly string[] = ['dossiers', ...producers.map(({ id }) => id)];
