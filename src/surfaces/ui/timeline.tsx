import type { Child } from 'hono/jsx';
import { formatMoment } from './formats.ts';

export interface TimelineEntry {
  /** Local time of the city. */
  readonly at: Temporal.PlainDateTime;
  /** A sentence: who did what. */
  readonly sentence: Child;
  /** Why, in the person's own words. */
  readonly note?: Child;
  /** What came of it. */
  readonly after?: Child;
  /** Papers it was done with. */
  readonly papers?: readonly { readonly label: string; readonly href?: string | undefined }[] | undefined;
}

/** The journal of a case in sentences. Give the entries in the order they are to be read. */
export function Timeline(props: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="journal">
      {props.entries.map((entry) => (
        <li>
          <time datetime={entry.at.toString({ smallestUnit: 'minute' })}>{formatMoment(entry.at)}</time>
          <div>
            <p>{entry.sentence}</p>
            {entry.note ? <p class="note">{entry.note}</p> : null}
            {entry.after}
            {entry.papers && entry.papers.length > 0 ? (
              <ul class="papers">
                {entry.papers.map((paper) => (
                  <li>{paper.href ? <a href={paper.href}>{paper.label}</a> : paper.label}</li>
                ))}
              </ul>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
