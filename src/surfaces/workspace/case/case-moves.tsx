import type { Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { secretToken } from '#platform/random.ts';
import { Button, ButtonLink, Form, speaker, textIn } from '#surfaces/ui/index.ts';
import { limitOfDossier, promiseOf } from '#surfaces/web/due-promise.ts';
import { limitWords } from '#surfaces/web/words.ts';
import { AcceptancePromise } from '../acceptance-promise.tsx';
import { oneClickMoves } from '../moves/move-fields.ts';
import type { OpenCase } from './open-case.ts';

/** What goes along with every form of a dossier: the key of this form and what was seen. */
export const formOfCase = (open: OpenCase) => ({
  key: secretToken(),
  seen: String(open.page.state.entries),
});

/** Moves that bring the dossier on: the first of them is the one to press. */
const advancing: readonly string[] = [
  'take-over',
  'forward',
  'assign',
  'propose',
  'approve',
  'sign',
  'issue',
  'answer-consultation',
  'record-answer',
  'send-again',
  'reappoint',
  'hand-to-post',
  'return-result',
];

/** The moves that are open, each with what it will do. */
export function CaseMoves(props: { open: OpenCase; consequences: ReadonlyMap<string, Text> }) {
  const { open } = props;
  const { language, csrfToken } = open.officer.visitor;
  const say = speaker(language);
  const { moves } = open.page;
  const main = moves.find(({ move }) => advancing.includes(move));
  const others = moves.filter(({ move }) => move !== 'accept');
  const inOrder = main ? [main, ...others.filter((one) => one !== main)] : others;
  const mayAccept = moves.some(({ move }) => move === 'accept');
  return (
    <section id="viec">
      <h2>{say('Việc bạn có thể làm', 'What you can do')}</h2>
      {moves.length === 0 ? (
        <p class="quiet">{say('Hiện không có việc nào cho bạn ở hồ sơ này.', 'Nothing here for you now.')}</p>
      ) : null}
      {mayAccept ? <AcceptForm open={open} /> : null}
      <ul class="list">
        {inOrder.map(({ move, label }) => {
          const variant = move === main?.move && !mayAccept ? 'primary' : 'secondary';
          const consequence = props.consequences.get(move);
          return (
            <li>
              {oneClickMoves.includes(move) ? (
                <Form csrfToken={csrfToken} action={open.href(move)} hidden={formOfCase(open)}>
                  <Button variant={variant}>{textIn(language, label)}</Button>
                </Form>
              ) : (
                <ButtonLink href={open.href(move)} variant={variant}>
                  {textIn(language, label)}
                </ButtonLink>
              )}
              {consequence ? <p class="small quiet">{textIn(language, consequence)}</p> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Acceptance with its promise said before: which limit applies and the day it will be. */
export function AcceptForm(props: { open: OpenCase }) {
  const { open } = props;
  const { visitor, ground, now } = open.officer;
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const limit = limitOfDossier(open.page);
  const promise = promiseOf(limit, open.page.state.receivingUnitId, ground, now);
  return (
    <div class="panel">
      <h3>{say('Tiếp nhận', 'Accept')}</h3>
      <p>
        {textIn(language, limit.label)}: <strong>{textIn(language, limitWords(limit.announced))}</strong>{' '}
        <span class="quiet small">({limit.source})</span>
      </p>
      <AcceptancePromise language={language} promise={promise} />
      <Form csrfToken={csrfToken} action={open.href('accept')} hidden={formOfCase(open)}>
        <Button shortcut="t">{say('Tiếp nhận, cấp mã', 'Accept and give the code')}</Button>
      </Form>
    </div>
  );
}

/** The moment of an instant in the journal, local. */
export const localMoment = (written: string): Temporal.PlainDateTime => toLocal(Temporal.Instant.from(written));
