import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import type { HandedPaper } from '#modules/dossiers/index.ts';
import type { KeptPaper } from '#modules/papers/index.ts';
import type { DocumentNeed } from '#modules/procedures/index.ts';
import { Actions, Alert, Button, ErrorSummary, Form, formatSize, speaker, textIn } from '#surfaces/ui/index.ts';
import { PaperFileField } from '#surfaces/web/paper-file.tsx';
import { type FormFile, readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import type { Visitor } from '#surfaces/web/visitor.ts';
import { documentFormWords } from '#surfaces/web/words.ts';
import { FilingPage } from './filing-page.tsx';
import { onDraft } from './on-draft.ts';
import { goBackTo, type OpenDraft, papersAsked, papersMissing, papersReplaced } from './open-draft.ts';
import { papersToReuse, ReuseChoice, readReused } from './reuse-papers.tsx';

/** Files of one dossier: more than any procedure asks for. */
const mostPapers = 60;

const fieldOf = (documentId: string): string => `paper-${documentId}`;
const fieldAt = ({ document }: DocumentNeed): string => fieldOf(document.id);
const keyOf = (paper: HandedPaper): string => `${paper.documentId}:${paper.sha256}`;

/** `…/giay-to`: one file field for each paper of the case, what was sent can be taken back. */
export const papersPage = (app: App) =>
  onDraft(app, async (open, context) =>
    context.html(show(open, await papersToReuse(app, open), [], context.req.query('sua') ? 'kiem-tra' : '')),
  );

export const savePapers = (app: App) =>
  onDraft(app, async (open, context) => {
    const form = readForm(context);
    const asked = papersAsked(open);
    const remove = form.text('remove');
    const kept = open.draft.papers.filter((paper) => keyOf(paper) !== remove);
    const reusable = await papersToReuse(app, open);
    const arrived = handedPapers(form.files, (field) => asked.find((need) => fieldAt(need) === field)?.document.id);
    const known = new Set(kept.map(keyOf));
    const added = [...readReused(open, form, asked, reusable), ...arrived.papers];
    const papers = [...kept, ...added.filter((paper) => !known.has(keyOf(paper)))].slice(0, mostPapers);
    await app.drafts.save(open.draft.id, { papers });

    const saved: OpenDraft = { ...open, draft: { ...open.draft, papers } };
    const errors = refusedFiles(arrived.refused, open.visitor);
    const goesOn = form.text('go') === 'next';
    if (goesOn) errors.push(...missingErrors(saved, errors));
    if (errors.length > 0) return context.html(show(saved, reusable, errors, goBackTo(form)), 422);
    if (goesOn) return context.redirect(open.href('kiem-tra'), 303);
    return context.redirect(`${open.href('giay-to')}${goBackTo(form) ? '?sua=1' : ''}`, 303);
  });

interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Files of a form as papers: those kept, each for the document its field stands for, and those refused. */
export function handedPapers(
  files: readonly FormFile[],
  documentOf: (field: string) => string | undefined,
): { readonly papers: readonly HandedPaper[]; readonly refused: readonly FormFile[] } {
  const papers = files.flatMap(({ field, fileName, stored }) => {
    const documentId = documentOf(field);
    return stored && documentId ? [{ documentId, fileName, ...stored }] : [];
  });
  return { papers, refused: files.filter(({ refusal }) => refusal !== undefined) };
}

/** What is wrong with each refused file, at its field. */
export function refusedFiles(files: readonly FormFile[], visitor: Visitor): FieldError[] {
  return files.flatMap(({ field, fileName, refusal }) =>
    refusal ? [{ field, message: `${fileName}: ${refusalSentence(refusal, visitor.language)}` }] : [],
  );
}

function missingErrors(open: OpenDraft, before: readonly FieldError[]): FieldError[] {
  const { language } = open.visitor;
  const say = speaker(language);
  return papersMissing(open)
    .map(({ documentIds, name }) => ({
      field: fieldOf(documentIds[0] ?? ''),
      message: say(`Còn thiếu: ${name.vi}`, `Still missing: ${name.en}`),
    }))
    .filter((missing) => !before.some(({ field }) => field === missing.field));
}

function show(open: OpenDraft, kept: readonly KeptPaper[], errors: readonly FieldError[], goTo: string) {
  const { language, csrfToken } = open.visitor;
  const say = speaker(language);
  const asked = papersAsked(open);
  return (
    <FilingPage open={open} step="giay-to" title={say('Giấy tờ', 'Papers')} hasErrors={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      <h1>{say('Đính kèm giấy tờ', 'Attach your papers')}</h1>
      <p class="lead">
        {asked.length > 0
          ? say(
              'Chụp rõ bốn góc hoặc quét thành tệp. Mỗi giấy tờ có thể gồm nhiều tệp.',
              'Photograph with all four corners or scan to a file. Each paper may have several files.',
            )
          : say('Trường hợp của bạn không cần giấy tờ nào.', 'Your case needs no papers.')}
      </p>
      <Replaced open={open} />
      <Form csrfToken={csrfToken} action={open.href('giay-to')} files hidden={{ 'go-to': goTo }}>
        {asked.map((need) => (
          <PaperField open={open} need={need} kept={kept} errors={errors} />
        ))}
        <Actions>
          <Button name="go" value="next">
            {say('Tiếp tục', 'Continue')}
          </Button>
          {asked.length > 0 ? (
            <Button name="go" value="stay" variant="secondary">
              {say('Tải lên và ở lại trang', 'Upload and stay here')}
            </Button>
          ) : null}
        </Actions>
      </Form>
    </FilingPage>
  );
}

/** Papers nobody has to bring, because a register says what they would. */
function Replaced(props: { open: OpenDraft }) {
  const replaced = papersReplaced(props.open);
  if (replaced.length === 0) return null;
  const { language } = props.open.visitor;
  const say = speaker(language);
  return (
    <Alert language={language} title={say('Không phải nộp', 'Not needed from you')}>
      <ul>
        {replaced.map(({ document, because }) => (
          <li>
            {textIn(language, document.name)}, {textIn(language, because)}.
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** `02 bản chính hoặc bản sao chứng thực`. */
export function formsInWords(language: Language, { count, forms }: DocumentNeed): string {
  const words = forms.map((form) => textIn(language, documentFormWords[form]));
  return `${count} ${words.join(language === 'vi' ? ' hoặc ' : ' or ')}`;
}

function PaperField(props: {
  open: OpenDraft;
  need: DocumentNeed;
  kept: readonly KeptPaper[];
  errors: readonly FieldError[];
}) {
  const { open, need } = props;
  const { document } = need;
  const { language } = open.visitor;
  const say = speaker(language);
  const sent = open.draft.papers.filter(({ documentId }) => documentId === document.id);
  const because = textIn(language, need.because);
  const said = [
    because.slice(0, 1).toLocaleUpperCase(language) + because.slice(1),
    formsInWords(language, need),
    document.note && textIn(language, document.note),
  ];
  const error = props.errors.filter(({ field }) => field === fieldOf(document.id)).map(({ message }) => message);
  return (
    <div class="flow">
      <PaperFileField
        language={language}
        name={fieldOf(document.id)}
        label={textIn(language, document.name)}
        hint={said
          .flatMap((part) => (part ? [part.replace(/\.$/, '')] : []))
          .join('. ')
          .concat('.')}
        multiple
        optional={document.optional}
        error={error.length > 0 ? error.join(' ') : undefined}
      />
      <ReuseChoice open={open} need={need} kept={props.kept} />
      {sent.length > 0 ? (
        <ul class="sent-files">
          {sent.map((paper) => (
            <li>
              {paper.fileName}{' '}
              <span class="quiet">
                {formatSize(language, paper.sizeBytes)},{' '}
                {paper.keptPaperId ? say('dùng lại', 'used again') : say('đã gửi', 'sent')}
              </span>{' '}
              <button class="link-button" type="submit" name="remove" value={keyOf(paper)}>
                {say('Bỏ tệp', 'Remove')}
                <span class="ds-sr-only"> {paper.fileName}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
