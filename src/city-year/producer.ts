import type pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import type { AskedYear } from './city-year-store.ts';
import type { LivingWorld } from './rules/living-world.ts';
import type { Scenario } from './rules/scenario.ts';

/** What a producer works with. The dossiers are there already. */
export interface Production {
  readonly connection: Connection;
  readonly client: pg.PoolClient;
  readonly scenario: Scenario;
  readonly asked: AskedYear;
  readonly world: LivingWorld;
}

/**
 * What a scenario produces besides dossiers. A producer goes through the rules of its module, and leaves out what is there: a
 * load that was killed calls it again.
 */
export interface Producer {
  /** By which it can be asked for alone. */
  readonly id: string;
  readonly name: string;
  /** The part that says it is there; a year loaded before there was such a producer gets it when it is asked for again. */
  readonly part?: string;
  produce(production: Production): Promise<void>;
}
