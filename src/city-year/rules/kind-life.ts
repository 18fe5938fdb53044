import type { Actor } from '#case-engine/rules/authority.ts';
import type { OpeningEffect } from '#case-engine/rules/case-state.ts';
import type { JsonObject } from '#kernel/json.ts';
import { localDay } from '#kernel/zone.ts';
import { CaseWalk, type WalkRules, writtenActor } from './case-walk.ts';
import { HorizonReached, instantAt } from './horizon.ts';
import type { KindPost, KindWorld } from './kind-world.ts';
import type { Seeded } from './seeded.ts';

/** One case of a kind, from its first move to the horizon; every move is asked of the rules. */
export class KindLife {
  readonly walk: CaseWalk;
  readonly chance: Seeded;
  readonly #world: KindWorld;

  constructor(world: KindWorld, rules: WalkRules, chance: Seeded) {
    this.#world = world;
    this.walk = new CaseWalk(world, rules);
    this.chance = chance;
  }

  /** @returns false when the horizon came first */
  live(course: () => void): boolean {
    try {
      course();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof HorizonReached)) throw thrown;
      return false;
    }
  }

  /** The moment of a place in working time; past the horizon there is none. */
  at(place: number): Temporal.Instant {
    const epoch = this.#world.axis.epochAt(place);
    if (epoch > this.#world.horizon) throw new HorizonReached();
    return instantAt(epoch);
  }

  day(place: number): string {
    return localDay(this.at(place)).toString();
  }

  actor({ unitId, role }: KindPost): Actor {
    return this.#world.staff.pick(unitId, role, this.chance);
  }

  open(kind: string, caseId: string, verb: string, actor: Actor, post: KindPost, place: number, effect: OpeningEffect) {
    const at = this.at(place).toString();
    this.walk.begin(kind, caseId, actor, { at, verb, actor: writtenActor(actor, post), data: {}, effect });
  }

  /** @param data as the form of the move would give it: the entry keeps all of it */
  move(caseId: string, move: string, by: KindPost | Actor, place: number, data: JsonObject): void {
    const actor = 'unitId' in by ? this.actor(by) : by;
    this.walk.move(caseId, move, actor, this.at(place), data, data);
  }
}
