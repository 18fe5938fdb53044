import { expect, test } from 'vitest';
import { createLog, log } from './log.ts';

test('a line is JSON with level, moment and message, and personal data is kept back', () => {
  const lines: string[] = [];
  const own = createLog({ level: 'info', write: (line) => lines.push(line) });
  own.info({ caseCode: 'A-1', applicant: { fullName: 'Nguyễn Văn A', phone: '0900' }, password: 'x' }, 'received');
  const line = JSON.parse(lines[0]!);
  expect(line).toMatchObject({ level: 'info', msg: 'received', caseCode: 'A-1', password: '[kept back]' });
  expect(line.at).toMatch(/Z$/);
  expect(lines[0]).not.toMatch(/Nguyễn|0900/);
});

test('the log is silent in tests', () => {
  expect(log.level).toBe('silent');
});
