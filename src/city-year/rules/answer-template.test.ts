import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ProcedureDefinition } from '#modules/procedures/rules/procedure-definition.ts';
import { readNameLists } from '../scenario-files.ts';
import { answerTemplate, fillTemplate } from './answer-template.ts';
import { Seeded } from './seeded.ts';

const lists = readNameLists();
const today = Temporal.PlainDate.from('2021-10-30');
const birth = JSON.parse(readFileSync('reference/procedures/1.001193.json', 'utf8')) as ProcedureDefinition;

test('a mother in an invented dossier bears the name of a woman and was born long before her child', () => {
  for (let way = 0; way < 40; way++) {
    const chance = new Seeded(`mother|${way}`);
    const answers = fillTemplate(answerTemplate(birth, lists, chance, today), lists, chance);
    const answerOf = (id: string) => String(answers.find((one) => one.id === id)?.answer);
    const middle = answerOf('motherName').split(' ')[1];
    expect(lists.women.middle.some((one) => one.split(' ')[0] === middle)).toBe(true);
    const years = Temporal.PlainDate.from(answerOf('motherBornOn')).until(answerOf('childBornOn'), {
      largestUnit: 'year',
    });
    expect(years.years).toBeGreaterThanOrEqual(18);
  }
});
