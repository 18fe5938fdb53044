import { expect, test } from 'vitest';
import { readReferenceProcedures } from '../load-reference-procedures.ts';
import { defectsOf } from './check-definition.ts';
import { hoursSureIn } from './limit-defects.ts';
import type { ProcedureDefinition } from './procedure-definition.ts';

const sound = readReferenceProcedures().find((definition) => definition.code === '1.001193')!;
type Draft = { -readonly [Part in keyof ProcedureDefinition]: ProcedureDefinition[Part] };

function defectsAfter(change: (draft: Draft) => void): string {
  const draft = structuredClone(sound) as Draft;
  change(draft);
  return defectsOf(draft).join('; ');
}

test('a sound definition has no defects', () => {
  expect(defectsOf(sound)).toEqual([]);
});

const page = (draft: Draft, index: number) => draft.form.pages[index]! as unknown as { questions: object[] };
const cases: readonly [string, (draft: Draft) => void, string][] = [
  [
    'a route that begins elsewhere',
    (d) => {
      d.route = d.route.slice(1);
    },
    'must begin with receive',
  ],
  [
    'a route that does not come back',
    (d) => {
      d.route = d.route.slice(0, -1);
    },
    'must end with return',
  ],
  [
    'a route nobody signs',
    (d) => {
      d.route = d.route.filter((step) => step.work !== 'sign');
    },
    'exactly one step that is to sign, and has 0',
  ],
  [
    'a route signed twice',
    (d) => {
      d.route = d.route.flatMap((step) => (step.work === 'sign' ? [step, { ...step, id: 'again' }] : [step]));
    },
    'and has 2',
  ],
  [
    'a route nobody works on',
    (d) => {
      d.route = d.route.filter((step) => step.work !== 'handle');
    },
    'somebody must handle',
  ],
  [
    'two steps of one name',
    (d) => {
      d.route = d.route.map((step) => (step.work === 'issue' ? { ...step, id: 'sign' } : step));
    },
    'two steps are called sign',
  ],
  [
    'steps longer than the promise',
    (d) => {
      d.route = d.route.map((step) => ({ ...step, hours: step.hours + 1 }));
    },
    'the steps take 13 working hours',
  ],
  [
    'half an hour',
    (d) => {
      d.route = d.route.map((step) => ({ ...step, hours: step.hours / 2 }));
    },
    'not whole hours',
  ],
  [
    'a last limit with a condition',
    (d) => {
      d.limits = d.limits.map((limit) => ({ ...limit, when: 'copies > 1' }));
    },
    'the last limit must hold',
  ],
  [
    'a limit nobody can read',
    (d) => {
      d.limits = d.limits.map((limit) => ({ ...limit, announced: 'soon' }));
    },
    '“soon” cannot be read',
  ],
  [
    'a promise longer than the law',
    (d) => {
      d.limits = d.limits.map((limit) => ({ ...limit, announced: '1 working-day' }));
    },
    'longer than the law',
  ],
  [
    'a name no question gives',
    (d) => {
      d.dues = d.dues.map((item) => ({ ...item, when: 'parentsMaried = true' }));
    },
    'asks for parentsMaried',
  ],
  [
    'an amount that is no FEEL',
    (d) => {
      d.dues = d.dues.map((item) => ({ ...item, amount: '8000 *' }));
    },
    'is not FEEL',
  ],
  [
    'a question asked before its reason',
    (d) => {
      page(d, 0).questions[0] = { ...page(d, 0).questions[0], when: 'parentsMarried = true' };
    },
    'not answered before it',
  ],
  [
    'two questions of one name',
    (d) => {
      page(d, 1).questions[0] = page(d, 0).questions[0]!;
    },
    'two questions are called childName',
  ],
  [
    'a name that is no name',
    (d) => {
      page(d, 0).questions[0] = { ...page(d, 0).questions[0], id: 'tên-bé' };
    },
    'no name for a question',
  ],
  [
    'nothing to choose',
    (d) => {
      page(d, 0).questions[1] = { ...page(d, 0).questions[1], options: [] };
    },
    'leaves nothing to choose',
  ],
  [
    'two documents of one name',
    (d) => {
      d.documents = [...d.documents, d.documents[0]!];
    },
    'two documents are called declaration',
  ],
  [
    'one language alone',
    (d) => {
      d.name = { vi: d.name.vi, en: '' };
    },
    'name has no words in en',
  ],
  [
    'letters that are not composed',
    (d) => {
      d.summary = { ...d.summary, vi: d.summary.vi.normalize('NFD') };
    },
    'not in composed letters',
  ],
  [
    'no day it is in force from',
    (d) => {
      d.inForce = { ...d.inForce, from: '2021-02-30' };
    },
    'no day to be in force from',
  ],
  [
    'no legal basis',
    (d) => {
      d.legalBasis = [];
    },
    'no legal basis',
  ],
];

test.each(cases)('%s is a defect', (_, change, words) => {
  expect(defectsAfter(change)).toContain(words);
});

test('calendar days are sure to hold only the working days that no week-end can take', () => {
  expect(hoursSureIn({ unit: 'calendar-day', amount: 15 })).toBe(80);
  expect(hoursSureIn({ unit: 'calendar-day', amount: 10 })).toBe(48);
  expect(hoursSureIn({ unit: 'calendar-day', amount: 2 })).toBe(0);
  expect(hoursSureIn({ unit: 'month', amount: 1 })).toBe(160);
});
