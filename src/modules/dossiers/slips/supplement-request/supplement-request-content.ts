import type { DossierPage } from '../../dossier-page.ts';
import type { SupplementItem } from '../../rules/move-data.ts';
import type { IssuedSlip } from '../../rules/slips.ts';
import { headingOf, type SlipFacts, type SlipFrame, slipFrame } from '../slip-frame.ts';
import { journalMoment } from '../slip-words.ts';

/** Form 02 as text, in the order in which it is read. */
export interface SupplementRequestContent extends SlipFrame {
  readonly submitter: { readonly [line in 'name' | 'address' | 'phone']: string };
  readonly owner: string;
  readonly requested: string;
  readonly procedureCode: string;
  readonly received: string;
  readonly items: readonly SupplementItem[];
  /** By when; empty when the procedure sets no day. */
  readonly answerBy: string;
  readonly answerAt: string;
  readonly guide: string;
}

/**
 * The content of form 02, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ": everything at once, each with reason and clause.
 * @see NĐ 61/2018/NĐ-CP art. 17.1a; TT 01/2018/TT-VPCP, Mẫu số 02
 */
export function supplementRequestContent(
  page: DossierPage,
  slip: IssuedSlip,
  facts: SlipFacts,
): SupplementRequestContent {
  const { dossier, procedure, state } = page;
  const { name, address, phone } = dossier.submitter;
  return {
    ...slipFrame(page, slip, facts, 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'),
    submitter: { name, address, phone },
    owner: dossier.ownerName,
    requested: procedure.definition.name.vi,
    procedureCode: procedure.definition.code,
    received: journalMoment(state.acceptedAt ?? state.openedAt),
    items: itemsOf(slip.entry.data.items),
    answerBy: journalMoment(slip.entry.effect.dueAt),
    answerAt: headingOf(page, slip, facts).deskName,
    guide: slip.entry.actor.name,
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function itemsOf(items: unknown): SupplementItem[] {
  if (!Array.isArray(items)) return [];
  return items.map((item) => ({
    what: textOf(item?.what),
    reason: textOf(item?.reason),
    clause: textOf(item?.clause),
  }));
}
