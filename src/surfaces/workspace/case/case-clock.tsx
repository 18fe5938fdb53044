import { stateOf } from '#case-engine/rules/kind.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  DaysTable,
  DueDate,
  formatPromise,
  RoutePicture,
  type StationState,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { daysIn } from '#surfaces/web/due-promise.ts';
import { roleWords } from '#surfaces/web/words.ts';
import { leftOf } from '../moves/move-words.ts';
import { unitWords } from '../words.ts';
import type { OpenCase } from './open-case.ts';

/** The promise: current due day, the first one when it was moved, day by day on demand. */
export function CaseClock(props: { open: OpenCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { state, due } = page;
  if (!state.dueAt) return null;
  const dueAt = toLocal(Temporal.Instant.from(state.dueAt));
  const firstDueAt = state.firstDueAt && state.acceptedAt ? toLocal(Temporal.Instant.from(state.firstDueAt)) : null;
  const left = leftOf(page, officer);
  const waits = stateOf(page.kind, state.state).waits === true;
  const title = waits
    ? state.state === 'awaiting-payment'
      ? say('Công dân nộp tiền', 'The person pays')
      : say('Công dân trả lời', 'The person answers')
    : state.state === 'submitted'
      ? say('Phải trả lời tiếp nhận', 'Intake answered')
      : say('Hẹn trả kết quả', 'Result promised');
  const isMoved = state.clock?.reappointedTo !== null && state.clock !== null;
  return (
    <section>
      <h2>{title}</h2>
      <p>
        <DueDate
          language={language}
          large
          due={dueAt}
          state={left ? (waits && left.state === 'on-time' ? 'paused' : left.state) : 'done'}
          left={left ? textIn(language, left.words) : timelinessWords(state.timeliness, say)}
        />
      </p>
      {firstDueAt && !firstDueAt.equals(dueAt) ? (
        <p class="quiet">
          {say('Ngày hẹn đầu tiên', 'First promise')}: {formatPromise(language, firstDueAt)}
        </p>
      ) : null}
      {isMoved ? (
        <p class="quiet">{say('Đã hẹn lại một lần theo thư xin lỗi.', 'Moved once, by a letter of apology.')}</p>
      ) : null}
      {due && !waits ? (
        <DaysTable
          language={language}
          id="due-days"
          days={daysIn(language, due)}
          title={isMoved ? say('Cách tính ngày hẹn theo thời hạn', 'How the limit was counted') : undefined}
        />
      ) : null}
    </section>
  );
}

function timelinessWords(timeliness: string | null, say: (vi: string, en: string) => string): string | undefined {
  if (timeliness === 'early') return say('xong trước hạn', 'done early');
  if (timeliness === 'on-time') return say('xong đúng hạn', 'done on time');
  return timeliness === 'late' ? say('xong quá hạn', 'done late') : undefined;
}

/** Where it stands on its way. */
export function CaseRoute(props: { open: OpenCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { state, procedure } = page;
  const stationOf = (index: number): StationState =>
    index < state.step || state.state === 'returned'
      ? 'done'
      : state.holder === null
        ? 'skipped'
        : index === state.step
          ? 'current'
          : 'next';
  return (
    <section>
      <h2>{say('Đường đi', 'Route')}</h2>
      <RoutePicture
        language={language}
        label={say('Các bước giải quyết', 'Steps')}
        stations={state.route.map((step, index) => ({
          name: textIn(
            language,
            step.name ??
              procedure.definition.route.find(({ id }) => id === step.id)?.name ?? { vi: step.id, en: step.id },
          ),
          holder: `${textIn(language, roleWords[step.role])}, ${textIn(language, unitWords(step.unitId, officer.ground.tree))}`,
          state: stationOf(index),
        }))}
      />
    </section>
  );
}
