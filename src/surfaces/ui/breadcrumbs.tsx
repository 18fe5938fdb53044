import type { Language } from '#kernel/text.ts';
import { speaker } from './speaker.ts';

/** Where this page stands. The last one is the page itself and needs no link. */
export function Breadcrumbs(props: {
  language: Language;
  items: readonly { readonly label: string; readonly href?: string | undefined }[];
}) {
  return (
    <nav class="crumbs" aria-label={speaker(props.language)('Vị trí trang', 'Breadcrumbs')}>
      <ol class="trail">
        {props.items.map((item, index) => (
          <li>
            {item.href ? (
              <a href={item.href}>{item.label}</a>
            ) : (
              <span aria-current={index === props.items.length - 1 ? 'page' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
