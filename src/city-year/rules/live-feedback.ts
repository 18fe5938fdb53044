import type { Actor } from '#case-engine/rules/authority.ts';
import { time } from '#case-engine/rules/entry-actor.ts';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import { feedbackFacts } from '#modules/feedback/rules/feedback-facts.ts';
import { feedbackKind } from '#modules/feedback/rules/feedback-kind.ts';
import { feedbackMoves } from '#modules/feedback/rules/feedback-moves.ts';
import { limitFor } from '#modules/feedback/rules/feedback-policy.ts';
import type { FeedbackMove } from '#modules/feedback/rules/move-data.ts';
import { openFeedback, titleOf, writeFeedbackCode } from '#modules/feedback/rules/open-feedback.ts';
import { redact } from '#modules/feedback/rules/redact.ts';
import { agencyFor, focalPointOf, handlerFor, headAt } from '#modules/feedback/rules/route-feedback.ts';
import { plannedCaseId } from './case-number.ts';
import { type WalkedCase, type WalkRules, writtenActor } from './case-walk.ts';
import { answers, unsatisfied } from './feedback-sayings.ts';
import { HorizonReached, instantAt } from './horizon.ts';
import { inventParty } from './invented-people.ts';
import { KindLife } from './kind-life.ts';
import { firstNumberOf, type KindPost, type KindWorld } from './kind-world.ts';
import type { PlannedFeedback } from './plan-feedback.ts';
import { Seeded } from './seeded.ts';

const feedbackWalk: WalkRules = {
  kindOf: () => feedbackKind,
  effect: (state, move, data, context) => feedbackMoves[move as FeedbackMove].effect(state, data as never, context),
};

/** Who reported, as the journal names them: by no name. */
const reporterName = 'Người phản ánh';

/** An item of feedback with whoever reported it. */
export interface LivedFeedback {
  readonly caseId: string;
  readonly walked: WalkedCase;
  readonly reporter: { readonly name: string; readonly phone: string; readonly address: string };
  readonly title: string;
  readonly receivedAt: string;
}

/** Lives an item to the horizon. @param number of its code */
export function liveFeedback(world: KindWorld, planned: PlannedFeedback, number: number): LivedFeedback | undefined {
  return new FeedbackLife(world, planned, number).written();
}

class FeedbackLife {
  readonly #world: KindWorld;
  readonly #planned: PlannedFeedback;
  readonly #chance: Seeded;
  readonly #life: KindLife;
  readonly #caseId: string;
  readonly #reporter: LivedFeedback['reporter'];
  /** Nothing is answered after this place: what is to be answered by the last day is. */
  readonly #last: number;
  #place: number;

  constructor(world: KindWorld, planned: PlannedFeedback, number: number) {
    this.#world = world;
    this.#planned = planned;
    this.#chance = new Seeded(`${world.seed}|life of ${planned.id}`);
    this.#life = new KindLife(world, feedbackWalk, this.#chance);
    this.#caseId = plannedCaseId(planned.reportedAt, firstNumberOf.feedback + number, this.#chance.bits());
    const where = world.tree.get(planned.communeId ?? 'hn')?.name.vi ?? '';
    const { name, phone, address } = inventParty(world.lists, this.#chance, where);
    this.#reporter = { name, phone, address };
    this.#place = world.axis.placeOf(planned.reportedAt);
    this.#last = world.endPlace - 900;
    this.#life.live(() => this.#live(number));
  }

  written(): LivedFeedback | undefined {
    const walked = this.#life.walk.cases.get(this.#caseId);
    if (!walked) return undefined;
    const receivedAt = walked.entries[0]!.at;
    return { caseId: this.#caseId, walked, reporter: this.#reporter, title: walked.state.title, receivedAt };
  }

  #live(number: number): void {
    const { fate } = this.#planned;
    const day = this.#world.axis.dayLength;
    this.#report(number);
    if (fate === 'pending') return;
    this.#accept(this.#place + this.#chance.between(0.1, 0.8) * day);
    const duePlace = this.#world.axis.placeOf(epochOf(this.#state.dueAt!));
    if (fate !== 'resolved') return;
    const { isLate, isReopened } = this.#planned;
    const wanted = isLate
      ? duePlace + this.#chance.between(1.2, 6) * day
      : this.#place + this.#chance.between(0.2, 0.93) * (duePlace - this.#place);
    this.#answer(Math.min(wanted, this.#last));
    if (isReopened && this.#last - this.#place > 5 * day) {
      this.#rate(this.#place + this.#chance.between(0.5, 2) * day, 'no');
      this.#answer(this.#place + this.#chance.between(0.8, 2.5) * day);
    }
    if (this.#chance.happens(0.35)) this.#rate(this.#place + this.#chance.between(0.5, 5) * day, 'yes');
    else this.#closeByTime();
  }

  get #state() {
    return this.#life.walk.stateOf(this.#caseId);
  }

  #report(number: number): void {
    const { channel, about, field, text, place, communeId, aboutUnitId, reportedAt } = this.#planned;
    const { tree, feedbackPolicy: policy, horizon } = this.#world;
    if (reportedAt > horizon) throw new HorizonReached();
    const at = instantAt(reportedAt);
    const fieldData = this.#field();
    const agencyId = agencyFor({ about, communeId, aboutUnitId }, fieldData, tree);
    const focal = focalPointOf(agencyId, policy.focalPoints, tree);
    const item = {
      channel,
      about,
      field: fieldData,
      title: titleOf(text),
      text,
      place,
      communeId,
      point: null,
      aboutUnitId,
      procedureCode: null,
      dossierCode: null,
      anonymous: false,
      photos: [],
      names: [this.#reporter.name, this.#reporter.address],
    };
    const where = { caseId: this.#caseId, code: writeFeedbackCode(at, number), agencyId, focal };
    const opened = openFeedback(item, where, policy, at, {
      calendar: this.#world.calendar,
      hours: this.#world.hoursOf(focal.unitId),
    });
    if (!opened.ok) throw new RangeError(`${field}: ${opened.refusal.code}`);
    const effect = { ...opened.value, ownerAccountId: null };
    const actor = channel === 'portal' ? this.#owner() : this.#life.actor(focal);
    const by: EntryActor = writtenActor(actor, null);
    this.#life.walk.begin('feedback', this.#caseId, actor, {
      at: at.toString(),
      verb: 'report',
      actor: by,
      data: { channel, text },
      effect,
    });
  }

  #accept(place: number): void {
    const { tree, feedbackPolicy } = this.#world;
    const { agencyId, about } = feedbackFacts(this.#state);
    const field = this.#field();
    const post = handlerFor(agencyId, field, tree);
    const limit = limitFor(feedbackPolicy, { about, field: field.code, agencyId, complex: false });
    this.#move('accept', this.#holder(), place, {
      class: about === 'conduct' ? 'conduct' : 'ours',
      complex: 'no',
      ...post,
      limit,
      field: field.code,
      fieldName: { ...field.name },
    });
  }

  #answer(until: number): void {
    const { tree, axis } = this.#world;
    const drafted = this.#place + Math.max(60, (until - this.#place) * 0.7);
    const head = headAt(this.#state.holder!.unitId, tree);
    const drafter = this.#life.actor(this.#holder());
    const text = this.#chance.pick(answers);
    const { hidden } = feedbackFacts(this.#state);
    this.#move('draft-answer', drafter, drafted, {
      text,
      publicText: hidden ? '' : redact(text, [this.#reporter.name, this.#reporter.address]),
      number: `${20 + this.#chance.whole(900)}/TL`,
      on: axis.dateOf(Math.floor(drafted / axis.dayLength)).toString(),
      photos: [],
      ...head,
    });
    this.#move('approve', this.#approver(head, drafter), Math.max(this.#place + 60, until), {});
  }

  /** Whoever drafted it never approves it: a deputy does, or whoever signs for the agency. */
  #approver({ unitId, role }: KindPost, drafter: Actor): Actor {
    const { staff } = this.#world;
    for (const one of [role, 'signatory', 'agency-head'] as const) {
      for (let tries = 0; tries < 12 && staff.has(unitId, one); tries++) {
        const approver = staff.pick(unitId, one, this.#chance);
        if (approver.accountId !== drafter.accountId) return approver;
      }
    }
    throw new RangeError(`nobody but who drafted it approves at ${unitId}`);
  }

  #rate(place: number, satisfied: 'yes' | 'no'): void {
    const { tree } = this.#world;
    const { answers: given, agencyId } = feedbackFacts(this.#state);
    const back = headAt(given?.at(-1)?.unitId ?? agencyId, tree);
    const reason = satisfied === 'no' ? unsatisfied : '';
    this.#move('rate', this.#owner(), place, { satisfied, reason, ...back });
  }

  /** Nobody said anything of the answer: it closes by itself, as the timetable closes it. */
  #closeByTime(): void {
    const { closesAt } = feedbackFacts(this.#state);
    if (!closesAt || epochOf(closesAt) > this.#world.horizon) return;
    const effect = { state: 'closed', facts: { closesAt: null } };
    this.#life.walk.record(this.#caseId, { at: closesAt, verb: 'close', actor: time, data: {}, effect });
  }

  #move(move: FeedbackMove, by: KindPost | Actor, place: number, data: JsonObject): void {
    this.#life.move(this.#caseId, move, by, Math.floor(place), data);
    this.#place = Math.floor(place);
  }

  #field() {
    const field = this.#world.feedbackFields.find(({ code }) => code === this.#planned.field);
    if (!field) throw new RangeError(`there is no field ${this.#planned.field}`);
    return field;
  }

  #holder(): KindPost {
    const { unitId, role } = this.#state.holder!;
    return { unitId, role };
  }

  #owner(): Actor {
    return { kind: 'citizen', accountId: null, name: reporterName, posts: [], shownSecretOf: this.#caseId };
  }
}

const epochOf = (moment: string): number => Temporal.Instant.from(moment).epochMilliseconds / 1000;
