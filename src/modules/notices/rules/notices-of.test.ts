import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import { chain, foldEntry, type JournalEntry, noHash } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import { addresseesOf, type NoticePreference, sendingChannels } from './addressees.ts';
import { mostAttempts, nextTry } from './next-try.ts';
import { isNoticeTemplate, noticeTemplates } from './notice-templates.ts';
import { noticesOf } from './notices-of.ts';
import { sampleFacts } from './sample-notices.ts';
import { writeMail } from './write-mail.ts';
import { mostInSms, writeNotice, writeShort, writeSms } from './write-notice.ts';

const templates = Object.keys(noticeTemplates).filter(isNoticeTemplate);
const follow = 'https://dichvucong.hanoi.gov.vn/tra-cuu';

function journalOf(steps: readonly { readonly verb: string; readonly effect: CaseEffect }[]) {
  const told: { entry: JournalEntry; before: CaseState | null; after: CaseState }[] = [];
  let state: CaseState | null = null;
  for (const { verb, effect } of steps) {
    const entry = chain('01929d3e-0000-7000-8000-000000000001', state?.entries ?? 0, state?.lastHash ?? noHash, {
      at: '2021-11-05T02:00:00Z',
      verb,
      actor: {
        kind: 'officer',
        accountId: null,
        name: 'Đỗ Thị Hải Yến',
        unitId: 'x-00007.desk',
        role: 'intake-officer',
      },
      data: {},
      effect,
    });
    const before: CaseState | null = state;
    state = foldEntry('dossier', state, entry);
    told.push({ entry, before, after: state });
  }
  return told;
}

const opening = (channel: string): CaseEffect & JsonObject =>
  ({
    state: 'submitted',
    reference: 'MC-0000000001',
    typeCode: '1.004873',
    typeVersion: 1,
    title: 'Trần Văn An',
    receivingUnitId: 'x-00007',
    dueAt: '2021-11-08T02:00:00Z',
    facts: { procedure: { vi: 'Khai sinh', en: 'Birth' }, channel },
  }) as never;

const step = (verb: string, state: string, facts: JsonObject = {}, more: CaseEffect = {}) => ({
  verb,
  effect: { state, facts, ...more } as CaseEffect,
});

const templateOf = (steps: Parameters<typeof journalOf>[0]) => {
  const { entry, before, after } = journalOf([{ verb: 'submit', effect: opening('online') }, ...steps]).at(-1)!;
  return noticesOf('dossier', entry, before, after);
};

describe('which entries concern the citizen', () => {
  test.each([
    ['accept', 'accepted', {}, {}, 'accepted'],
    [
      'ask-supplement',
      'awaiting-supplement',
      { supplement: { items: [{ what: 'a', reason: 'b', clause: 'c' }] } },
      {},
      'supplement-asked',
    ],
    ['answer-supplement', 'submitted', {}, {}, 'supplement-received-early'],
    ['answer-supplement', 'accepted', {}, { acceptedAt: '2021-11-05T02:00:00Z' }, 'supplement-received'],
    ['refuse', 'refused', { refusal: { reason: 'r', clause: 'c' } }, {}, 'refused'],
    ['request-payment', 'awaiting-payment', { payment: { amount: '75000', basis: 'b' } }, {}, 'payment-asked'],
    ['confirm-payment', 'in-process', { paid: { receiptNumber: '12' } }, {}, 'payment-received'],
    [
      'apologise',
      'in-process',
      { apology: { reason: 'r', letterNumber: '1', newDueAt: '2021-11-24T10:00:00Z' } },
      {},
      'apology',
    ],
    ['reappoint', 'in-process', {}, { dueAt: '2021-11-24T10:00:00Z' }, 'new-day'],
    ['issue', 'settled', { decision: { outcome: 'grant' } }, { timeliness: 'early' }, 'result-early'],
    ['take-over', 'settled', { decision: { outcome: 'grant' } }, { timeliness: 'on-time' }, 'result-on-time'],
    ['take-over', 'settled', { decision: { outcome: 'grant' } }, { timeliness: 'late' }, 'result-late'],
    [
      'issue',
      'settled',
      { decision: { outcome: 'refuse' }, proposal: { reason: 'r', clause: 'c' } },
      { timeliness: 'early' },
      'turned-down',
    ],
    ['discontinue', 'discontinued', { discontinuance: { reason: 'r', clause: 'c' } }, {}, 'discontinued'],
    ['withdraw', 'withdrawn', {}, {}, 'withdrawn'],
  ] as const)('%s to %s is told', (verb, state, facts, more, template) => {
    expect(templateOf([step(verb, state, facts as JsonObject, more as CaseEffect)])).toMatchObject([
      { template, audience: 'citizen', seq: 2 },
    ]);
  });

  test('a hand-over, an assignment, an opinion, a signature inside the offices is not told', () => {
    for (const verb of [
      'forward',
      'take-over',
      'decline-hand-over',
      'assign',
      'propose',
      'approve',
      'sign',
      'urge',
      'consult',
    ]) {
      expect(templateOf([step(verb, 'in-process')])).toEqual([]);
    }
  });

  test('what was brought to the desk is told on acceptance, what was filed online at once', () => {
    const [desk] = journalOf([{ verb: 'submit', effect: opening('desk') }]);
    expect(noticesOf('dossier', desk!.entry, null, desk!.after)).toEqual([]);
    const [online] = journalOf([{ verb: 'submit', effect: opening('online') }]);
    expect(noticesOf('dossier', online!.entry, null, online!.after)).toMatchObject([{ template: 'submitted' }]);
  });

  test('the part of another agency is not told', () => {
    const [entry] = journalOf([{ verb: 'submit', effect: opening('online') }]);
    expect(noticesOf('leg', entry!.entry, null, entry!.after)).toEqual([]);
  });

  test('a result is told once, though work goes on after it', () => {
    const told = journalOf([
      { verb: 'submit', effect: opening('desk') },
      step('issue', 'settled', { decision: { outcome: 'grant' } }, { timeliness: 'early' }),
      step('reassign', 'settled'),
      step('return-result', 'returned'),
    ]);
    const results = told.flatMap(({ entry, before, after }) => noticesOf('dossier', entry, before, after));
    expect(results.map(({ seq, template }) => [seq, template])).toEqual([[2, 'result-early']]);
  });
});

const anyTemplate = fc.constantFrom(...templates);
const preference: fc.Arbitrary<NoticePreference> = fc.record({
  language: fc.constantFrom('vi', 'en'),
  channels: fc.subarray([...sendingChannels]),
  email: fc.constantFrom(null, 'an@example.vn'),
  isEmailProved: fc.boolean(),
  phone: fc.constantFrom(null, '0912345678'),
  leftOut: fc.subarray([...templates]),
});

describe('by which channels', () => {
  test('always in the pages, each channel at most once, only channels that are open', () => {
    fc.assert(
      fc.property(
        anyTemplate,
        fc.option(preference),
        fc.constantFrom('', 'a@example.vn'),
        fc.constantFrom('', '0912345678'),
        fc.subarray([...sendingChannels]),
        (template, account, email, phone, open) => {
          const channels = addresseesOf(template, account, { email, phone }, open).map(({ channel }) => channel);
          expect(channels[0]).toBe('in-app');
          expect(new Set(channels).size).toBe(channels.length);
          expect(channels.slice(1).every((channel) => open.some((one) => one === channel))).toBe(true);
        },
      ),
    );
  });

  test('an address that is not proved gets nothing, a legal notice cannot be left out', () => {
    fc.assert(
      fc.property(anyTemplate, preference, (template, account) => {
        const channels = addresseesOf(template, account, { email: 'x@example.vn', phone: '' }, sendingChannels);
        const hasMail = channels.some(({ channel }) => channel === 'email');
        const wants = !noticeTemplates[template].isOptional || !account.leftOut.includes(template);
        const isReached = account.channels.includes('email') && account.isEmailProved && account.email !== null;
        expect(hasMail).toBe(wants && isReached);
      }),
    );
  });

  test('a filing without account is told by the e-mail given, else by telephone', () => {
    const told = (email: string, phone: string) =>
      addresseesOf('accepted', null, { email, phone }, sendingChannels).map(({ channel }) => channel);
    expect(told('an@example.vn', '0912345678')).toEqual(['in-app', 'email']);
    expect(told('', '0912345678')).toEqual(['in-app', 'sms']);
    expect(told('', '')).toEqual(['in-app']);
  });
});

/** GSM 03.38, the letters every telephone has; the extension table counts double and is not used. */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

describe.each(templates)('the notice %s', (template) => {
  test.each(['vi', 'en'] as const)('is whole in %s, in every form', (language) => {
    const notice = writeNotice(template, sampleFacts, language);
    const mail = writeMail(notice, { follow });
    const sms = writeSms(template, sampleFacts, language, follow);
    const written = [mail.subject, mail.text, mail.html, sms];
    for (const text of written) {
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(text.normalize('NFC')).toBe(text);
    }
    expect(mail.text).toContain(follow);
    expect(mail.subject.length).toBeLessThan(90);
    expect(notice.next).not.toBe('');
  });

  test.each(['vi', 'en'] as const)(
    'fits one SMS of the common alphabet in %s and says nothing about the person',
    (language) => {
      const longest = { ...sampleFacts, code: '000.00.00.H26-211231-9999', amount: '999999999999' };
      const sms = writeSms(
        template,
        longest,
        language,
        'https://mot-dia-chi-rat-dai.dichvucong.hanoi.gov.vn/en/tra-cuu',
      );
      expect(sms.length).toBeLessThanOrEqual(mostInSms);
      expect(sms).toMatch(gsm);
      const short = writeShort(template, sampleFacts, language, follow, 400);
      for (const kept of [
        sampleFacts.procedure.vi,
        sampleFacts.procedure.en,
        sampleFacts.reason,
        sampleFacts.answerableName,
      ]) {
        expect(short).not.toContain(kept);
      }
    },
  );
});

test('what a person typed stays text in the HTML of a mail', () => {
  const facts = { ...sampleFacts, reason: '<script>alert(1)</script> & "x"' };
  const { html } = writeMail(writeNotice('refused', facts, 'vi'), { follow });
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
  expect(html).not.toContain('<script');
});

test('attempts wait longer each time and end after eight', () => {
  const at = Temporal.Instant.from('2021-11-05T02:00:00Z');
  const waits = Array.from(
    { length: 9 },
    (_, index) =>
      nextTry(index + 1, at)
        ?.since(at)
        .total('minutes') ?? null,
  );
  expect(waits).toEqual([1, 5, 15, 60, 240, 720, 1440, null, null]);
  expect(mostAttempts).toBe(8);
});
