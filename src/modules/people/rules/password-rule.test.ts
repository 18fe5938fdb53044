import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPassword } from './password-rule.ts';

const owner = {
  name: 'Trần Thị Mây',
  signInName: '0912345678',
  phone: '0912345678',
  personalId: '001099000001',
};
const codeOf = (password: string) => {
  const checked = checkPassword(password, owner);
  return checked.ok ? 'accepted' : checked.refusal.code;
};

test.each([
  ['chín ký tự', 'abcdefgh1', 'password-too-short'],
  ['mười ký tự có dấu, đếm như người đọc', 'đường về nh', 'accepted'],
  ['một câu', 'con mèo trèo cây cau', 'accepted'],
  ['dài quá 128 ký tự', 'x1'.repeat(65), 'password-too-long'],
  ['tên mình, có dấu', 'Trần Thị Mây', 'password-is-name'],
  ['tên mình không dấu thêm số', 'tranthimay99', 'password-is-name'],
  ['số điện thoại', '0912345678', 'password-is-name'],
  ['số điện thoại thêm dấu', '0912345678!', 'password-is-name'],
  ['số định danh', '001099000001', 'password-is-name'],
  ['hay bị thử nhất', 'MatKhau123', 'password-too-common'],
  ['hay bị thử nhất, viết có dấu', 'mậtkhẩu123', 'password-too-common'],
  ['một ký tự lặp lại', 'aaaaaaaaaaaa', 'password-too-common'],
  ['một mẩu lặp lại', 'abcabcabcabc', 'password-too-common'],
  ['dãy số đi lên', '1234567890', 'password-too-common'],
  ['dãy số đi xuống', '9876543210', 'password-too-common'],
  ['dãy chữ', 'abcdefghijkl', 'password-too-common'],
  ['mật khẩu của thành phố thử nghiệm', 'motcua-demo-2021', 'accepted'],
])('a password (%s) “%s”: %s', (_, password, code) => {
  expect(codeOf(password)).toBe(code);
});

test('a password that contains the name among much else is accepted', () => {
  expect(codeOf('tranthimay thích ăn phở gà')).toBe('accepted');
});

test('a refused password names its field and any text gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (password) => {
      const checked = checkPassword(password, owner);
      expect(checked.ok || checked.refusal.field === 'password').toBe(true);
    }),
  );
});
