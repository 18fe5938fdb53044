import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import { type IssuedSlip, slipsFor } from '#modules/dossiers/index.ts';
import { Button, Form, formatMoment, speaker, textIn } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { slipResponse, slipShortName } from '#surfaces/web/slip-words.ts';
import { type OpenCase, onCase } from './open-case.ts';

export type SlipPrints = Awaited<ReturnType<App['dossiers']['slipPrints']>>;

/** One press records the print and shows the paper. */
export function PrintSlip(props: { open: OpenCase; slip: IssuedSlip; variant?: 'primary' | 'secondary' }) {
  const { open, slip } = props;
  const { language, csrfToken } = open.officer.visitor;
  const say = speaker(language);
  return (
    <Form csrfToken={csrfToken} action={open.href(`phieu/${slip.form}`)} hidden={{ seq: String(slip.entry.seq) }}>
      <Button variant={props.variant ?? 'secondary'}>
        {say('In', 'Print')} {textIn(language, slipShortName(slip))}
      </Button>
    </Form>
  );
}

/** The forms this dossier has now, each to be printed, and the trace of every print. */
export function CaseSlips(props: { open: OpenCase; prints: SlipPrints }) {
  const { open, prints } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const slips = slipsFor(open.page, open.officer.actor);
  // the part of another agency writes nothing to the citizen: its hops stand on the control slip of the dossier
  if (open.page.state.parent) return null;
  const nameOf = (form: string, seq: number) => {
    const slip = slips.find((one) => one.form === form && one.entry.seq === seq);
    return slip ? textIn(language, slipShortName(slip)) : form;
  };
  return (
    <section id="phieu">
      <h2>{say('Phiếu của hồ sơ', 'Forms of the dossier')}</h2>
      {slips.length === 0 ? (
        <p class="quiet">
          {say(
            'Chưa có phiếu nào: giấy hẹn có khi hồ sơ được tiếp nhận.',
            'None yet: the receipt comes with acceptance.',
          )}
        </p>
      ) : (
        <ul class="list">
          {slips.map((slip) => (
            <li>
              <PrintSlip open={open} slip={slip} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={open.href('phieu-danh-gia.pdf')}>
          {say('Phiếu đánh giá (đưa kèm kết quả)', 'Feedback slip (given with the result)')}
        </a>
      </p>
      {prints.length === 0 ? null : (
        <>
          <h3>{say('Đã in', 'Printed')}</h3>
          <ul class="small">
            {prints.map((print) => (
              <li>
                {nameOf(print.form, print.seq)}:{' '}
                {print.nth === 1
                  ? say('lần đầu', 'first')
                  : say(`in lại lần ${print.nth - 1}`, `reprint ${print.nth - 1}`)}
                , {print.printedBy}, {formatMoment(toLocal(print.printedAt))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** POST `…/phieu/:form`: the print is recorded, then its paper is shown at an address of its own. */
export const printSlip = (app: App) =>
  onCase(app, async (open, context) => {
    const seq = Number(readForm(context).text('seq'));
    const wanted = { form: context.req.param('form') ?? '', ...(Number.isInteger(seq) && seq > 0 ? { seq } : {}) };
    const print = await app.dossiers.printSlip(open.officer.actor, open.caseId, wanted);
    if (!print.ok) return showRefusal(context, print.refusal);
    return context.redirect(open.href(`ban-in/${print.value.id}.pdf`), 303);
  });

/** `…/ban-in/:print`: the paper of a print, as long as the dossier is as it was; then one prints it anew. */
export const printedSlip = (app: App) =>
  onCase(app, async (open, context) => {
    const printId = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.pdf$/.exec(context.req.param('print') ?? '')?.[1];
    if (!printId) return notFoundPage(context);
    const file = await app.dossiers.printedSlip(open.officer.actor, open.caseId, printId);
    return file ? slipResponse(file) : context.redirect(open.href(), 303);
  });
