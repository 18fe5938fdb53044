import type { Child } from 'hono/jsx';

/** Nothing here: says whether that is good news, and what one can do. */
export function EmptyState(props: { title: string; children?: Child; actions?: Child }) {
  return (
    <div class="empty">
      <h2>{props.title}</h2>
      {props.children ? <div class="quiet">{props.children}</div> : null}
      {props.actions ? <div class="actions">{props.actions}</div> : null}
    </div>
  );
}
