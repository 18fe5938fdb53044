import type { Child } from 'hono/jsx';

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary';

export interface ButtonProps {
  children?: Child;
  /** Default `primary`: one a page. */
  variant?: ButtonVariant | undefined;
  /** `danger` for what cannot be taken back. */
  tone?: 'danger' | undefined;
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Sends the form it stands outside of. */
  form?: string | undefined;
  formaction?: string | undefined;
  disabled?: boolean | undefined;
  /** A key of the workspace that presses this button, shown on it. */
  shortcut?: string | undefined;
}

/** Does something: sends its form. */
export function Button(props: ButtonProps) {
  return (
    <button
      class="ds-button"
      type={props.type ?? 'submit'}
      data-variant={props.variant ?? 'primary'}
      data-color={props.tone}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      disabled={props.disabled}
      data-shortcut={props.shortcut}
      aria-keyshortcuts={props.shortcut}
    >
      {props.children}
      {props.shortcut ? (
        <span class="key" aria-hidden="true">
          {props.shortcut}
        </span>
      ) : null}
    </button>
  );
}

/** Goes somewhere, and is the main thing to do on the page. */
export function ButtonLink(props: {
  href: string;
  children?: Child;
  variant?: ButtonVariant | undefined;
  download?: boolean | undefined;
}) {
  return (
    <a class="ds-button" data-variant={props.variant ?? 'primary'} href={props.href} download={props.download}>
      {props.children}
    </a>
  );
}

/** Buttons side by side; on a phone one below the other. */
export function Actions(props: { children?: Child }) {
  return <div class="actions">{props.children}</div>;
}

/** Prints the page. Appears only where script runs: the browser's own menu prints without it. */
export function PrintButton(props: { children?: Child }) {
  return (
    <button class="ds-button" type="button" data-variant="secondary" data-print hidden>
      {props.children}
    </button>
  );
}
