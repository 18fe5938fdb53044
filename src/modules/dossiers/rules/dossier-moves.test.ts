import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOf } from '#case-engine/rules/kind.ts';
import { openMoves } from '#case-engine/rules/open-moves.ts';
import { communeRoute, DossierWalk, moment, people, type WalkOptions } from '../../../../tests/dossier-walk.ts';
import { dossierKind } from './dossier-kind.ts';
import type { DossierMove, MoveData } from './move-data.ts';

const { desk, handler, head, signatory, citizen, stranger } = people;
const item = { what: 'Bản chính giấy chứng sinh', reason: 'Chưa nộp', clause: 'Điều 16 Luật Hộ tịch' };
const day = (text: string) => Temporal.PlainDate.from(text);

function inProcess(options: WalkOptions = {}): DossierWalk {
  const walk = new DossierWalk('2021-02-08T09:00', options);
  expect(walk.accept('2021-02-08T09:30')).toBeUndefined();
  expect(walk.make('forward', '2021-02-08T10:00', desk, { note: '' })).toBeUndefined();
  expect(walk.make('take-over', '2021-02-08T10:30', handler, {})).toBeUndefined();
  return walk;
}

function settled(at: string): DossierWalk {
  const walk = inProcess();
  expect(
    walk.make('propose', '2021-02-08T11:00', handler, {
      outcome: 'grant',
      summary: 'Đủ điều kiện',
      reason: '',
      clause: '',
    }),
  ).toBeUndefined();
  expect(walk.make('sign', at, signatory, { signingForm: 'KT', title: '' })).toBeUndefined();
  return walk;
}

describe('the way of a dossier', () => {
  test('leads from submission to the returned result, each step by the post it belongs to', () => {
    const walk = settled('2021-02-09T09:00');
    expect(walk.state.state).toBe('settled');
    expect(
      walk.make('return-result', '2021-02-17T09:00', desk, { receivedBy: 'Trần Văn An', method: 'desk' }),
    ).toBeUndefined();
    expect(walk.state.state).toBe('returned');
  });

  test('an online dossier waits at the desk on the intake clock of 8 working hours', () => {
    expect(new DossierWalk('2021-02-08T15:00').dueAt).toBe('2021-02-09T15:00');
  });

  test('acceptance starts the limit of the procedure; the day itself is not counted', () => {
    const walk = new DossierWalk('2021-02-08T09:00', { limit: '5 working-day' });
    walk.accept('2021-02-08T09:30');
    expect(walk.dueAt).toBe('2021-02-22T17:00');
    expect(walk.firstDueAt).toBe('2021-02-22T17:00');
  });

  test('by post, the clock starts when postman and officer both signed', () => {
    const walk = new DossierWalk('2021-02-08T16:00', { limit: '8 working-hour' });
    walk.make('accept', '2021-02-08T16:30', desk, {
      code: 'x',
      limit: '8 working-hour',
      receivedAt: moment('2021-02-08T09:00'),
      facts: {},
    });
    expect(walk.dueAt).toBe('2021-02-09T09:00');
  });

  test('a hand-over changes the holder only when the receiver signed too', () => {
    const walk = new DossierWalk('2021-02-08T09:00');
    walk.accept('2021-02-08T09:30');
    walk.make('forward', '2021-02-08T10:00', desk, { note: '' });
    expect(walk.state.holder?.unitId).toBe('x-00007.desk');
    expect(walk.state.handOver?.toUnitId).toBe('x-00007');
    expect(
      walk.make('propose', '2021-02-08T10:10', handler, { outcome: 'grant', summary: 'x', reason: '', clause: '' }),
    ).toBe('move-not-yours');
    walk.make('take-over', '2021-02-08T10:30', handler, {});
    expect(walk.state.holder?.unitId).toBe('x-00007');
    expect(walk.state.handOver).toBeNull();
  });

  test('a declined hand-over puts the dossier back on the desk with the reason, and the limit runs on', () => {
    const walk = new DossierWalk('2021-02-08T09:00');
    walk.accept('2021-02-08T09:30');
    const due = walk.dueAt;
    walk.make('forward', '2021-02-08T10:00', desk, { note: '' });
    walk.make('decline-hand-over', '2021-02-08T10:30', head, { reason: 'Thiếu bản chính' });
    expect(walk.state.state).toBe('accepted');
    expect(walk.dueAt).toBe(due);
    expect(walk.make('forward', '2021-02-08T11:00', desk, { note: '' })).toBeUndefined();
  });

  test('nobody of another agency can touch it', () => {
    const walk = inProcess();
    expect(openMoves(dossierKind, walk.state, stranger, moment('2021-02-08T11:00'))).toEqual([]);
  });

  test('settled on an earlier day than the due day is early, on the day on time, after it late', () => {
    expect(settled('2021-02-09T09:00').state.timeliness).toBe('early');
    expect(settled('2021-02-18T16:59').state.timeliness).toBe('on-time');
    expect(settled('2021-02-19T08:00').state.timeliness).toBe('late');
  });
});

describe('supplement', () => {
  test('may be asked once only, with reason and clause, and stops the limit', () => {
    const walk = new DossierWalk('2021-02-08T09:00');
    expect(walk.make('ask-supplement', '2021-02-08T10:00', desk, { items: [item] })).toBeUndefined();
    expect(walk.state.state).toBe('awaiting-supplement');
    expect(walk.make('answer-supplement', '2021-02-09T08:00', citizen, { note: '' })).toBeUndefined();
    expect(walk.state.state).toBe('submitted');
    expect(walk.make('ask-supplement', '2021-02-09T09:00', desk, { items: [item] })).toBe('supplement-asked-already');
  });

  test('after acceptance goes through the desk and only within three working days', () => {
    const walk = inProcess();
    expect(walk.make('ask-supplement', '2021-02-08T11:00', desk, { items: [item] })).toBe('supplement-not-proposed');
    expect(walk.make('propose-supplement', '2021-02-19T08:00', handler, { items: [item] })).toBe('supplement-too-late');
    expect(walk.make('propose-supplement', '2021-02-18T08:00', handler, { items: [item] })).toBeUndefined();
    expect(walk.make('ask-supplement', '2021-02-18T09:00', desk, { items: [item] })).toBeUndefined();
  });

  test('restarts the limit from zero when the complete dossier arrives, where the procedure says so', () => {
    const walk = inProcess();
    walk.make('propose-supplement', '2021-02-09T08:00', handler, { items: [item] });
    walk.make('ask-supplement', '2021-02-09T09:00', desk, { items: [item] });
    walk.make('answer-supplement', '2021-02-22T09:00', citizen, { note: '' });
    expect(walk.state.state).toBe('accepted');
    expect(walk.dueAt).toBe('2021-02-25T17:00');
    expect(walk.firstDueAt).toBe('2021-02-18T17:00');
  });

  test('only leaves the waiting days out, where the procedure says pause', () => {
    const walk = inProcess({ clock: { supplement: 'pause' } });
    walk.make('propose-supplement', '2021-02-17T08:00', handler, { items: [item] });
    walk.make('ask-supplement', '2021-02-17T09:00', desk, { items: [item] });
    walk.make('answer-supplement', '2021-02-19T09:00', citizen, { note: '' });
    // 09/02 counted; 17–19/02 waited; 22 and 23/02 counted
    expect(walk.dueAt).toBe('2021-02-23T17:00');
  });

  test('that never comes lets the desk discontinue only after the time to answer is over', () => {
    const walk = new DossierWalk('2021-02-08T09:00', { clock: { supplementAnswerDays: 5 } });
    walk.make('ask-supplement', '2021-02-08T10:00', desk, { items: [item] });
    const reasons = { reason: 'Không bổ sung', clause: 'Điều 19' };
    expect(walk.make('discontinue', '2021-02-22T16:00', desk, reasons)).toBe('answer-time-not-over');
    expect(walk.make('discontinue', '2021-02-23T08:00', desk, reasons)).toBeUndefined();
    expect(walk.state.state).toBe('discontinued');
  });
});

describe('apology and re-appointment', () => {
  const apology = { reason: 'Chờ xác minh', letterNumber: '05/PXL', newDueOn: day('2021-02-23') };

  test('the due day moves once, by an apology registered before it; the first due day is kept', () => {
    const walk = inProcess();
    expect(walk.make('reappoint', '2021-02-09T09:00', desk, {})).toBe('apology-missing');
    expect(walk.make('apologise', '2021-02-17T09:00', head, apology)).toBeUndefined();
    expect(walk.make('reappoint', '2021-02-17T10:00', desk, {})).toBeUndefined();
    expect([walk.firstDueAt, walk.dueAt]).toEqual(['2021-02-18T17:00', '2021-02-23T17:00']);
    expect(walk.make('reappoint', '2021-02-17T11:00', desk, {})).toBe('move-made-already');
    expect(walk.make('apologise', '2021-02-17T11:00', head, apology)).toBe('move-made-already');
  });

  test('an apology on the due day itself comes too late', () => {
    expect(inProcess().make('apologise', '2021-02-18T08:00', head, apology)).toBe('apology-too-late');
  });

  test('the new day must be a working day after the due day', () => {
    expect(inProcess().make('apologise', '2021-02-17T08:00', head, { ...apology, newDueOn: day('2021-02-20') })).toBe(
      'new-due-day-wrong',
    );
  });

  test('nobody but the head of the agency that holds it can apologise, and nobody but the desk can move the day', () => {
    const walk = inProcess();
    expect(walk.make('apologise', '2021-02-09T08:00', handler, apology)).toBe('move-not-yours');
    expect(walk.make('reappoint', '2021-02-09T08:00', head, {})).toBe('move-not-yours');
  });
});

describe('decision', () => {
  test('a refusal needs its reason and a clause of law', () => {
    const walk = inProcess();
    const refusal = { outcome: 'refuse', summary: 'Không đủ điều kiện', reason: 'Chưa đủ tuổi' } as const;
    expect(walk.make('propose', '2021-02-08T11:00', handler, { ...refusal, clause: '' })).toBe('refusal-needs-clause');
    expect(
      walk.make('propose', '2021-02-08T11:00', handler, { ...refusal, clause: 'Điều 8 Luật HNGĐ' }),
    ).toBeUndefined();
  });

  test('is not signed before both parties were present, where the procedure requires it', () => {
    const walk = inProcess({ presence: true });
    walk.make('propose', '2021-02-08T11:00', handler, { outcome: 'grant', summary: 'x', reason: '', clause: '' });
    expect(walk.make('sign', '2021-02-08T11:30', signatory, { signingForm: 'direct', title: '' })).toBe(
      'presence-missing',
    );
    walk.make('record-presence', '2021-02-08T14:00', signatory, { parties: 'Hai bên nam, nữ', where: 'Trụ sở' });
    expect(walk.make('sign', '2021-02-08T14:30', signatory, { signingForm: 'direct', title: '' })).toBeUndefined();
  });

  test('verification gives the longer limit the procedure declares, counted from the same receipt', () => {
    const walk = inProcess({ limit: 'same-day', verificationLimit: '5 working-day' });
    expect(walk.dueAt).toBe('2021-02-08T17:00');
    expect(
      walk.make('start-verification', '2021-02-08T11:00', handler, { reason: 'Cần hỏi nơi cư trú cũ' }),
    ).toBeUndefined();
    expect(walk.dueAt).toBe('2021-02-22T17:00');
  });

  test('waiting for a financial obligation is left out only where the procedure declares it', () => {
    const walk = inProcess();
    expect(
      walk.make('request-payment', '2021-02-09T08:00', handler, { amount: '1000000', basis: 'TB 12' }),
    ).toBeUndefined();
    expect(walk.state.state).toBe('awaiting-payment');
    expect(walk.make('confirm-payment', '2021-02-19T09:00', desk, { receiptNumber: 'BL-01' })).toBeUndefined();
    expect(walk.dueAt).toBe('2021-02-24T17:00');
    const other = inProcess({ clock: { excludedPeriods: [] } });
    expect(other.make('request-payment', '2021-02-09T08:00', handler, { amount: '1', basis: 'x' })).toBe(
      'exclusion-not-declared',
    );
  });
});

describe('whatever people do', () => {
  const samples: { readonly [Move in DossierMove]: MoveData[Move] } = {
    accept: { code: 'c', limit: '3 working-day', facts: {} },
    'ask-supplement': { items: [item] },
    refuse: { reason: 'r', clause: 'c' },
    'answer-supplement': { note: '' },
    forward: { note: '' },
    'take-over': {},
    'decline-hand-over': { reason: 'r' },
    assign: { accountId: handler.accountId ?? '', name: 'h' },
    reassign: { accountId: handler.accountId ?? '', name: 'h', reason: 'r' },
    'start-verification': { reason: 'r' },
    'record-verification': { where: 'w', when: 'w', who: 'w', found: 'f' },
    'record-presence': { parties: 'p', where: 'w' },
    'propose-supplement': { items: [item] },
    propose: { outcome: 'grant', summary: 's', reason: '', clause: '' },
    approve: { note: '' },
    'send-back': { reason: 'r' },
    sign: { signingForm: 'TM', title: '' },
    issue: { number: '01/GXN' },
    'request-payment': { amount: '1', basis: 'b' },
    'confirm-payment': { receiptNumber: 'r' },
    'post-publicly': { from: day('2021-02-17'), to: day('2021-02-18'), basis: 'b' },
    'record-outage': { from: day('2021-02-17'), to: day('2021-02-18'), basis: 'b' },
    apologise: { reason: 'r', letterNumber: 'l', newDueOn: day('2021-03-05') },
    reappoint: {},
    urge: { note: 'n' },
    withdraw: { reason: '' },
    discontinue: { reason: 'r', clause: 'c' },
    consult: { unitId: 'x-00008', unitName: { vi: 'Phường', en: 'Ward' }, question: 'q', days: 3 },
    'call-off': { branchId: 'consultation-1', reason: 'r' },
    'ask-again': { branchId: 'consultation-1', reason: 'r' },
    'send-again': { note: '' },
    'answer-consultation': { opinion: 'agree', text: 't' },
    'record-sending': { number: 'n', sentOn: day('2021-02-08') },
    'record-answer': { outcome: 'positive', number: 'n', answeredOn: day('2021-02-08'), text: '' },
    'correct-end': { endedOn: day('2021-02-09'), document: 'd', reason: 'r' },
    'order-post': { direction: 'out', recipient: 'r', address: 'a', phone: '0912345678' },
    'hand-to-post': { shipmentNumber: 'n', postman: 'p', postmanCard: 'c', cashOnDelivery: '' },
    'take-from-post': { shipmentNumber: 'n', postman: 'p', postmanCard: 'c' },
    'record-post': { direction: 'out', event: 'delivered', place: '', receivedBy: 'p', cashCollected: '' },
    'record-remittance': { number: 'n' },
    'pay-dues': { bills: [] },
    'collect-dues': { bills: [] },
    'refund-dues': { bills: [] },
    'reduce-dues': { bills: [] },
    'return-result': { receivedBy: 'p', method: 'desk' },
  };
  const actors = Object.values(people);
  const longRoute = [
    ...communeRoute.slice(0, 2),
    { id: 'approve', work: 'approve', role: 'unit-head', unitId: 'x-00007', hours: 2 },
    ...communeRoute.slice(2, 3),
    { id: 'issue', work: 'issue', role: 'records-clerk', unitId: 'x-00007', hours: 1 },
    ...communeRoute.slice(3),
  ] as const;

  test('no open dossier is without a due moment, a holder, and somebody who can move it', () => {
    const step = fc.record({ pick: fc.nat(), minutes: fc.integer({ min: 1, max: 2500 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), fc.boolean(), (steps, pause, presence) => {
        const walk = new DossierWalk('2021-02-08T09:00', {
          route: longRoute,
          presence,
          verificationLimit: '5 working-day',
          clock: { supplement: pause ? 'pause' : 'restart' },
        });
        let at = Temporal.PlainDateTime.from('2021-02-08T09:00');
        for (const { pick, minutes } of steps) {
          at = at.add({ minutes });
          const now = moment(at.toString());
          const open = actors.flatMap((actor) =>
            openMoves(dossierKind, walk.state, actor, now).map(({ move }) => ({ actor, move })),
          );
          if (!stateOf(dossierKind, walk.state.state).open) continue;
          expect(walk.state.dueAt).not.toBeNull();
          expect(walk.state.holder).not.toBeNull();
          expect(open.some(({ move }) => move !== 'urge')).toBe(true);
          const chosen = open[pick % open.length];
          if (chosen)
            walk.make(
              chosen.move as DossierMove,
              at.toString(),
              chosen.actor,
              samples[chosen.move as DossierMove] as never,
            );
        }
      }),
      { numRuns: 500 },
    );
  });
});
