import type { Child } from 'hono/jsx';

export interface FormProps {
  children?: Child;
  /** Where it is sent; default: this page. */
  action?: string | undefined;
  method?: 'post' | 'get' | undefined;
  id?: string | undefined;
  /** Goes along as the hidden field `csrf`. */
  csrfToken?: string | undefined;
  /** Further hidden fields: idempotency key, version seen. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** With files. */
  files?: boolean | undefined;
  /** Names a form for searching, so that it can be reached as a landmark. */
  search?: boolean | undefined;
  label?: string | undefined;
  /** What is typed is kept in the browser under this name until the form was sent: a visit where there is no network. */
  draft?: string | undefined;
}

/** A form the server checks; the browser's own bubbles are off because they speak the browser's language, not the page's. */
export function Form(props: FormProps) {
  const method = props.method ?? 'post';
  return (
    <form
      class="form"
      action={props.action}
      method={method}
      id={props.id}
      enctype={props.files ? 'multipart/form-data' : undefined}
      novalidate
      role={props.search ? 'search' : undefined}
      aria-label={props.label}
      data-draft={props.draft}
      data-once={method === 'post' ? 'true' : undefined}
    >
      {props.csrfToken ? <input type="hidden" name="csrf" value={props.csrfToken} /> : null}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}
