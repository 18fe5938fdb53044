import type { DossierPage } from '../../dossier-page.ts';
import type { IssuedSlip } from '../../rules/slips.ts';
import { headingOf, type SlipFacts, type SlipFrame, slipFrame } from '../slip-frame.ts';
import { journalMoment } from '../slip-words.ts';

/** Form 03 as text, in the order in which it is read. */
export interface RefusalSlipContent extends SlipFrame {
  readonly desk: string;
  readonly owner: string;
  readonly submitter: { readonly [line in 'name' | 'address' | 'phone' | 'email']: string };
  readonly requested: string;
  readonly procedureCode: string;
  readonly received: string;
  readonly reason: string;
  readonly clause: string;
  readonly receiver: string;
}

/**
 * The content of form 03, "Phiếu từ chối tiếp nhận giải quyết hồ sơ": never without reason and clause.
 * @see NĐ 61/2018/NĐ-CP art. 17.1b; TT 01/2018/TT-VPCP, Mẫu số 03
 */
export function refusalSlipContent(page: DossierPage, slip: IssuedSlip, facts: SlipFacts): RefusalSlipContent {
  const { dossier, procedure, state } = page;
  const { name, address, phone, email } = dossier.submitter;
  const { reason, clause } = slip.entry.data;
  return {
    ...slipFrame(page, slip, facts, 'Phiếu từ chối tiếp nhận giải quyết hồ sơ'),
    desk: headingOf(page, slip, facts).deskName,
    owner: dossier.ownerName,
    submitter: { name, address, phone, email },
    requested: procedure.definition.name.vi,
    procedureCode: procedure.definition.code,
    received: journalMoment(state.openedAt),
    reason: String(reason ?? ''),
    clause: String(clause ?? ''),
    receiver: slip.entry.actor.name,
  };
}
