import type { CaseState } from '#case-engine/rules/case-state.ts';
import { EmptyState, formatDate, List, ListItem, localHref, speaker, Tag, textIn } from '#surfaces/ui/index.ts';
import type { Officer } from '../officer.ts';
import { stateWords } from '../words.ts';

const dayOf = (moment: string) =>
  formatDate(Temporal.Instant.from(moment).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate());

/** Cases that wait for one's own units, each with its day; `none` is said when there are none. */
export function OwnCases(props: {
  officer: Officer;
  cases: readonly CaseState[];
  none: string;
  /** Handed in already: its day has passed without harm. */
  isDone?: (state: CaseState) => boolean;
}) {
  const { officer, cases, none, isDone } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  if (cases.length === 0) return <EmptyState title={none} />;
  return (
    <List>
      {cases.map((state) => {
        const words = stateWords(state.state, state.kind);
        const isLate = state.dueAt !== null && Temporal.Instant.compare(state.dueAt, officer.now) < 0;
        return (
          <ListItem href={localHref(language, `/lam-viec/viec/${state.caseId}`)} title={state.title}>
            <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>{' '}
            {state.dueAt ? say(`hạn ${dayOf(state.dueAt)}`, `due ${dayOf(state.dueAt)}`) : ''}{' '}
            {isLate && !isDone?.(state) ? <Tag tone="danger">{say('quá hạn', 'late')}</Tag> : null}
          </ListItem>
        );
      })}
    </List>
  );
}

/** A case in a table: its code that leads there, and its title. */
export function CaseCell({ officer, state }: { officer: Officer; state: CaseState }) {
  return (
    <div>
      <a class="code" href={localHref(officer.visitor.language, `/lam-viec/viec/${state.caseId}`)}>
        {state.code}
      </a>
      <br />
      {state.title}
    </div>
  );
}
