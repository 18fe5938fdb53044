import type { Child } from 'hono/jsx';
import type { Language } from '#kernel/text.ts';
import { speaker } from './speaker.ts';

export type StationState = 'done' | 'current' | 'next' | 'skipped';

export interface Station {
  readonly name: string;
  /** Who answers for it: unit or post. */
  readonly holder?: string | undefined;
  /** How long it may take, or when it was done. */
  readonly time?: string | undefined;
  readonly note?: Child;
  /** Absent on the page of a procedure, where nothing has begun. */
  readonly state?: StationState | undefined;
}

/** The way of a case as a line with stations: an ordered list that reads well and looks like what it is. */
export function RoutePicture(props: {
  language: Language;
  /** What the list is of, for screen readers: "Đường đi của hồ sơ". */
  label: string;
  stations: readonly Station[];
  /** On a wide screen from left to right: up to six short stations. */
  across?: boolean | undefined;
}) {
  const say = speaker(props.language);
  const words: Readonly<Record<StationState, string>> = {
    done: say('đã xong', 'done'),
    current: say('đang ở đây', 'now here'),
    next: say('chưa tới', 'not yet'),
    skipped: say('bỏ qua', 'skipped'),
  };
  return (
    <ol class={props.across ? 'route across' : 'route'} aria-label={props.label}>
      {props.stations.map((station, index) => (
        <li data-state={station.state ?? 'next'} aria-current={station.state === 'current' ? 'step' : undefined}>
          <StationMark state={station.state ?? 'next'} />
          <span class="route-name">
            <span class="ds-sr-only">{index + 1}. </span>
            {station.name}
          </span>
          {station.state === 'current' ? (
            <span class="route-now">
              <span class="dot"> · </span>
              {words.current}
            </span>
          ) : station.state ? (
            <span class="ds-sr-only"> ({words[station.state]})</span>
          ) : null}
          {station.holder || station.time ? (
            <span class="route-more">{[station.holder, station.time].filter(Boolean).join(' · ')}</span>
          ) : null}
          {station.note ? <div class="route-more">{station.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}

function StationMark(props: { state: StationState }) {
  return (
    <svg class="station" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9.5" />
      {props.state === 'done' ? <path d="M7.5 12.5l3 3 6-7" /> : null}
      {props.state === 'current' ? <circle class="core" cx="12" cy="12" r="4" /> : null}
    </svg>
  );
}
