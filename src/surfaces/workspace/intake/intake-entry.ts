import type { App } from '#app.ts';
import { fold, formatDate } from '#kernel/vietnamese.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import {
  type DossierSubmission,
  type HandedPaper,
  type HandInForm,
  handInForms,
  type Party,
} from '#modules/dossiers/index.ts';
import type { Unit } from '#modules/organisation/index.ts';
import {
  type Answers,
  documentsMissing,
  documentsNeeded,
  documentsRequired,
  type FormPage,
  type ProcedureDefinition,
  questionsAsked,
  readPage,
} from '#modules/procedures/index.ts';
import { parseDate, textIn } from '#surfaces/ui/index.ts';
import type { FormRead } from '#surfaces/web/read-form.ts';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import type { Officer } from '../officer.ts';
import { readIdentityCard } from './identity-card.ts';
import { basisOf, type OpenVault, readVault } from './intake-vault.ts';

/** Who brings it: the same questions for every procedure. Whoever has no telephone is received too. */
export const partyPage: FormPage = {
  id: 'party',
  title: { vi: 'Người nộp', en: 'Who files' },
  questions: [
    { id: 'party-name', type: 'name', label: { vi: 'Họ và tên', en: 'Full name' }, required: true, maxLength: 100 },
    {
      id: 'party-personalId',
      type: 'personal-id',
      label: { vi: 'Số định danh cá nhân', en: 'Personal identification number' },
      required: true,
    },
    { id: 'party-phone', type: 'phone', label: { vi: 'Điện thoại', en: 'Telephone' }, required: false },
    { id: 'party-email', type: 'email', label: { vi: 'Thư điện tử', en: 'Email' }, required: false },
    {
      id: 'party-address',
      type: 'text',
      label: { vi: 'Nơi ở', en: 'Address' },
      required: true,
      maxLength: 300,
    },
  ],
};

export const questionField = (id: string): string => `q-${id}`;
export const paperField = (id: string): string => `paper-${id}`;
export const scanField = (id: string): string => `scan-${id}`;
export const formField = (id: string): string => `form-${id}`;
export const copiesField = (id: string): string => `copies-${id}`;
export const comparedField = (id: string): string => `compared-${id}`;

/** A paper on the table as the officer entered it. */
export interface TickedPaper {
  readonly documentId: string;
  readonly form?: HandInForm;
  readonly copies?: number;
  readonly compared: boolean;
}

export interface EntryError {
  readonly field?: string;
  readonly message: string;
}

/** A desk intake as far as it was entered. */
export interface IntakeEntry {
  readonly values: Readonly<Record<string, string>>;
  readonly answers: Answers;
  readonly onPaper: readonly TickedPaper[];
  /** What is kept for the person, once the officer has looked. */
  readonly vault?: OpenVault | undefined;
  /** Kept papers to be used. */
  readonly reused: readonly HandedPaper[];
  readonly reuse?: { readonly basis: string; readonly clause: string; readonly reason: string };
  /** Scans sent already, each with the ticket by which it comes back with the form. */
  readonly scans: readonly (HandedPaper & { readonly ticket: string })[];
  readonly channel: 'desk' | 'post';
  readonly errors: readonly EntryError[];
}

export const emptyEntry: IntakeEntry = {
  values: {},
  answers: {},
  onPaper: [],
  reused: [],
  scans: [],
  channel: 'desk',
  errors: [],
};

/** Ids of what a page shows, so that what is new on the next one can be told. */
export function shownIds(
  definition: ProcedureDefinition,
  answers: Answers,
  today: Temporal.PlainDate,
): readonly string[] {
  const questions = definition.form.pages.flatMap((page) => questionsAsked(page, answers));
  return [...questions, ...documentsRequired(definition, answers, today)].map(({ id }) => id);
}

/** Reads the whole page as sent; what is wrong is said at its field, everything typed stays. */
export async function readEntry(
  app: App,
  officer: Officer,
  agencyId: string,
  definition: ProcedureDefinition,
  form: FormRead,
): Promise<IntakeEntry> {
  const { language } = officer.visitor;
  const today = app.today();
  const values: Record<string, string> = { ...form.values, ...cardValues(form) };
  const party = readPage(partyPage, values, {}, today);
  let answers: Answers = {};
  const refusals = [...party.refusals];
  const copied = copyParty(form, definition, values);
  for (const page of definition.form.pages) {
    const typed = Object.fromEntries(page.questions.map(({ id }) => [id, copied[questionField(id)] ?? '']));
    const read = readPage(page, typed, answers, today);
    answers = read.answers;
    refusals.push(...read.refusals.map((refusal) => ({ ...refusal, field: questionField(refusal.field ?? '') })));
  }
  const scans = await readScans(app, definition, form);
  const onPaper = readTicked(definition, form);
  const personalId = String(party.answers['party-personalId'] ?? '');
  const vault = await readVault(app, officer, agencyId, personalId, definition, form);
  const labels = labelsOf(definition, language);
  const handed = new Set([...onPaper, ...scans, ...vault.chosen].map(({ documentId }) => documentId));
  const missing = documentsMissing(documentsNeeded(definition, answers, today), handed);
  const channel = form.text('channel') === 'post' ? 'post' : 'desk';
  return {
    values: copied,
    answers,
    onPaper,
    vault: vault.vault,
    reused: vault.chosen,
    reuse: basisOf(form),
    scans,
    channel,
    errors: [
      ...refusals.map((refusal) => ({
        field: refusal.field ?? '',
        message: `${labels.get(refusal.field ?? '') ?? ''}: ${refusalSentence(refusal, language)}`,
      })),
      ...form.files.flatMap(({ field, fileName, refusal }) =>
        refusal ? [{ field, message: `${fileName}: ${refusalSentence(refusal, language)}` }] : [],
      ),
      ...vault.errors,
      ...missing.map(({ documentIds, name }) => ({
        field: paperField(documentIds[0] ?? ''),
        message: textIn(language, { vi: `Chưa nhận: ${name.vi}`, en: `Not handed in: ${name.en}` }),
      })),
      ...(channel === 'post' ? handOverErrors(officer, form) : []),
    ],
  };
}

/** Papers ticked, each with its form, number and whether it was compared. */
function readTicked(definition: ProcedureDefinition, form: FormRead): readonly TickedPaper[] {
  const ticked = new Set(form.all('paper'));
  return definition.documents
    .filter(({ id }) => ticked.has(id))
    .map(({ id: documentId, showOnly }) => {
      const chosen = handInForms.find((each) => each === form.text(formField(documentId)));
      const copies = /^\d{1,2}$/.test(form.text(copiesField(documentId)))
        ? Number(form.text(copiesField(documentId)))
        : 0;
      return {
        documentId,
        ...(chosen ? { form: chosen } : {}),
        ...(copies > 0 ? { copies } : {}),
        compared: showOnly === true || form.text(comparedField(documentId)) === 'yes',
      };
    });
}

/** What a scanned card fills in; what it does not say stays as typed. */
function cardValues(form: FormRead): Record<string, string> {
  const card = readIdentityCard(form.text('card'));
  if (!card) return {};
  return {
    card: '',
    'party-name': card.name,
    'party-personalId': card.personalId,
    ...(card.address ? { 'party-address': card.address } : {}),
    ...(card.bornOn ? { 'party-bornOn': formatDate(card.bornOn) } : {}),
  };
}

/** The button under a group of questions: the person at the desk is the person asked about. */
function copyParty(
  form: FormRead,
  definition: ProcedureDefinition,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const wanted = /^copy-(.+)$/.exec(form.text('go'))?.[1];
  const page = definition.form.pages.find(({ id }) => id === wanted);
  if (!page) return values;
  const filled: Record<string, string> = { ...values };
  for (const { id, source } of copyable(page)) {
    const value = values[source];
    if (value) filled[questionField(id)] = value;
  }
  return filled;
}

/** Which questions of a page the identity of the person answers: one of each kind. */
export function copyable(page: FormPage): readonly { readonly id: string; readonly source: string }[] {
  const first = (source: string, fits: (question: FormPage['questions'][number]) => boolean) => {
    const question = page.questions.find(fits);
    return question ? [{ id: question.id, source }] : [];
  };
  return [
    ...first('party-name', ({ type }) => type === 'name'),
    ...first('party-personalId', ({ type }) => type === 'personal-id'),
    ...first('party-phone', ({ type }) => type === 'phone'),
    ...first('party-bornOn', ({ type, label }) => type === 'date' && fold(label.vi).includes('ngay sinh')),
    ...first(
      'party-address',
      ({ type, label }) => type === 'text' && /^noi (cu tru|o|thuong tru)/.test(fold(label.vi)),
    ),
  ];
}

async function readScans(app: App, definition: ProcedureDefinition, form: FormRead): Promise<IntakeEntry['scans']> {
  const removed = form.text('remove');
  const kept = await Promise.all(
    form.all('scan').map(async (line) => {
      const at = line.indexOf(' ');
      const [documentId, ticket] = [line.slice(0, at), line.slice(at + 1)];
      const file = ticket === removed ? undefined : await app.dossiers.readPaperTicket(ticket);
      return file && definition.documents.some(({ id }) => id === documentId) ? [{ ...file, documentId, ticket }] : [];
    }),
  );
  const arrived = await Promise.all(
    form.files.map(async ({ field, fileName, stored }) => {
      const document = definition.documents.find(({ id }) => scanField(id) === field);
      if (!stored || !document) return [];
      const file = { fileName, ...stored };
      return [{ ...file, documentId: document.id, ticket: await app.dossiers.writePaperTicket(file) }];
    }),
  );
  return [...kept.flat(), ...arrived.flat()];
}

/** By post: the moment at which postman and officer both signed the hand-over. */
export function handOverMoment(values: Readonly<Record<string, string>>): Temporal.Instant | undefined {
  const day = parseDate(values['handed-on'] ?? '');
  const time = /^([01]?\d|2[0-3])[:.hg]([0-5]\d)$/.exec((values['handed-at'] ?? '').replaceAll(' ', ''));
  if (!day || !time) return undefined;
  return toInstant(day.toPlainDateTime({ hour: Number(time[1]), minute: Number(time[2]) }));
}

function handOverErrors(officer: Officer, form: FormRead): readonly EntryError[] {
  const { language } = officer.visitor;
  const moment = handOverMoment(form.values);
  if (!moment) {
    const message = textIn(language, {
      vi: 'Ghi ngày và giờ hai bên ký biên bản giao nhận, ví dụ 05/11/2021 và 09:30.',
      en: 'Give the day and time at which both signed the hand-over, for example 05/11/2021 and 09:30.',
    });
    return [{ field: parseDate(form.text('handed-on')) ? 'handed-at' : 'handed-on', message }];
  }
  if (Temporal.Instant.compare(moment, officer.now) <= 0) return [];
  const message = textIn(language, { vi: 'Giờ ký giao nhận chưa tới.', en: 'That moment has not come yet.' });
  return [{ field: localDay(moment).equals(localDay(officer.now)) ? 'handed-at' : 'handed-on', message }];
}

function labelsOf(definition: ProcedureDefinition, language: 'vi' | 'en'): ReadonlyMap<string, string> {
  return new Map([
    ...partyPage.questions.map(({ id, label }) => [id, textIn(language, label)] as const),
    ...definition.form.pages.flatMap(({ questions }) =>
      questions.map(({ id, label }) => [questionField(id), textIn(language, label)] as const),
    ),
  ]);
}

/** The entry as the city receives it. Answers go as they were read; the command reads them again. */
export function submissionOf(
  entry: IntakeEntry,
  definition: ProcedureDefinition,
  agency: Unit,
  today: Temporal.PlainDate,
): DossierSubmission {
  const party = readPage(partyPage, entry.values, {}, today).answers;
  const said = (name: keyof Party) => String(party[`party-${name}`] ?? '');
  const ownerName = entry.values.ownerName ?? '';
  const compared = new Set(entry.onPaper.filter((paper) => paper.compared).map(({ documentId }) => documentId));
  return {
    procedureCode: definition.code,
    receiverId: agency.id,
    channel: entry.channel,
    answers: entry.answers,
    papers: [
      ...entry.scans.map(({ ticket: _, ...paper }) => ({ ...paper, compared: compared.has(paper.documentId) })),
      ...entry.reused,
    ],
    onPaper: entry.onPaper,
    ...(entry.reused.length > 0 && entry.reuse ? { reuse: entry.reuse } : {}),
    submitter: {
      name: said('name'),
      personalId: said('personalId'),
      phone: said('phone'),
      email: said('email'),
      address: said('address'),
    },
    ...(ownerName ? { ownerName } : {}),
    ownerAccountId: null,
  };
}
