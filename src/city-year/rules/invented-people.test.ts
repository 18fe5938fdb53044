import { expect, test } from 'vitest';
import { checkParty } from '#modules/dossiers/rules/check-party.ts';
import { readNameLists } from '../scenario-files.ts';
import { inventParty } from './invented-people.ts';
import { Seeded } from './seeded.ts';

const lists = readNameLists();
const people = Array.from({ length: 5000 }, (_, each) =>
  inventParty(lists, new Seeded(`test|${each}`), 'Phường Cống Vị'),
);

test('an invented person is taken by the desk like anybody', () => {
  for (const person of people) expect(checkParty(person)).toEqual({ ok: true, value: person });
});

test('the personal number of an invented person can be nobody’s: no province has the code 000', () => {
  expect(people.every(({ personalId }) => /^000\d{9}$/.test(personalId))).toBe(true);
});

test('the telephone of an invented person rings nowhere, and no letter reaches them', () => {
  expect(people.every(({ phone, email }) => /^010\d{7}$/.test(phone) && email === '')).toBe(true);
});

test('names are put together from the lists only, composed, with family, middle and given name', () => {
  const given = new Set([...lists.women.given, ...lists.men.given]);
  const families = new Set(lists.family.map(([name]) => name));
  for (const { name } of people) {
    const words = name.split(' ');
    expect(name).toBe(name.normalize('NFC'));
    expect(words.length).toBeGreaterThanOrEqual(3);
    expect(families.has(words[0]!)).toBe(true);
    expect(given.has(words.at(-1)!)).toBe(true);
  }
});

test('the same seed invents the same people, another seed others', () => {
  const again = inventParty(lists, new Seeded('test|7'), 'Phường Cống Vị');
  expect(again).toEqual(people[7]);
  expect(inventParty(lists, new Seeded('other|7'), 'Phường Cống Vị')).not.toEqual(people[7]);
});
