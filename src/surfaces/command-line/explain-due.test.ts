import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../../bin/motcua.mjs', import.meta.url));

function motcua(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const asked = ['explain-due', '--received', '2021-02-08T09:30', '--limit', '5 working-day'];

test('the due day is explained day by day in Vietnamese, with the promise at the end', () => {
  const { status, stdout } = motcua(asked);
  expect(status).toBe(0);
  expect(stdout).toContain('Thứ Tư 10/02/2021    không tính  Ngày nghỉ: Tết Nguyên đán  [Thông báo 4875/TB-LĐTBXH]');
  expect(stdout.trimEnd()).toMatch(/Hẹn trả kết quả: thứ Hai 22\/02\/2021, trước 17:00$/);
});

test('and in English when asked', () => {
  expect(motcua([...asked, '--lang', 'en']).stdout).toContain('Due: Monday 22/02/2021, before 17:00');
});

test('as JSON it has the due moment, the due day and every day', () => {
  const { status, stdout } = motcua([
    ...asked,
    '--pause',
    '2021-02-18..2021-02-22',
    '--exclude',
    '2021-02-23',
    '--json',
  ]);
  const answer = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(answer).toMatchObject({ dueAt: '2021-02-26T17:00', dueOn: '2021-02-26' });
  expect(answer.days[0]).toEqual({
    date: '2021-02-08',
    counted: false,
    reason: 'Ngày tiếp nhận, không tính vào thời hạn',
    reasonEn: 'Day of receipt, not part of the limit',
    source: 'Bộ luật Dân sự 2015 (91/2015/QH13), Điều 147 khoản 2',
  });
});

test('a year that is not published is refused in words, with exit code 1', () => {
  const { status, stdout, stderr } = motcua([
    'explain-due',
    '--received',
    '2027-01-04T09:30',
    '--limit',
    '1 month',
    '--json',
  ]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout).error.code).toBe('calendar-not-published');
  expect(stderr).toContain('Chưa có lịch làm việc được công bố cho năm 2027');
});

test.each([
  [['explain-due']],
  [['explain-due', '--received', '2021-02-30T09:30', '--limit', '1 month']],
  [['explain-due', '--received', '2021-02-08T09:30', '--limit', 'soon']],
  [[...asked, '--pause', '2021-02-22..2021-02-18']],
  [[...asked, '--color', 'red']],
  [[...asked, '--lang', 'fr']],
  [['explain-due', '--batch', '/nowhere/at-all.jsonl', '--json']],
  [['no-such-command']],
])('bad input %j gets a sentence on standard error and exit code 2', (args) => {
  const { status, stderr } = motcua(args);
  expect(status).toBe(2);
  expect(stderr).not.toContain('    at ');
  expect(stderr.trim()).not.toBe('');
});

test('a batch answers every good line in order and names the bad ones, with exit code 1', () => {
  const lines = [
    '{"received":"2021-02-08T09:30","limit":"5 working-day","pauses":["2021-02-18..2021-02-22"]}',
    'not json',
    '{"received":"2021-02-08T09:30","limit":"same-day"}',
    '{"received":"2021-02-08T09:30","limit":5}',
    '{"received":"2030-02-08T09:30","limit":"same-day","pauses":[]}',
    'null',
  ];
  const { status, stdout } = motcua(['explain-due', '--batch', '-', '--json'], `${lines.join('\r\n')}\n`);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(1);
  expect(answers.map(({ dueAt, error }) => dueAt ?? error.code)).toEqual([
    '2021-02-25T17:00',
    'line-not-readable',
    '2021-02-08T17:00',
    'line-not-readable',
    'calendar-not-published',
    'line-not-readable',
  ]);
});
