import type { Child } from 'hono/jsx';
import type { Refusal } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { ErrorSummary, localHref, speaker } from '#surfaces/ui/index.ts';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import type { Visitor } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

export const steps = ['gui', 'gui/o-dau', 'gui/ai-gui'] as const;
export type ReportStep = (typeof steps)[number];

/** What was refused, at its field. */
export function errorsIn(language: Language, refusals: readonly Refusal[]) {
  const errors = refusals.map((refusal) => ({
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  }));
  return { errors, at: (field: string) => errors.find((error) => error.field === field)?.message };
}

/** One of the three steps: what, where, who. */
export function ReportPage(props: {
  visitor: Visitor;
  step: ReportStep;
  title: string;
  refusals: readonly Refusal[];
  children?: Child;
}) {
  const { visitor, step, title } = props;
  const { language } = visitor;
  const say = speaker(language);
  const place = steps.indexOf(step);
  const before = steps[place - 1];
  const { errors } = errorsIn(language, props.refusals);
  return (
    <PortalPage
      visitor={{ ...visitor, path: `/phan-anh/${step}` }}
      title={`${title} · ${say('Gửi phản ánh', 'Report something')}`}
      hasErrors={errors.length > 0}
      back={
        before
          ? { href: localHref(language, `/phan-anh/${before}`), label: say('Bước trước', 'Previous step') }
          : { href: localHref(language, '/phan-anh'), label: say('Phản ánh, kiến nghị', 'Feedback') }
      }
    >
      <ErrorSummary language={language} errors={errors} />
      <p class="quiet">{say(`Bước ${place + 1} trong 3`, `Step ${place + 1} of 3`)}</p>
      <h1>{title}</h1>
      {props.children}
    </PortalPage>
  );
}
