import type { Context } from 'hono';
import { refusalCatalogue } from '#app.ts';
import { type Refusal, sentenceOf } from '#kernel/result.ts';

/** A refusal as RFC 9457 problem details: the published code, the sentence in both languages, the field it is about. */
export function problem(context: Context, refusal: Refusal): Response {
  const { status } = refusalCatalogue[refusal.code] ?? { status: 422 };
  const english = (context.req.header('accept-language') ?? '').trim().toLowerCase().startsWith('en');
  const body = {
    type: `/api/refusals#${refusal.code}`,
    title: sentenceOf(refusal, refusalCatalogue, english ? 'en' : 'vi'),
    status,
    code: refusal.code,
    sentence: {
      vi: sentenceOf(refusal, refusalCatalogue, 'vi'),
      en: sentenceOf(refusal, refusalCatalogue, 'en'),
    },
    ...(refusal.field ? { field: refusal.field } : {}),
    facts: refusal.facts,
  };
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' });
}

/** What is ours, not the caller's: nothing is said of it but the number under which it is in the log. */
export function fault(context: Context, reference: string): Response {
  const sentence = {
    vi: `Lỗi này là của hệ thống. Gửi lại cùng Idempotency-Key không làm phát sinh việc thứ hai; nếu lỗi lặp lại, báo số ${reference}.`,
    en: `The fault is ours. The same request with its Idempotency-Key does nothing twice; if it happens again, tell us ${reference}.`,
  };
  const body = { type: '/api/refusals#fault', title: sentence.vi, status: 500, code: 'fault', sentence, reference };
  return context.body(JSON.stringify(body), 500, { 'content-type': 'application/problem+json; charset=utf-8' });
}
