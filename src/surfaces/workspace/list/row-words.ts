import type { App } from '#app.ts';
import type { Role } from '#case-engine/rules/authority.ts';
import type { WorkRow } from '#case-engine/work-list.ts';
import type { Text } from '#kernel/text.ts';
import { dossierKindIfKnown } from '#modules/dossiers/index.ts';
import { taskGiverWords } from '#surfaces/web/task-words.ts';
import { roleWords } from '#surfaces/web/words.ts';
import { kindIfKnown } from '../kinds.ts';
import type { Officer } from '../officer.ts';
import { askedOf, type Ground, shareGone, type TimeLeft, timeLeft, timeToAnswer } from '../time-left.ts';
import { stateWords, unitWords } from '../words.ts';

/** A row of the list as an officer reads it. */
export interface RowWords {
  readonly row: WorkRow;
  readonly code: string;
  readonly state: ReturnType<typeof stateWords>;
  readonly step: Text | null;
  /** What it is about: the procedure, who gave the task. */
  readonly subject: Text;
  readonly holder: Text | null;
  readonly unit: Text | null;
  /** It stands at a unit of the officer's own. */
  readonly isOwn: boolean;
  readonly left: TimeLeft | null;
  readonly shareOfOne: number;
}

const stopped = ['settled', 'returned'];

/** Puts names to the ids of rows. Steps are named by the version in force: their names outlive versions. */
export async function putInWords(app: App, officer: Officer, rows: readonly WorkRow[]): Promise<readonly RowWords[]> {
  const codes = [...new Set(rows.flatMap(({ kind, typeCode }) => (dossierKindIfKnown(kind) ? [typeCode] : [])))];
  const procedures = new Map(
    await Promise.all(codes.map(async (code) => [code, await app.procedures.inForce(code)] as const)),
  );
  return rows.map((row) => {
    const route = procedures.get(row.typeCode)?.definition.route ?? [];
    const due = row.holderUnitId && !stopped.includes(row.state) ? row.dueAt : null;
    const unitId = row.handOverTo ?? row.holderUnitId;
    const unit = unitId ? unitWords(unitId, officer.ground.tree) : null;
    const isOwn = unitId !== null && officer.unitIds.includes(unitId);
    const ground = { calendar: officer.ground.calendar, hours: officer.ground.hoursOf(row.receivingUnitId) };
    return {
      row,
      subject: row.subject ?? kindWords(row),
      code: row.code ?? row.reference,
      state: stateWords(row.state, row.kind),
      step: row.state === 'in-process' ? stepOf(row, route) : null,
      holder: holderOf(row),
      unit,
      isOwn,
      left: due && leftOf(row, due, officer.now, ground),
      shareOfOne: due ? shareGone(row.openedAt, due, officer.now) : 0,
    };
  });
}

/** Open and never late: it waits for the person it belongs to. */
const leftOf = ({ lateAt, state }: WorkRow, due: Temporal.Instant, now: Temporal.Instant, ground: Ground): TimeLeft =>
  lateAt ? timeLeft(due, lateAt, now, ground) : timeToAnswer(due, now, ground, askedOf(state));

/** A kind that says no more of a row than its name and type. */
function kindWords({ kind, typeCode }: WorkRow): Text {
  const giver = taskGiverWords[typeCode as keyof typeof taskGiverWords];
  const name = kindIfKnown(kind)?.name ?? { vi: kind, en: kind };
  return giver ? { vi: `${name.vi} của ${giver.vi}`, en: `${name.en} from ${giver.en}` } : name;
}

function stepOf(row: WorkRow, route: readonly { readonly id: string; readonly name: Text }[]): Text | null {
  if (row.handOverTo) return { vi: 'Chờ nơi nhận ký', en: 'Waiting for the receiver to sign' };
  return route.find((step) => step.id === row.stepName)?.name ?? null;
}

function holderOf(row: WorkRow): Text | null {
  if (row.handOverTo) return { vi: 'Chưa ai ký nhận', en: 'Not signed for yet' };
  if (row.holderName) return { vi: row.holderName, en: row.holderName };
  return row.holderRole ? (roleWords[row.holderRole as Role] ?? null) : null;
}
