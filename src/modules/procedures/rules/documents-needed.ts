import { holds, namesAskedFor, wholeNumber } from '#kernel/feel.ts';
import type { Text } from '#kernel/text.ts';
import type { Answers } from './answers.ts';
import { showAnswer } from './check-answers.ts';
import type { DocumentForm, DocumentGroup, ProcedureDefinition, RequiredDocument } from './procedure-definition.ts';

/** How a document of the procedure stands in the case the answers describe, and why. */
export interface DocumentNeed {
  readonly document: RequiredDocument;
  /**
   * needed; one-of: it or another of its group; optional; show: to be shown only; replaced: a register of the state says it;
   * not-needed: its condition does not hold.
   */
  readonly need: 'needed' | 'one-of' | 'optional' | 'show' | 'replaced' | 'not-needed';
  readonly count: number;
  /** Forms that are taken, the usual one first. */
  readonly forms: readonly DocumentForm[];
  readonly group: DocumentGroup | undefined;
  /** One sentence, without a full stop: `vì bạn trả lời “…”: …`. */
  readonly because: Text;
}

/**
 * The table of required documents, decided for one case: a row for each document, in the order of the procedure.
 * @param on registers of the state answer from a day on
 */
export function documentsNeeded(
  definition: ProcedureDefinition,
  answers: Answers,
  on: Temporal.PlainDate,
): readonly DocumentNeed[] {
  return definition.documents.map((document) => {
    const group = definition.documentGroups?.find(({ id }) => id === document.oneOf);
    const count = Math.max(
      document.count,
      Number(document.countBy ? (wholeNumber(document.countBy, answers) ?? 0n) : 0n),
    );
    const forms = [document.form, ...(document.alsoAs ?? [])];
    const row = { document, count: Math.min(count, 99), forms, group };
    const answered = because(definition, document.when, answers);
    if (!holds(document.when, answers))
      return { ...row, need: 'not-needed', because: notBecause(definition, document, answers) };
    if (document.replacedBy && isAnswered(document.replacedBy, answers, on)) {
      const { register, source } = document.replacedBy;
      return {
        ...row,
        need: 'replaced',
        because: {
          vi: `vì cơ quan tra cứu được trong ${register.vi} (${source}), không đòi giấy`,
          en: `because the office looks it up in the ${register.en} (${source}) and may not ask for the paper`,
        },
      };
    }
    const asked = answered ?? always(document);
    if (document.showOnly) return { ...row, need: 'show', because: asked };
    if (document.optional) return { ...row, need: 'optional', because: ifAny(answered) };
    if (group) return { ...row, need: 'one-of', because: oneOf(asked, group) };
    return { ...row, need: 'needed', because: asked };
  });
}

/** The documents to bring in the case the answers describe: all but what does not apply and what a register says. */
export function documentsRequired(
  definition: ProcedureDefinition,
  answers: Answers,
  on: Temporal.PlainDate,
): readonly RequiredDocument[] {
  return documentsNeeded(definition, answers, on)
    .filter(({ need }) => need !== 'not-needed' && need !== 'replaced')
    .map(({ document }) => document);
}

/** What is still missing: a document, or a group of which more must come. */
export interface MissingDocument {
  /** Ids of the documents that would do. */
  readonly documentIds: readonly string[];
  readonly name: Text;
}

/** What is missing when these documents were given, by their ids. */
export function documentsMissing(
  needs: readonly DocumentNeed[],
  given: ReadonlySet<string>,
): readonly MissingDocument[] {
  const single = needs
    .filter(({ need, document }) => need === 'needed' && !given.has(document.id))
    .map(({ document }) => ({ documentIds: [document.id], name: document.name }));
  const groups = Map.groupBy(
    needs.filter(({ need }) => need === 'one-of'),
    ({ group }) => group,
  );
  const grouped = [...groups].flatMap(([group, members]) => {
    const ids = members.map(({ document }) => document.id);
    const wanted = Math.min(group?.atLeast ?? 1, ids.length);
    if (!group || ids.filter((id) => given.has(id)).length >= wanted) return [];
    return [{ documentIds: ids.filter((id) => !given.has(id)), name: group.name }];
  });
  return [...single, ...grouped];
}

function isAnswered(
  data: NonNullable<RequiredDocument['replacedBy']>,
  answers: Answers,
  on: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(data.from), on) <= 0 && holds(data.when, answers);
}

/** The questions a condition hangs on with the answers given; undefined without a condition or an answer. */
function because(definition: ProcedureDefinition, when: string | undefined, answers: Answers): Text | undefined {
  const said = when === undefined ? [] : answersBehind(definition, when, answers);
  if (said.length === 0) return undefined;
  return {
    vi: `vì bạn trả lời ${said.map(({ vi }) => vi).join(' và ')}`,
    en: `because you answered ${said.map(({ en }) => en).join(' and ')}`,
  };
}

function answersBehind(definition: ProcedureDefinition, when: string, answers: Answers): readonly Text[] {
  const questions = new Map(definition.form.pages.flatMap((page) => page.questions).map((each) => [each.id, each]));
  return namesAskedFor(when).flatMap((name) => {
    const question = questions.get(name);
    const answer = answers[name];
    if (!question || answer === undefined) return [];
    const shown = showAnswer(question, answer);
    const option = question.options?.find(({ value }) => value === answer)?.label.en;
    const yesNo = question.type === 'yes-no' ? (answer ? 'Yes' : 'No') : undefined;
    const label = (text: string) => text.replace(/[?:.]+$/, '');
    return [
      {
        vi: `“${label(question.label.vi)}”: ${shown}`,
        en: `“${label(question.label.en)}”: ${option ?? yesNo ?? shown}`,
      },
    ];
  });
}

function notBecause(definition: ProcedureDefinition, document: RequiredDocument, answers: Answers): Text {
  const answered = because(definition, document.when, answers);
  if (answered) return answered;
  const label = document.whenLabel;
  return label
    ? { vi: `chỉ cần ${lower(label.vi)}`, en: `only ${lower(label.en)}` }
    : { vi: 'không thuộc trường hợp của bạn', en: 'not in your case' };
}

const lower = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);

function always({ source, whenLabel }: RequiredDocument): Text {
  if (whenLabel) return { vi: lower(whenLabel.vi), en: lower(whenLabel.en) };
  const by = source ? ` (${source})` : '';
  return { vi: `vì thủ tục này luôn cần${by}`, en: `because this procedure always needs it${by}` };
}

const ifAny = (asked: Text | undefined): Text => ({
  vi: asked ? `nộp nếu có, ${asked.vi}` : 'nộp nếu có',
  en: asked ? `if you have it, ${asked.en}` : 'if you have it',
});

function oneOf({ vi, en }: Text, { name, atLeast = 1 }: DocumentGroup): Text {
  return {
    vi: `${vi}; chỉ cần ${atLeast} trong nhóm “${name.vi}”`,
    en: `${en}; ${atLeast} of the group “${name.en}” is enough`,
  };
}

/** Which paper a document of a procedure is: its code in every procedure, or its own. */
export function documentCode(definition: ProcedureDefinition, { code, id }: RequiredDocument): string {
  return code ?? `${definition.code}/${id}`;
}
