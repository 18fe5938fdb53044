import { expect, test } from 'vitest';
import { readIdentityCard } from './identity-card.ts';

test('the line of an identity card gives number, name, birthday and address', () => {
  const line = '001099000001|012345678|Trần Văn  An|05031999|Nam|12 Đội Cấn, Ba Đình, Hà Nội|20062021';
  const card = readIdentityCard(line);
  expect(card).toMatchObject({
    personalId: '001099000001',
    name: 'Trần Văn An',
    address: '12 Đội Cấn, Ba Đình, Hà Nội',
  });
  expect(card?.bornOn?.toString()).toBe('1999-03-05');
});

test('a card without an older number, and a scanner that ends with a line break, are read too', () => {
  expect(readIdentityCard('001099000001||Lê Thị Bình|31121960|Nữ|Cổ Loa|01012022\r\n')?.name).toBe('Lê Thị Bình');
});

test.each(['', 'xin chào', '12345|x|Trần Văn An|05031999|Nam|Hà Nội', '001099000001||||'])(
  '“%s” is no identity card',
  (line) => {
    expect(readIdentityCard(line)).toBeUndefined();
  },
);
