import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { DossierSubmission } from '#modules/dossiers/index.ts';
import { type LegDefinition, type ProcedureDefinition, publishVersion } from '#modules/procedures/index.ts';
import { officerOf, submitter } from '../tests/city.ts';
import { sampleSubmission } from '../tests/sample-submission.ts';
import type { Bench } from './measure.ts';
import { key, measureLifecycles, must } from './measure-lifecycles.ts';

const procedureCode = '1.009994';
const districts = ['q-001', 'q-002', 'q-003', 'q-004', 'q-005', 'q-006', 'q-007', 'q-008', 'q-009', 'q-019'];

/**
 * A building permit whose appraisal asks three other offices at once; each signs for its part, proposes and signs an
 * answer, and the dossier goes on when all have answered. Nineteen acts, each its own transaction.
 */
export const benchInterlinked: Bench = (seconds) =>
  measureLifecycles({
    seconds,
    prepare: async (app, { db }, workers) => {
      const procedure = await app.procedures.inForce(procedureCode);
      if (!procedure) throw new Error(`${procedureCode} is not in force`);
      const published = await publishVersion(db, withThreeLegs(procedure.definition));
      if (!published.ok) throw new Error(JSON.stringify(published.refusal));
      const filled = await sampleSubmission(app, procedureCode, 'q-001');
      return Array.from({ length: workers }, (_, worker) => {
        const district = staffOf(districts[worker % districts.length]!, worker);
        return () => liveThrough(app, filled, district);
      });
    },
  });

/** The two legs of the permit, and the environment division as a third. */
function withThreeLegs(definition: ProcedureDefinition): ProcedureDefinition {
  const at = { of: 'receiver', part: 'natural-resources' } as const;
  const name = { vi: 'Thông tin môi trường', en: 'Environment' };
  const third: LegDefinition = {
    id: 'environment',
    name,
    question: { vi: 'Thửa đất có vướng hành lang bảo vệ không?', en: 'Is the plot in a protected corridor?' },
    limit: '3 working-day',
    source: 'bench',
    route: [
      { id: 'environment-check', name, work: 'handle', role: 'case-handler', at, hours: 8 },
      { id: 'environment-sign', name, work: 'sign', role: 'signatory', at, hours: 8 },
    ],
  };
  return {
    ...definition,
    route: definition.route.map((step) =>
      step.legs ? { ...step, legs: { ...step.legs, legs: [...step.legs.legs, third] } } : step,
    ),
    inForce: { ...definition.inForce, from: '2021-06-01' },
  };
}

interface District {
  readonly id: string;
  readonly desk: Actor;
  readonly office: Actor;
  readonly leader: Actor;
  readonly others: readonly { readonly branchId: string; readonly staff: Actor }[];
}

function staffOf(id: string, worker: number): District {
  const everyone = ['unit-head', 'case-handler', 'signatory'] as const;
  const at = (unitId: string, number: number) => officerOf(unitId, everyone, worker * 10 + number);
  return {
    id,
    desk: officerOf(`${id}.desk`, ['intake-officer', 'desk-head'], worker * 10 + 1),
    office: at(`${id}.urban-management`, 2),
    leader: officerOf(id, ['signatory', 'records-clerk'], worker * 10 + 3),
    others: [
      { branchId: 'appraise/planning', staff: at('so-quy-hoach-kien-truc.planning', 4) },
      { branchId: 'appraise/cadastre', staff: at(`${id}.land-registration`, 5) },
      { branchId: 'appraise/environment', staff: at(`${id}.natural-resources`, 6) },
    ],
  };
}

const grant = { outcome: 'grant', summary: 'Phù hợp quy hoạch, không tranh chấp.' };
const sign = {};

/** One dossier with its three parts, from the citizen's hand to the citizen's hand. */
async function liveThrough(app: App, filled: DossierSubmission, district: District): Promise<void> {
  const { id, desk, office, leader, others } = district;
  const received = must(await app.dossiers.receive(desk, { ...filled, receiverId: id }, key()));
  const { caseId } = received;
  const move = async (actor: Actor, name: string, data: object, of = caseId) =>
    must(await app.dossiers.move(actor, { caseId: of, move: name, data }, { key: key() }));
  await move(desk, 'forward', { note: '' });
  await move(office, 'take-over', {});
  for (const { branchId, staff } of others) {
    const part = app.dossiers.partId(caseId, branchId);
    await move(staff, 'take-over', {}, part);
    await move(staff, 'propose', grant, part);
    await move(staff, 'sign', sign, part);
  }
  await move(office, 'propose', grant);
  await move(office, 'approve', { note: '' });
  await move(leader, 'sign', sign);
  await move(leader, 'issue', { number: '77/GPXD' });
  await move(desk, 'return-result', { receivedBy: submitter.name, method: 'desk' });
}
