import { describe, expect, test } from 'vitest';
import { dossierScore, type Points, type RatingAnswers, type ScoredJournal } from './dossier-score.ts';
import { agencyScore, dutyShare, meanTenths, officialScore, serviceClass } from './service-score.ts';

const journal: ScoredJournal = { timeliness: 'early', parts: [], supplements: 0, cameToDesk: false };
const content: RatingAnswers = { attitude: 'good', elsewhere: false, organisation: 'good', publication: 'right' };
const points = (more: Partial<ScoredJournal>, answers?: Partial<RatingAnswers>) =>
  dossierScore({ ...journal, ...more }, answers && { ...content, ...answers });

describe('the points of a dossier', () => {
  test.each([
    ['1: earlier than the limit', 1, points({}), 2],
    ['1: on the day', 1, points({ timeliness: 'on-time' }), 1],
    ['1: late', 1, points({ timeliness: 'late' }), 0],
    [
      '2: an agency that was late takes the point of the agencies, whoever else was early',
      2,
      points({ parts: ['early', 'late'] }),
      0,
    ],
    ['2: alone, the agency is the whole', 2, points({}), 2],
    ['3: never asked to complete it', 3, points({}), 2],
    ['3: asked once', 3, points({ supplements: 1 }), 1],
    ['3: asked twice', 3, points({ supplements: 2 }), 0],
    ['4: nowhere to go', 4, points({}), 2],
    ['4: only to the desk', 4, points({ cameToDesk: true }), 1],
    ['4: elsewhere too, as the person says', 4, points({}, { elsewhere: true }), 0],
    ['6: posted and published', 6, points({}, {}), 2],
    ['6: only published', 6, points({}, { publication: 'missing' }), 1],
    ['6: posted wrong', 6, points({}, { publication: 'wrong' }), 0],
    ['6: nobody who was there said', 6, points({}, { publication: 'not-seen' }), null],
    ['6: not rated', 6, points({}), null],
    ['7: early and no complaint', 7, points({}, {}), 2],
    ['7: on time and no complaint', 7, points({ timeliness: 'on-time' }, {}), 1],
    ['7: a complaint', 7, points({}, { attitude: 'complaint' }), 0],
    ['7: not rated, as the journal says', 7, points({ timeliness: 'on-time' }), 1],
  ] as const)('%s', (_, indicator, score, expected) => {
    expect(score[indicator]).toBe(expected);
  });
});

describe('the scores of an agency and an official', () => {
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
    [180, 'excellent'],
    [150, 'excellent'],
    [149, 'good'],
    [120, 'good'],
    [119, 'fair'],
    [90, 'fair'],
    [89, 'average'],
    [60, 'average'],
    [59, 'weak'],
    [0, 'weak'],
  ])('an agency with %d tenths is %s', (tenths, expected) => {
    expect(serviceClass(tenths)).toBe(expected);
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

  const facts = {
    organisation: ['good'] as const,
    feedback: { received: 0, inTime: 0 },
    procedures: { all: 10, online: 5 },
    dossiers: { all: 10, online: 3, onlineLate: 0 },
  };

  test('an agency that does everything right has 18 points, an official 10', () => {
    const best = [points({}, {})];
    expect(agencyScore(best, facts)).toMatchObject({ sumTenths: 180, isComplete: true });
    expect(officialScore(best).sumTenths).toBe(100);
  });

  test.each([
    ['all feedback answered in time', 8, { feedback: { received: 10, inTime: 10 } }, 20],
    ['nine of ten in time', 8, { feedback: { received: 10, inTime: 9 } }, 10],
    ['fewer', 8, { feedback: { received: 10, inTime: 8 } }, 0],
    ['nobody reported', 8, { feedback: null }, null],
    ['a dossier online was late', 9, { dossiers: { all: 10, online: 3, onlineLate: 1 } }, 10],
    ['too few dossiers online', 9, { dossiers: { all: 10, online: 2, onlineLate: 0 } }, 10],
    ['from 15 % of the procedures online', 9, { procedures: { all: 100, online: 15 } }, 10],
    ['fewer procedures online', 9, { procedures: { all: 100, online: 14 } }, 0],
  ] as const)('%s', (_, indicator, more, tenths) => {
    const score = agencyScore([points({}, {})], { ...facts, ...more });
    expect(score.indicators.find((each) => each.indicator === indicator)?.tenths).toBe(tenths);
    expect(score.isComplete).toBe(tenths !== null);
  });
});
