import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import type { Json, JsonObject } from '#kernel/json.ts';
import { localDay } from '#kernel/zone.ts';
import { writeDossierCode } from '#modules/dossiers/rules/dossier-code.ts';
import type { DossierMove, HandedPaper, MoveData } from '#modules/dossiers/rules/move-data.ts';
import { openDossier, type Party } from '#modules/dossiers/rules/open-dossier.ts';
import type { PaperHandIn } from '#modules/dossiers/rules/paper-hand-in.ts';
import { agencyOf, needsHandOver } from '#modules/dossiers/rules/route-position.ts';
import { formOfMove, type SlipNumber, writeSlipNumber } from '#modules/dossiers/rules/slips.ts';
import { agencyCodeOn } from '#modules/organisation/rules/agency-code.ts';
import type { ShownAnswer } from '#modules/procedures/rules/answers.ts';
import { fillTemplate } from './answer-template.ts';
import { plannedCaseId } from './case-number.ts';
import type { WalkedCase } from './case-walk.ts';
import { HorizonReached, instantAt } from './horizon.ts';
import { inventParty } from './invented-people.ts';
import type { FilledIn, KnownProcedure, LivingWorld } from './living-world.ts';
import type { PlannedDossier } from './plan-agency.ts';
import { sayings } from './sayings.ts';
import type { Seeded } from './seeded.ts';
import { Walk } from './walk.ts';

/** A dossier with everything the commands would have written for it. */
export interface LivedDossier {
  readonly cases: ReadonlyMap<string, WalkedCase>;
  readonly caseId: string;
  readonly procedureVersionId: number;
  readonly channel: 'online' | 'desk' | 'post';
  readonly submitter: Party;
  readonly ownerName: string;
  readonly answers: readonly ShownAnswer[];
  readonly handIns: readonly PaperHandIn[];
  readonly papers: readonly HandedPaper[];
  readonly handedAt: string;
  readonly slips: readonly (SlipNumber & { readonly takenAt: string })[];
}

/** Undefined: it comes only after the horizon. */
export function liveThrough(world: LivingWorld, planned: PlannedDossier): LivedDossier | undefined {
  if (planned.course.openedAt > world.horizon) return undefined;
  const life = new Life(world, planned);
  life.live();
  return life.written();
}

class Life {
  readonly #world: LivingWorld;
  readonly #planned: PlannedDossier;
  readonly #procedure: KnownProcedure;
  readonly #filled: FilledIn;
  readonly #chance: Seeded;
  readonly #walk: Walk;
  readonly #receiverId: string;
  readonly #channel: 'online' | 'desk' | 'post';
  readonly #submitter: Party;
  readonly #slips: (SlipNumber & { takenAt: string })[] = [];
  #place = 0;

  constructor(world: LivingWorld, planned: PlannedDossier) {
    const { course, ground, number, chance } = planned;
    this.#world = world;
    this.#planned = planned;
    this.#chance = chance;
    this.#receiverId = ground.cell.agencyId;
    this.#procedure = world.procedure(ground.cell.code);
    this.#filled = world.filledIn(ground.cell.code, chance);
    this.#walk = new Walk(world, plannedCaseId(course.openedAt, number, chance.bits()));
    this.#channel = course.channel;
    const place = world.tree.get(this.#receiverId)?.name.vi ?? '';
    this.#submitter = inventParty(world.lists, chance, this.#procedure.definition.tier === 'city' ? 'Hà Nội' : place);
  }

  live(): void {
    try {
      this.#open();
      if (this.#planned.course.fate === 'pending') return;
      this.#atIntake();
      if (this.#walk.state.state === 'accepted') this.#inOffice();
      if (this.#walk.state.state === 'settled') this.#goHome();
    } catch (thrown) {
      if (!(thrown instanceof HorizonReached)) throw thrown;
    }
  }

  written(): LivedDossier {
    const { caseId, cases } = this.#walk;
    const first = cases.get(caseId)!.entries[0]!;
    const { data } = first;
    return {
      cases,
      caseId,
      procedureVersionId: this.#procedure.id,
      channel: this.#channel,
      submitter: this.#submitter,
      ownerName: this.#submitter.name,
      answers: data.answers as unknown as readonly ShownAnswer[],
      handIns: this.#handIns,
      papers: this.#papers,
      handedAt: first.at,
      slips: this.#slips,
    };
  }

  get #handIns(): readonly PaperHandIn[] {
    return this.#channel === 'online' ? [] : this.#filled.handIns;
  }

  /** Online papers come as files; all of them are one scan that says so. */
  get #papers(): readonly HandedPaper[] {
    if (this.#channel !== 'online') return [];
    return this.#filled.handIns.map(({ documentId }) => ({
      documentId,
      fileName: `${documentId}.pdf`,
      ...this.#world.scan,
    }));
  }

  #open(): void {
    const { definition, version } = this.#procedure;
    const { course } = this.#planned;
    const at = instantAt(this.#channel === 'desk' ? this.#world.axis.epochAt(course.place) : course.openedAt);
    if (at.epochMilliseconds > this.#world.horizon * 1000) throw new HorizonReached();
    const actor: Actor =
      this.#channel === 'online'
        ? { kind: 'citizen', accountId: null, name: this.#submitter.name, posts: [], shownSecretOf: this.#walk.caseId }
        : this.#desk();
    const clock = { calendar: this.#world.calendar, hours: this.#world.hoursOf(this.#receiverId) };
    const opened = openDossier(
      {
        reference: referenceOf(this.#walk.caseId),
        definition,
        version,
        receiverId: this.#receiverId,
        route: this.#filled.routeAt(this.#receiverId),
        channel: this.#channel,
        submitter: this.#submitter,
        ownerName: this.#submitter.name,
        ownerAccountId: null,
        at,
      },
      clock,
    );
    if (!opened.ok) throw new RangeError(`${definition.code} is not opened: ${opened.refusal.code}`);
    const answers = fillTemplate(this.#filled.template, this.#world.lists, this.#chance);
    this.#walk.open(at, actor, opened.value, {
      submitter: { ...this.#submitter },
      ownerName: this.#submitter.name,
      answers: answers as unknown as Json,
      papers: this.#papers.map((paper) => ({ ...paper })),
      onPaper: this.#handIns.map(({ documentId }) => documentId),
      handIns: this.#handIns.map((handIn) => ({ ...handIn })),
    });
  }

  #atIntake(): void {
    const { course } = this.#planned;
    const desk = this.#desk();
    if (course.intakeSupplement) {
      const [asked, answered] = course.intakeSupplement;
      const items = [sayings.supplement(this.#chance)];
      this.#make('ask-supplement', desk, asked, { items }, { items: items as unknown as Json });
      this.#make('answer-supplement', desk, answered, { note: '' }, { note: '' });
    }
    if (course.fate === 'refused') {
      const why = sayings.refusal(this.#chance);
      this.#make('refuse', desk, course.place, why, { ...why });
      return;
    }
    if (course.fate === 'withdrawn') {
      const reason = sayings.withdrawal(this.#chance);
      this.#make('withdraw', desk, course.place, { reason }, { reason });
      return;
    }
    this.#accept(desk, course.place);
  }

  #accept(desk: Actor, place: number): void {
    const { axis, tree, leftToRightSince } = this.#world;
    const day = axis.dateOf(Math.floor(place / axis.dayLength));
    const agencyCode = agencyCodeOn(tree.get(this.#receiverId)!, day, leftToRightSince);
    const { limit } = this.#filled;
    const code = writeDossierCode(agencyCode!, day, this.#planned.numbers.code);
    const facts = { limitLabel: { ...limit.label }, statutoryLimit: limit.statutory, limitSource: limit.source };
    const data = { code, limit: limit.announced, facts };
    this.#make('accept', desk, place, data, { code, limit: limit.announced, case: limit.id });
  }

  /** From acceptance to the result, or to wherever the horizon finds it. */
  #inOffice(): void {
    const { course } = this.#planned;
    const waiting = [
      ...(course.officeSupplement === null ? [] : [{ place: course.officeSupplement, what: 'supplement' as const }]),
      ...(course.apology === null ? [] : [{ place: course.apology, what: 'apology' as const }]),
      ...this.#closuresAhead(),
    ].sort((one, other) => one.place - other.place);
    let target = this.#settlingPlace();
    while (['accepted', 'in-process'].includes(this.#walk.state.state)) {
      const state = this.#walk.state;
      const left = movesLeft(state);
      const gap = target - this.#place;
      const next = left <= 1 ? target : this.#place + Math.max(1, (gap * this.#chance.between(0.4, 1.4)) / left);
      const due = waiting[0];
      const isAwaited = due?.what === 'supplement';
      if (due && (isAwaited || due.place <= next) && isTimeFor(due.what, state)) {
        waiting.shift();
        this.#happen(due.what, Math.max(due.place, this.#place));
        target = this.#settlingPlace();
        continue;
      }
      // what the office will find missing it finds before it proposes
      const latest = due && isAwaited ? Math.max(this.#place + 300, due.place - 600) : target;
      this.#step(state, Math.min(next, latest), target);
      // a limit that waited falls due later
      if (this.#walk.state.made['confirm-payment'] !== state.made['confirm-payment']) target = this.#settlingPlace();
    }
  }

  #happen(what: 'supplement' | 'apology' | 'closure', place: number): void {
    if (what === 'closure') this.#recordClosure(place);
    else if (what === 'apology') this.#apologise(place);
    else this.#supplementFromOffice(place);
  }

  #closuresAhead() {
    const { scenario, axis } = this.#world;
    if (!this.#procedure.definition.clock.excludedPeriods.includes('outage')) return [];
    if (this.#walk.state.clock?.limit === 'same-day') return [];
    return scenario.closures.flatMap(({ policy, from }) => {
      const place = axis.placeOf(secondOf(`${from}T08:00:00+07:00`)) + 600;
      return policy === 'exclude' && place > this.#place ? [{ place, what: 'closure' as const }] : [];
    });
  }

  #recordClosure(place: number): void {
    const { scenario, staff, axis } = this.#world;
    const now = axis.epochAt(place);
    const closure = scenario.closures.findLast(({ from }) => secondOf(`${from}T00:00:00+07:00`) <= now);
    if (!closure) throw new RangeError('a closure is recorded on its first day');
    const data = {
      from: Temporal.PlainDate.from(closure.from),
      to: Temporal.PlainDate.from(closure.to),
      basis: closure.basis,
    };
    const actor = staff.pick('hn', 'procedure-controller', this.#chance);
    this.#make('record-outage', actor, place, data, { from: closure.from, to: closure.to, basis: closure.basis });
  }

  #apologise(place: number): void {
    const state = this.#walk.state;
    const { axis, staff, calendar } = this.#world;
    const holder = agencyOf(state.holder!.unitId);
    const dueDay = Math.floor(axis.placeOf(secondOf(state.dueAt!) - 1) / axis.dayLength);
    const newDueOn = axis.dateOf(dueDay + 2 + this.#chance.whole(6));
    if (!calendar.dayOf(newDueOn).ok) return;
    const number = this.#planned.numbers.slips['04']!;
    const letterNumber = writeSlipNumber('04', number);
    const reason = sayings.apology(this.#chance);
    const head = staff.pick(holder, 'agency-head', this.#chance);
    const written = { reason, letterNumber, newDueOn: newDueOn.toString() };
    this.#make('apologise', head, place, { reason, letterNumber, newDueOn }, written);
    this.#make('reappoint', this.#desk(), place + 1200, {}, {});
  }

  #supplementFromOffice(place: number): void {
    const items = [sayings.supplement(this.#chance)];
    const written = { items: items as unknown as Json };
    const { axis } = this.#world;
    const state = this.#walk.state;
    if (state.state === 'in-process') {
      this.#make('propose-supplement', this.#atStep(state), place, { items }, written);
    }
    this.#make('ask-supplement', this.#desk(), place + 1500, { items }, written);
    const answered = place + Math.floor(this.#chance.between(1, this.#planned.isOpen ? 16 : 8) * axis.dayLength);
    this.#make('answer-supplement', this.#desk(), answered, { note: '' }, { note: '' });
  }

  /** One move on the way to the result. */
  #step(state: CaseState, place: number, target: number): void {
    const { habits } = this.#world.scenario;
    if (state.state === 'accepted') {
      this.#make('forward', this.#desk(), place, { note: '' }, { note: '' });
      return;
    }
    if (state.handOver) {
      this.#takeOver(state, place);
      this.#liveLegs(target);
      return;
    }
    const work = state.route[state.step]?.work;
    const actor = this.#atStep(state);
    const mayGoBack = target - place > 3600 && (state.made['send-back'] ?? 0) === 0;
    if (work === 'handle') {
      if (state.facts.presenceRequired && !state.made['record-presence']) {
        const present = { parties: `${this.#submitter.name} và người cùng ký`, where: 'Bộ phận Một cửa' };
        this.#make('record-presence', actor, place, present, present);
        return;
      }
      if (this.#payment(state, actor, place)) return;
      const isRefused = this.#chance.happens(habits.refused);
      const proposal = sayings.proposal(this.#chance, isRefused);
      this.#make('propose', actor, place, proposal, { ...proposal });
    } else if ((work === 'sign' || work === 'approve') && mayGoBack && this.#chance.happens(habits.sentBack)) {
      const reason = sayings.sentBack(this.#chance);
      this.#make('send-back', actor, place, { reason }, { reason });
    } else if (work === 'approve') {
      this.#make('approve', actor, place, { note: '' }, { note: '' });
    } else if (work === 'sign') {
      this.#sign(this.#walk.caseId, state, place);
    } else {
      const number = `${this.#planned.numbers.slips['01']}/${sayings.notation(this.#procedure.definition.field.code)}`;
      this.#make('issue', actor, place, { number }, { number });
    }
    this.#liveLegs(target);
  }

  /** The duties on land are paid before the proposal; many are not paid by the end. The limit waits meanwhile. */
  #payment(state: CaseState, actor: Actor, place: number): boolean {
    const { habits } = this.#world.scenario;
    const { isOpen } = this.#planned;
    const declared = this.#procedure.definition.clock.excludedPeriods.includes('tax');
    if (!declared || state.made['request-payment'] || !this.#chance.happens(isOpen ? 0.7 : habits.payment))
      return false;
    const asked = { amount: String(500_000 * (1 + this.#chance.whole(60))), basis: sayings.taxNotice(this.#chance) };
    this.#make('request-payment', actor, place, asked, asked);
    const { axis, endPlace } = this.#world;
    const room = isOpen ? Number.POSITIVE_INFINITY : (endPlace - this.#place) * 0.4;
    const wait = Math.min(room, this.#chance.between(0.5, isOpen ? 28 : 7) * axis.dayLength);
    const receiptNumber = `${1 + this.#chance.whole(900_000)}`;
    this.#make('confirm-payment', this.#desk(), this.#place + wait, { receiptNumber }, { receiptNumber });
    return true;
  }

  #takeOver(state: CaseState, place: number): void {
    const { habits } = this.#world.scenario;
    const { toUnitId, toStep } = state.handOver!;
    const { role } = state.route[toStep]!;
    const { staff } = this.#world;
    const isFirst = !state.made['decline-hand-over'] && state.route[state.step]?.work === 'receive';
    if (isFirst && staff.has(toUnitId, 'unit-head') && this.#chance.happens(habits.declined)) {
      const reason = sayings.declined(this.#chance);
      const head = staff.pick(toUnitId, 'unit-head', this.#chance);
      this.#make('decline-hand-over', head, place, { reason }, { reason });
      return;
    }
    this.#make('take-over', staff.pick(toUnitId, role, this.#chance, this.#office(toUnitId)), place, {}, {});
  }

  #sign(caseId: string, state: CaseState, place: number): void {
    const { staff, axis } = this.#world;
    const unitId = state.holder!.unitId;
    const actor = staff.pick(unitId, state.holder!.role, this.#chance);
    const { form, block, title, delegationId } = staff.power(actor, unitId, instantAt(axis.epochAt(place)));
    const data = { signingForm: form, title, block, delegationId };
    this.#make('sign', actor, place, data, { ...data }, caseId);
  }

  /** The parts of other agencies, each to its answer; the dossier waits for the last. */
  #liveLegs(target: number): void {
    const { axis } = this.#world;
    const open = Object.values(this.#walk.state.branches ?? {}).filter(({ closedAt }) => closedAt === null);
    if (open.length === 0) return;
    const day = axis.dayLength;
    const gap = Math.max(target - this.#place, open.length * 30);
    const begun = this.#place;
    const ends = open
      .map(({ caseId }) => ({ caseId, end: this.#answerPlace(caseId, begun, gap) }))
      .sort((one, other) => one.end - other.end);
    let last = begun;
    for (const { caseId, end } of ends) {
      this.#place = begun;
      this.#liveLeg(caseId, Math.max(end, last + 20), day);
      last = this.#place;
    }
    // in sequence the answer of one sends the next
    this.#liveLegs(target);
  }

  /** Another agency answers within its own limit, unless it is late too; and before the dossier is to be settled. */
  #answerPlace(caseId: string, begun: number, gap: number): number {
    const own = this.#world.axis.placeOf(secondOf(this.#walk.stateOf(caseId).dueAt!)) - begun;
    const isLate = this.#chance.happens(this.#planned.ground.cell.character.late * 1.5);
    const wanted = own * (isLate ? this.#chance.between(1.05, 1.8) : this.#chance.between(0.2, 0.97));
    return begun + Math.min(wanted, gap * this.#chance.between(0.5, 0.8));
  }

  #liveLeg(caseId: string, end: number, day: number): void {
    const { staff, axis } = this.#world;
    const begun = this.#place;
    while (this.#walk.cases.get(caseId)!.kind.states[this.#walk.stateOf(caseId).state]!.open) {
      const state = this.#walk.stateOf(caseId);
      const left = movesLeft(state);
      const next =
        left <= 1 ? end : this.#place + (end - this.#place) * this.#chance.between(0.3, 0.9) * (2 / (left + 1));
      const place = Math.min(end, next);
      if (state.kind === 'external-leg') {
        const actor = staff.pick(state.holder!.unitId, state.holder!.role, this.#chance);
        const number = `${1 + this.#chance.whole(9000)}/TB`;
        const answeredOn = localDay(instantAt(axis.epochAt(Math.max(begun, end - day / 2))));
        const data = { outcome: 'positive' as const, number, answeredOn, text: '' };
        this.#make('record-answer', actor, end, data, { ...data, answeredOn: answeredOn.toString() }, caseId);
      } else if (state.handOver) {
        const { toUnitId, toStep } = state.handOver;
        const actor = staff.pick(toUnitId, state.route[toStep]!.role, this.#chance);
        this.#make('take-over', actor, place, {}, {}, caseId);
      } else if (state.route[state.step]?.work === 'sign') {
        this.#sign(caseId, state, place);
      } else {
        const actor = staff.pick(state.holder!.unitId, state.holder!.role, this.#chance);
        const isHandled = state.route[state.step]?.work === 'handle';
        const proposal = sayings.proposal(this.#chance, false);
        if (isHandled) this.#make('propose', actor, place, proposal, { ...proposal }, caseId);
        else this.#make('approve', actor, place, { note: '' }, { note: '' }, caseId);
      }
    }
  }

  /** The result leaves the house. */
  #goHome(): void {
    const { axis, scenario } = this.#world;
    const wait = this.#chance.happens(0.7)
      ? this.#chance.between(300, 9000)
      : this.#chance.between(0.5, 4) * axis.dayLength;
    const desk = this.#desk();
    const { name, address, phone } = this.#submitter;
    if (!this.#chance.happens(scenario.habits.postedHome)) {
      const data = { receivedBy: name, method: 'desk' as const, originalsReturned: [] };
      this.#make('return-result', desk, this.#place + wait, data, { ...data });
      return;
    }
    const order = { direction: 'out' as const, recipient: name, address, phone };
    this.#make('order-post', desk, this.#place + 600, order, { ...order });
    const parcel = {
      shipmentNumber: `VD${100_000_000 + this.#planned.number}`,
      postman: sayings.postman,
      postmanCard: `BC-${10 + this.#chance.whole(80)}`,
      cashOnDelivery: '',
    };
    this.#make('hand-to-post', desk, this.#place + wait, parcel, { ...parcel });
    const event = { direction: 'out', event: 'delivered', place: '', receivedBy: name, cashCollected: '' } as const;
    const inTransit = { ...event, event: 'in-transit', receivedBy: '' } as const;
    this.#make('record-post', desk, this.#place + 7200, inTransit, { ...inTransit });
    this.#make('record-post', desk, this.#place + axis.dayLength, event, { ...event });
  }

  /** Where on the axis the result is to be ready: within the limit or after it, by the character of the unit. */
  #settlingPlace(): number {
    const { axis, endPlace } = this.#world;
    const { character } = this.#planned.ground.cell;
    const state = this.#walk.state;
    const from = this.#place;
    const due = axis.placeOf(secondOf(state.dueAt!));
    const span = Math.max(due - from, 600);
    const [least, most] = character.pace;
    const isShort = state.clock?.limit === 'same-day';
    const pace = this.#chance.between(least, most);
    let target = isShort ? from + Math.max(240, span * pace * pace * 0.7) : from + span * pace;
    const isLate = this.#chance.happens(isShort ? character.late / 3 : character.late);
    if (isLate) target = due + this.#chance.between(0.1, 1) * Math.max(axis.dayLength, span * 0.4) + 60;
    if (this.#planned.isOpen) {
      const beyond = endPlace + this.#chance.between(0.2, 6) * axis.dayLength;
      return target > endPlace ? target : beyond;
    }
    return target < endPlace ? target : from + (endPlace - from) * this.#chance.between(0.4, 0.98);
  }

  #desk(): Actor {
    const { staff } = this.#world;
    return staff.pick(`${this.#receiverId}.desk`, 'intake-officer', this.#chance);
  }

  #atStep(state: CaseState): Actor {
    const { unitId, role } = state.holder!;
    return this.#world.staff.pick(
      unitId,
      role,
      this.#chance,
      role === 'case-handler' ? this.#office(unitId) : undefined,
    );
  }

  /** In a commune, whose work a field is. */
  #office(unitId: string): string | undefined {
    return unitId.startsWith('x-') ? sayings.office(this.#procedure.definition.field.code) : undefined;
  }

  #make<Move extends DossierMove>(
    move: Move,
    actor: Actor,
    place: number,
    data: MoveData[Move],
    written: JsonObject,
    caseId = this.#walk.caseId,
  ): void {
    const { axis, horizon } = this.#world;
    const next = Math.max(place, this.#place);
    const epoch = axis.epochAt(next);
    if (epoch > horizon) throw new HorizonReached();
    const at = instantAt(epoch);
    const form = caseId === this.#walk.caseId ? formOfMove[move] : undefined;
    const number = form && this.#planned.numbers.slips[form];
    if (form && number === undefined) throw new RangeError(`no number was kept for the slip of ${move}`);
    if (form && number !== undefined) {
      const slip = { form, agencyId: this.#receiverId, year: localDay(at).year, number };
      this.#walk.make(caseId, move, actor, at, data, { ...written, slip });
      this.#slips.push({ ...slip, takenAt: at.toString() });
    } else this.#walk.make(caseId, move, actor, at, data, written);
    this.#place = next;
  }
}

const secondOf = (moment: string): number => Temporal.Instant.from(moment).epochMilliseconds / 1000;

/** Moves until the result is ready: one for each step, one for each signature of a taker. */
function movesLeft({ route, step, handOver, facts, made }: CaseState): number {
  let left = handOver ? 1 : 0;
  for (let index = handOver ? handOver.toStep : step; index < route.length; index++) {
    const here = route[index]!;
    if (here.work === 'return') break;
    left += 1;
    const next = route[index + 1];
    if (next && next.work !== 'return' && needsHandOver(here.unitId, next.unitId)) left += 1;
  }
  return left + (facts.presenceRequired && !made['record-presence'] ? 1 : 0);
}

/** Whether what was planned can happen in the state a dossier is in. */
function isTimeFor(what: 'supplement' | 'apology' | 'closure', state: CaseState): boolean {
  if (what === 'closure') return true;
  if (what === 'apology') return agencyOf(state.holder?.unitId ?? '') === state.receivingUnitId;
  return state.state === 'in-process' && !state.handOver && state.route[state.step]?.work === 'handle';
}
