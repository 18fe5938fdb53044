import type { Child } from 'hono/jsx';

/** A main column and a narrower one beside it; one below the other on a phone. `left`: the narrow one stands first. `three`: facts, papers, clock. */
export function Columns(props: { children?: Child; kind?: 'left' | 'three' | undefined }) {
  return <div class={props.kind ? `columns full ${props.kind}` : 'columns full'}>{props.children}</div>;
}

/** Equal blocks side by side, as many as fit. */
export function Grid(props: { children?: Child }) {
  return <div class="grid full">{props.children}</div>;
}

/** The one thing on the page that may stand on a ground of its own. */
export function Panel(props: { children?: Child }) {
  return <div class="panel">{props.children}</div>;
}

/** More for who wants it, closed until asked for. */
export function Details(props: { summary: string; children?: Child; open?: boolean | undefined }) {
  return (
    <details open={props.open}>
      <summary>{props.summary}</summary>
      <div class="flow">{props.children}</div>
    </details>
  );
}

/** It worked: the heading of a page that says so, and under it what happens next. */
export function Done(props: { title: string; children?: Child }) {
  return (
    <div class="done">
      <svg class="done-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="21" />
        <path d="M14.5 24.5l7 7 12.5-15" />
      </svg>
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
}

/** A number one keeps: the code of a dossier, a ticket. */
export function BigCode(props: { children?: Child }) {
  return <strong class="big-code">{props.children}</strong>;
}
