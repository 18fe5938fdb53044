import type { App } from '#app.ts';
import { lastDayToApologise } from '#case-engine/rules/clock.ts';
import { lateAt } from '#case-engine/rules/late-at.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Language, Text } from '#kernel/text.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { DossierPage } from '#modules/dossiers/index.ts';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { roleWords } from '#surfaces/web/words.ts';
import type { Officer } from '../officer.ts';
import { askedOf, timeLeft, timeToAnswer } from '../time-left.ts';
import { unitWords } from '../words.ts';
import type { MoveField } from './move-fields.ts';

/** Moves that send the dossier to the next step of its route. */
const passing: readonly string[] = ['forward', 'propose', 'approve', 'sign', 'issue'];

/** How much of the limit is left, while a clock runs. */
export function leftOf(page: Pick<DossierPage, 'kind' | 'state'>, officer: Officer) {
  const { state } = page;
  const late = lateAt(page.kind, state);
  if (!state.dueAt || !state.holder || state.state === 'settled') return null;
  const due = Temporal.Instant.from(state.dueAt);
  const ground = { calendar: officer.ground.calendar, hours: officer.ground.hoursOf(state.receivingUnitId) };
  return late
    ? timeLeft(due, Temporal.Instant.from(late), officer.now, ground)
    : timeToAnswer(due, officer.now, ground, askedOf(state.state));
}

/** What a move will do, said before it is made: to whom the dossier goes and how long it still has. */
export async function consequenceOf(app: App, page: DossierPage, move: string, officer: Officer): Promise<Text> {
  const definition = page.moves.find((one) => one.move === move);
  const { state } = page;
  const left = leftOf(page, officer);
  const next = passing.includes(move) ? state.route[state.step + 1] : undefined;
  if (next) {
    const to = await takerOf(app, next.unitId, next.role, officer);
    const step = next.name ?? page.procedure.definition.route.find(({ id }) => id === next.id)?.name;
    const stepVi = step ? `${step.vi}: ` : '';
    const stepEn = step ? `${step.en}: ` : '';
    return {
      vi: `→ ${stepVi}${to.vi}${left ? `; ${left.words.vi}` : ''}.`,
      en: `→ ${stepEn}${to.en}${left ? `; ${left.words.en}` : ''}.`,
    };
  }
  if (move === 'apologise' && state.dueAt) {
    const last = lastDayToApologise(localDay(Temporal.Instant.from(state.dueAt)), officer.ground.calendar);
    if (last.ok) {
      const day = formatDate(last.value);
      return {
        vi: `Thư xin lỗi ghi được chậm nhất hết ngày ${day}, và chỉ một lần. Sau đó Bộ phận Một cửa đổi ngày hẹn.`,
        en: `The apology can be registered until the end of ${day}, once only. Then the desk moves the due day.`,
      };
    }
  }
  return definition?.consequence ?? { vi: '', en: '' };
}

/** The one person who can take it, or the post at the unit when there are several or none. */
async function takerOf(app: App, unitId: string, role: keyof typeof roleWords, officer: Officer): Promise<Text> {
  const unit = unitWords(unitId, officer.ground.tree);
  const [only, ...others] = await app.people.listColleagues(unitId, role);
  if (only && others.length === 0) {
    return { vi: `${only.name} (${only.title.vi}, ${unit.vi})`, en: `${only.name} (${only.title.en}, ${unit.en})` };
  }
  return { vi: `${roleWords[role].vi}, ${unit.vi}`, en: `${roleWords[role].en}, ${unit.en}` };
}

const itemParts: Readonly<Record<string, Text>> = {
  what: { vi: 'Giấy tờ, thông tin', en: 'Paper or detail' },
  reason: { vi: 'Lý do', en: 'Reason' },
  clause: { vi: 'Căn cứ pháp luật', en: 'Clause of law' },
};

/** The label of a field of a move; of a row of a supplement, with its number. */
export function labelOf(fields: readonly MoveField[], name: string): Text {
  const row = /^items\.(\d+)\.(what|reason|clause)$/.exec(name);
  const part = row && itemParts[row[2] ?? ''];
  if (row && part) {
    const number = Number(row[1]) + 1;
    return { vi: `${part.vi} (mục ${number})`, en: `${part.en} (row ${number})` };
  }
  return fields.find((field) => field.name === name)?.label ?? { vi: name, en: name };
}

/** A refusal at its field, with the field called what the page calls it. */
export function refusalAtField(fields: readonly MoveField[], refusal: Refusal, language: Language) {
  const field = refusal.field === 'items' ? 'items.0.what' : refusal.field;
  const named =
    refusal.code === 'move-data-wrong' && refusal.field
      ? { ...refusal, facts: { field: labelOf(fields, refusal.field)[language] } }
      : refusal;
  return { ...(field ? { field } : {}), message: refusalSentence(named, language) };
}
