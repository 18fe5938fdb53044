import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DossierWalk, people } from '../../../../tests/dossier-walk.ts';
import { mayFollow, postalEvents, shipmentOf } from './shipment.ts';

const { desk, handler, head, signatory, citizen } = people;
const home = { recipient: 'Trần Văn An', address: '12 Đội Cấn', phone: '0912345678' };
const parcel = { shipmentNumber: 'EM123456789VN', postman: 'Nguyễn Văn Bưu', postmanCard: 'BĐ-0417' };
const told = { direction: 'out', place: '', receivedBy: '', cashCollected: '' } as const;

function settled(): DossierWalk {
  const walk = new DossierWalk('2021-02-08T09:00');
  walk.accept('2021-02-08T09:30');
  walk.make('forward', '2021-02-08T10:00', desk, { note: '' });
  walk.make('take-over', '2021-02-08T10:30', head, {});
  walk.make('propose', '2021-02-08T11:00', handler, { outcome: 'grant', summary: 'Đủ', reason: '', clause: '' });
  walk.make('sign', '2021-02-09T09:00', signatory, { signingForm: 'KT', title: '' });
  expect(walk.state.state).toBe('settled');
  return walk;
}

describe('the result by post', () => {
  test('is ordered by its owner, signed over by two, and completes the dossier when it is delivered', () => {
    const walk = settled();
    expect(walk.make('hand-to-post', '2021-02-09T10:00', desk, { ...parcel, cashOnDelivery: '' })).toBe(
      'post-not-ordered',
    );
    expect(walk.make('order-post', '2021-02-09T10:00', citizen, { direction: 'out', ...home })).toBeUndefined();
    expect(walk.make('order-post', '2021-02-09T10:05', citizen, { direction: 'out', ...home })).toBe(
      'post-ordered-already',
    );
    expect(walk.make('hand-to-post', '2021-02-09T14:00', citizen, { ...parcel, cashOnDelivery: '' })).toBe(
      'move-not-yours',
    );
    expect(walk.make('hand-to-post', '2021-02-09T14:00', desk, { ...parcel, cashOnDelivery: '15000' })).toBeUndefined();
    expect(shipmentOf(walk.state, 'out')).toMatchObject({ state: 'handed-over', postman: parcel.postman });
    expect(walk.make('return-result', '2021-02-09T15:00', desk, { receivedBy: 'x', method: 'desk' })).toBe(
      'result-with-the-post',
    );
    expect(walk.make('record-post', '2021-02-17T09:00', desk, { ...told, event: 'out-for-delivery' })).toBeUndefined();
    const delivered = { ...told, event: 'delivered', receivedBy: 'Trần Văn An' } as const;
    expect(walk.make('record-post', '2021-02-17T10:00', desk, { ...delivered, receivedBy: '' })).toBe(
      'post-receiver-missing',
    );
    expect(walk.make('record-post', '2021-02-17T10:00', desk, delivered)).toBe('post-cash-differs');
    expect(
      walk.make('record-post', '2021-02-17T10:00', desk, { ...delivered, cashCollected: '15000' }),
    ).toBeUndefined();
    expect(walk.state.state).toBe('returned');
    expect(walk.state.facts.returned).toMatchObject({ method: 'post', receivedBy: 'Trần Văn An' });
    // the clock stopped when the result was there, not when the postman came
    expect(walk.state.endedAt).toBe('2021-02-09T02:00:00Z');
    expect(walk.make('record-remittance', '2021-02-18T09:00', desk, { number: 'UNC-77' })).toBeUndefined();
    expect(walk.make('record-remittance', '2021-02-18T09:05', desk, { number: 'UNC-78' })).toBe('post-no-cash');
  });

  test('a lost parcel is made anew and handed over again; one that came back may be fetched at the desk', () => {
    const walk = settled();
    walk.make('order-post', '2021-02-09T10:00', citizen, { direction: 'out', ...home });
    walk.make('hand-to-post', '2021-02-09T14:00', desk, { ...parcel, cashOnDelivery: '' });
    expect(walk.make('record-post', '2021-02-18T09:00', desk, { ...told, event: 'lost' })).toBeUndefined();
    expect(
      walk.make('hand-to-post', '2021-02-19T09:00', desk, { ...parcel, shipmentNumber: 'EM2', cashOnDelivery: '' }),
    ).toBeUndefined();
    walk.make('record-post', '2021-02-22T09:00', desk, { ...told, event: 'in-transit' });
    walk.make('record-post', '2021-02-23T09:00', desk, { ...told, event: 'returned-to-sender' });
    expect(
      walk.make('return-result', '2021-02-24T09:00', desk, { receivedBy: 'Trần Văn An', method: 'desk' }),
    ).toBeUndefined();
  });
});

test('papers are fetched only while the city waits for them', () => {
  const walk = new DossierWalk('2021-02-08T09:00');
  expect(walk.make('order-post', '2021-02-08T09:10', citizen, { direction: 'in', ...home })).toBeUndefined();
  expect(walk.make('take-from-post', '2021-02-08T15:00', desk, parcel)).toBeUndefined();
  expect(shipmentOf(walk.state, 'in')).toMatchObject({ state: 'taken-in', signedAt: '2021-02-08T08:00:00Z' });
  walk.accept('2021-02-08T15:10');
  expect(walk.make('order-post', '2021-02-08T15:20', citizen, { direction: 'in', ...home })).toBe('post-not-awaited');
});

test('nothing follows a delivery, and nothing is delivered that was not handed over', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...postalEvents),
      fc.constantFrom('in' as const, 'out' as const),
      (event, direction) => {
        expect(mayFollow(direction, 'delivered', event)).toBe(false);
        expect(mayFollow(direction, 'taken-in', event)).toBe(false);
        expect(mayFollow('out', 'ordered', event)).toBe(false);
        expect(mayFollow(direction, undefined, event)).toBe(false);
      },
    ),
  );
});
