import type { Child } from 'hono/jsx';

export interface Fact {
  readonly label: string;
  readonly value: Child;
}

/** Short facts in a row: cost, days, where. */
export function Facts(props: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {props.facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Results of a search, or things to go on with. */
export function List(props: { children?: Child; label?: string | undefined }) {
  return (
    <ul class="list" aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** One entry: its name is the link, its facts stand under it. */
export function ListItem(props: {
  href?: string | undefined;
  title: string;
  tag?: Child;
  children?: Child;
  facts?: readonly Fact[] | undefined;
}) {
  return (
    <li>
      <h3>{props.href ? <a href={props.href}>{props.title}</a> : props.title}</h3>
      {props.tag ? <p>{props.tag}</p> : null}
      {props.children ? <div>{props.children}</div> : null}
      {props.facts && props.facts.length > 0 ? <Facts facts={props.facts} /> : null}
    </li>
  );
}

/** A few large numbers with what they count. The number may be a link to its cases. */
export function Figures(props: { figures: readonly Fact[] }) {
  return (
    <dl class="figures">
      {props.figures.map((figure) => (
        <div>
          <dt>{figure.label}</dt>
          <dd>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface Queue {
  readonly href: string;
  readonly label: string;
  readonly count?: string | undefined;
  readonly current?: boolean | undefined;
}

/** The queues of the workspace with their counts. */
export function Queues(props: { label: string; queues: readonly Queue[] }) {
  return (
    <nav aria-label={props.label}>
      <ul class="queues">
        {props.queues.map((queue) => (
          <li>
            <a href={queue.href} aria-current={queue.current ? 'page' : undefined}>
              <span>{queue.label}</span>
              {queue.count === undefined ? null : <span class="count">{queue.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
