import { describe, expect, test } from 'vitest';
import { dossierScore, type Points, type RatingAnswers, type ScoredJournal } from './dossier-score.ts';
import { dutyShare, meanTenths, officialScore } from './service-score.ts';

const journal: ScoredJournal = { timeliness: 'early', parts: [], supplements: 0, cameToDesk: false };
const content: RatingAnswers = { attitude: 'good', elsewhere: false, organisation: 'good', publication: 'right' };
const points = (more: Partial<ScoredJournal>, answers?: Partial<RatingAnswers>) =>
  dossierScore({ ...journal, ...more }, answers && { ...content, ...answers });

describe('the points of a dossier', () => {
  test.each([
    ['1: earlier than the limit', 1, points({}), 2],
    ['1: on the day', 1, points({ timeliness: 'on-time' }), 1],
    ['1: late', 1, points({ timeliness: 'late' }), 0],
    ['2: each agency by its own limit', 2, points({ parts: ['early', 'late'] }), [2, 2, 0]],
    ['2: alone, the agency is the whole', 2, points({}), [2]],
    ['3: never asked to complete it', 3, points({}), 2],
    ['3: asked once', 3, points({ supplements: 1 }), 1],
    ['3: asked twice', 3, points({ supplements: 2 }), 0],
    ['4: nowhere to go', 4, points({}), 2],
    ['4: only to the desk', 4, points({ cameToDesk: true }), 1],
    ['4: elsewhere too, as the person says', 4, points({}, { elsewhere: true }), 0],
    ['7: early and no complaint', 7, points({}, {}), 2],
    ['7: on time and no complaint', 7, points({ timeliness: 'on-time' }, {}), 1],
    ['7: a complaint', 7, points({}, { attitude: 'complaint' }), 0],
    ['7: not rated, as the journal says', 7, points({ timeliness: 'on-time' }), 1],
  ] as const)('%s', (_, indicator, score, expected) => {
    expect(score[indicator]).toEqual(expected);
  });
});

describe('the scores of an official', () => {
  test.each<[readonly Points[], number | null]>([
    [[], null],
    [[2, 2, 1], 17],
    [[2, 1, 1], 13],
    // 1.25 is 1.3: half up
    [[2, 1, 1, 1], 13],
    [[0, 0, 1], 3],
  ])('points %j are %s tenths', (given, tenths) => {
    expect(meanTenths(given)).toBe(tenths);
  });

  test.each([
    [100, 'full'],
    [50, 'full'],
    [49, 'most'],
    [35, 'most'],
    [34, 'less'],
  ])('an official with %d tenths did the duty: %s', (tenths, expected) => {
    expect(dutyShare(tenths)).toBe(expected);
  });

  test('an official who does everything right has 10 points; the part of an agency that was late takes of indicator 2', () => {
    expect(officialScore([points({}, {})]).sumTenths).toBe(100);
    const late = officialScore([points({ parts: ['late'] }, {})]);
    expect(late.indicators.find(({ indicator }) => indicator === 2)?.tenths).toBe(10);
  });
});
