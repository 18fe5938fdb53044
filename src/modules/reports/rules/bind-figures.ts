import { figureDefinition } from '#modules/figures/rules/figure-catalogue.ts';
import {
  type FigureDefinition,
  type FigureDimension,
  figureDimensions,
} from '#modules/figures/rules/figure-definition.ts';
import type {
  BindingDefect,
  BindingDefectCode,
  BindingGround,
  BindingShow,
  BoundPiece,
  BoundText,
  FigureAsked,
  FigureBinding,
} from './figure-binding.ts';

/** Reads a text with bound figures; a binding that does not hold stays in it as typed, and is told of with its place. */
export function readBoundText(text: string, ground: BindingGround): BoundText {
  const pieces: BoundPiece[] = [];
  const defects: BindingDefect[] = [];
  let from = 0;
  const words = (until: number) => {
    if (until > from) pieces.push({ kind: 'words', words: text.slice(from, until) });
  };
  for (;;) {
    const start = text.indexOf('{{', from);
    if (start === -1) break;
    const next = text.indexOf('{{', start + 2);
    const end = text.indexOf('}}', start);
    words(start);
    if (end === -1 || (next !== -1 && next < end)) {
      const until = next === -1 ? text.length : next;
      const written = text.slice(start, until);
      defects.push({ code: 'binding-not-closed', at: start, written, word: written });
      pieces.push({ kind: 'words', words: written });
      from = until;
      continue;
    }
    const written = text.slice(start + 2, end).trim();
    const read = readBinding(written, ground);
    if ('code' in read) {
      defects.push({ ...read, at: start, written });
      pieces.push({ kind: 'words', words: text.slice(start, end + 2) });
    } else pieces.push({ kind: 'binding', written, binding: read });
    from = end + 2;
  }
  words(text.length);
  return { pieces, defects };
}

type Unread = Pick<BindingDefect, 'code' | 'word'>;
const unread = (code: BindingDefectCode, word: string): Unread => ({ code, word });

/** What stands between the braces. */
function readBinding(written: string, ground: BindingGround): FigureBinding | Unread {
  const [figureId = '', ...clauses] = written.split('|').map((part) => part.trim());
  const definition = figureDefinition(figureId);
  if (!definition) return unread('binding-figure-unknown', figureId);
  let span: string | undefined;
  let unitId: string | undefined;
  let show: BindingShow | undefined;
  let withMeasure = false;
  for (const clause of clauses) {
    const [, verb, rest = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(clause) ?? [];
    if (verb === 'in') {
      if (span !== undefined) return unread('binding-said-twice', clause);
      if (!ground.spans.has(rest)) return unread('binding-span-unknown', rest);
      span = rest;
    } else if (verb === 'at') {
      if (unitId !== undefined) return unread('binding-said-twice', clause);
      if (!ground.isUnit(rest)) return unread('binding-unit-unknown', rest);
      unitId = rest;
    } else if (clause === 'with unit') {
      if (withMeasure) return unread('binding-said-twice', clause);
      withMeasure = true;
    } else {
      const read = readShow(clause, definition, ground);
      if ('code' in read) return read;
      if (show) return unread('binding-said-twice', clause);
      show = read;
    }
  }
  return { figureId, span, unitId, show: show ?? { what: 'value' }, withMeasure };
}

function readShow(clause: string, definition: FigureDefinition, ground: BindingGround): BindingShow | Unread {
  const share = /^share of (\S+)(?: to ([0-4]))?$/.exec(clause);
  if (share) {
    const [, of = '', decimals] = share;
    if (!figureDefinition(of)) return unread('binding-figure-unknown', of);
    return {
      what: 'share',
      of,
      decimals: decimals === undefined ? shareDecimals(definition.id, of) : Number(decimals),
    };
  }
  const change = /^change on (\S+)$/.exec(clause);
  if (change) {
    const [, on = ''] = change;
    return ground.spans.has(on) ? { what: 'change', on } : unread('binding-span-unknown', on);
  }
  const since = /^since (over|under) (\d{1,9})$/.exec(clause);
  if (since)
    return readBy(definition, 'month', () => ({
      what: 'since',
      side: since[1] as 'over' | 'under',
      limit: Number(since[2]),
    }));
  const ranked = /^(highest|lowest) ([1-9]\d?) by (\S+)$/.exec(clause);
  if (ranked)
    return readBy(definition, ranked[3]!, (by) => ({
      what: ranked[1] as 'highest' | 'lowest',
      count: Number(ranked[2]),
      by,
    }));
  const line = /^of (\S+) (.+)$/.exec(clause);
  if (line) return readBy(definition, line[1]!, (by) => ({ what: 'line', by, key: line[2]! }));
  return unread('binding-clause-unknown', clause);
}

function readBy(definition: FigureDefinition, word: string, show: (by: FigureDimension) => BindingShow) {
  const by = figureDimensions.find((dimension) => dimension === word);
  return by && definition.dimensions.includes(by) ? show(by) : unread('binding-not-by', word);
}

/** One decimal, unless the catalogue rounds the same share otherwise. */
function shareDecimals(part: string, of: string): number {
  const source = figureDefinition(`${part}_share`)?.source;
  const isTheSame =
    source?.from === 'figures' &&
    'share' in source.how &&
    source.how.share.join() === part &&
    source.how.of.join() === of;
  return isTheSame ? (figureDefinition(`${part}_share`)?.decimals ?? 1) : 1;
}

/** What must be asked so that a binding can be shown. */
export function figuresOfBinding(binding: FigureBinding, spanOf: (figureId: string) => string): readonly FigureAsked[] {
  const { figureId, show } = binding;
  const asked = {
    figureId,
    span: binding.span ?? spanOf(figureId),
    unitId: binding.unitId ?? null,
    by: null,
  };
  if (show.what === 'share') return [asked, { ...asked, figureId: show.of }];
  if (show.what === 'change') return [asked, { ...asked, span: show.on }];
  if (show.what === 'since') return [{ ...asked, by: 'month' }];
  return 'by' in show ? [{ ...asked, by: show.by }] : [asked];
}
