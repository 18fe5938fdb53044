import type { Child } from 'hono/jsx';

/** A part of a page under its heading. */
export function Section(props: { title: string; children?: Child }) {
  return (
    <section class="flow">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}
