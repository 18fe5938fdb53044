import type { Child } from 'hono/jsx';
import type { Language } from '#kernel/text.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { speaker } from './speaker.ts';

/** One box and one button. `large`: the question a page opens with, as its h1. */
export function SearchBox(props: {
  language: Language;
  action: string;
  label: string;
  name?: string | undefined;
  value?: string | undefined;
  hint?: string | undefined;
  button?: string | undefined;
  large?: boolean | undefined;
  autofocus?: boolean | undefined;
  /** Hidden fields that keep filters. */
  children?: Child;
}) {
  return (
    <search>
      <form action={props.action} method="get" class={props.large ? 'search-box large full' : 'search-box'}>
        {props.children}
        <Field
          language={props.language}
          kind="search"
          name={props.name ?? 'q'}
          label={props.label}
          value={props.value}
          hint={props.hint}
          asHeading={props.large}
          autofocus={props.autofocus}
          noRequire
        />
        <Button variant={props.large ? 'primary' : 'secondary'}>
          {props.button ?? speaker(props.language)('Tìm', 'Search')}
        </Button>
      </form>
    </search>
  );
}
