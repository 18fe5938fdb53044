import type { Child } from 'hono/jsx';
import { FeedbackAnswers, FeedbackFactsList, FeedbackNotices } from '../feedback/feedback-facts.tsx';
import { RoundFactsList, RoundWork, SheetFactsList, SheetWork } from '../indices/round-facts.tsx';
import { InspectionFactsList, InspectionFindings } from '../inspections/inspection-facts.tsx';
import {
  OpinionFactsList,
  ReportFactsList,
  ReportParts,
  RequestFactsList,
  RequestWork,
} from '../reports/report-facts.tsx';
import { TaskFactsList, TaskNotices, TaskParts, TaskQuote } from '../tasks/task-facts.tsx';
import type { OpenPlainCase } from './plain-case.ts';

type Part = (props: { open: OpenPlainCase }) => Child;

/** What only this kind of case shows on the page that all such kinds share. */
export interface PlainView {
  /** Above everything: what has to be known first. */
  readonly notices: Part | null;
  readonly facts: Part;
  /** Beside the journal. */
  readonly work: Part;
  /** Beside the form of a move. */
  readonly quote: Part | null;
}

const taskView: PlainView = { notices: TaskNotices, facts: TaskFactsList, work: TaskParts, quote: TaskQuote };

const views: Readonly<Record<string, PlainView>> = {
  inspection: { notices: null, facts: InspectionFactsList, work: InspectionFindings, quote: null },
  report: { notices: null, facts: ReportFactsList, work: ReportParts, quote: null },
  'report-request': { notices: null, facts: RequestFactsList, work: RequestWork, quote: null },
  'report-opinion': { notices: null, facts: OpinionFactsList, work: () => null, quote: null },
  'index-round': { notices: null, facts: RoundFactsList, work: RoundWork, quote: null },
  'index-sheet': { notices: null, facts: SheetFactsList, work: SheetWork, quote: null },
  feedback: { notices: FeedbackNotices, facts: FeedbackFactsList, work: FeedbackAnswers, quote: null },
};

export const viewOf = ({ page }: OpenPlainCase): PlainView => views[page.kind.kind] ?? taskView;
