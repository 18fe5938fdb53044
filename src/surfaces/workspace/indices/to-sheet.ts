import type { App } from '#app.ts';
import { onSheet } from './on-sheet.ts';

/** The moves that are made on the sheet itself lead there from the page of the case. */
export const toSheet = (app: App, move: 'score-criterion' | 'appraise-sheet') =>
  onSheet(app, ({ at }, context) => context.redirect(at(move === 'appraise-sheet' ? '/tham-dinh' : ''), 303));
