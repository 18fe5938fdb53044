import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { fold } from '#kernel/vietnamese.ts';
import { reportHtml, textDeeds } from '#modules/reports/index.ts';
import { Actions, Button, ErrorSummary, Field, Form, localHref, speaker, Table, textIn } from '#surfaces/ui/index.ts';
import { writeFigurePage } from '#surfaces/web/figure-address.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenText, onText } from './open-text.ts';
import { TextBlock } from './text-block.tsx';

/** GET `/lam-viec/bao-cao/:caseId/doan/:block`: one paragraph, with the figures it may be bound to. */
export const blockPage = (app: App) =>
  onText(app, (open, context) => {
    const blockId = context.req.param('block') ?? '';
    const found = sourceOf(open, blockId);
    if (!open.mayWrite || (!found && blockId !== 'moi')) return notFoundPage(context);
    const sectionId = found?.sectionId ?? context.req.query('muc') ?? '';
    return show(app, open, context, { blockId, sectionId, words: found?.text ?? '', kind: found?.kind ?? 'paragraph' });
  });

/** POST `/lam-viec/bao-cao/:caseId/sua`: any change of the text. */
export const changeReportText = (app: App) =>
  onText(app, async (open, context) => {
    const form = readForm(context);
    const deed = textDeeds.find((one) => one === form.text('deed'));
    if (!deed) return notFoundPage(context);
    const { caseId, href } = open;
    const given = {
      sectionId: form.text('sectionId').slice(0, 100),
      blockId: form.text('blockId').slice(0, 200),
      words: form.text('words').slice(0, 20_000),
    };
    const wish = {
      ...given,
      caseId,
      deed,
      revision: Number(form.text('revision')),
      requestId: form.text('requestId').slice(0, 40),
    };
    const done = await app.reports.changeText(open.officer.actor, wish);
    if (done.ok) return context.redirect(`${href()}?da-luu=co${given.sectionId ? `#${given.sectionId}` : ''}`, 303);
    return show(app, open, context, { ...given, blockId: given.blockId || 'moi', kind: 'paragraph' }, done.refusal);
  });

/** GET `/lam-viec/bao-cao/:caseId/du-thao`: the draft as it would be printed. */
export const draftPage = (app: App) =>
  onText(app, (open, context) => {
    const { officer, text, href } = open;
    const { language } = officer.visitor;
    const html = reportHtml(text.document, ({ binding, span }) =>
      localHref(
        language,
        writeFigurePage(`/cong-khai/so-lieu/${binding.figureId}`, {
          ...span,
          unitId: binding.unitId ?? text.state.receivingUnitId,
        }),
      ),
    );
    const say = speaker(language);
    return context.html(
      <WorkspacePage
        officer={officer}
        title={`${say('Dự thảo', 'Draft')} · ${text.state.code ?? ''}`}
        back={{ href: href(), label: say('Về trang tổng hợp', 'Back to the text') }}
      >
        <div lang="vi" class="full">
          {raw(html)}
        </div>
      </WorkspacePage>,
    );
  });

interface Given {
  readonly blockId: string;
  readonly sectionId: string;
  readonly words: string;
  readonly kind: string;
}

function show(app: App, open: OpenText, context: Context<WebEnv>, given: Given, refusal?: Refusal) {
  const { officer, text, href } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const message = refusal && refusalSentence(refusal, language);
  const isNew = given.blockId === 'moi';
  const title = isNew ? say('Viết thêm đoạn', 'Write a paragraph') : say('Sửa đoạn', 'Change a paragraph');
  const revision = String(text.record.revision);
  const hidden = { revision, sectionId: given.sectionId, blockId: isNew ? '' : given.blockId, requestId: '' };
  const block = liveBlock(open, given.blockId);
  const searched = fold(context.req.query('tim') ?? '').trim();
  const figures = app.figures.catalogue
    .filter(({ id, name }) => fold(`${id} ${name.vi}`).includes(searched))
    .slice(0, searched ? 60 : 20);
  const waiting = text.narratives.filter(({ sectionId, isUsed }) => sectionId === given.sectionId && !isUsed);
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={message !== undefined}
      back={{ href: href(), label: say('Về trang tổng hợp', 'Back to the text') }}
    >
      <ErrorSummary language={language} errors={message ? [{ field: 'words', message }] : []} />
      <h1>{title}</h1>
      {block ? (
        <>
          <h2>{say('Hiện đang đọc là', 'It reads now')}</h2>
          <TextBlock language={language} block={block} unitId={text.state.receivingUnitId} />
        </>
      ) : null}
      {given.kind === 'paragraph' ? (
        <Form csrfToken={csrfToken} action={href('sua')} hidden={{ ...hidden, deed: isNew ? 'write' : 'edit' }}>
          <Field
            language={language}
            kind="long-text"
            name="words"
            label={say('Lời văn, có gắn số liệu', 'Text with bound figures')}
            hint={say(
              'Gắn số bằng {{mã chỉ tiêu}}, tỷ lệ bằng {{mã | share of mã}}, của một đơn vị bằng {{mã | at mã đơn vị}}.',
              'Bind with {{figure}}, {{figure | share of figure}}, {{figure | at unit}}.',
            )}
            rows={6}
            maxLength={20_000}
            value={given.words}
            error={message}
          />
          <Button>{say('Ghi thay đổi', 'Keep the change')}</Button>
        </Form>
      ) : null}
      {isNew ? null : (
        <Form csrfToken={csrfToken} action={href('sua')} hidden={{ ...hidden, deed: 'delete', words: '' }}>
          <Button variant="secondary" tone="danger">
            {say('Xóa đoạn này', 'Delete it')}
          </Button>
        </Form>
      )}
      {!isNew && given.kind === 'paragraph' && waiting.length > 0 ? (
        <>
          <h2>{say('Gộp lời của đơn vị vào đoạn này', 'Merge what units wrote')}</h2>
          {waiting.map(({ requestId, unitId, words }) => (
            <blockquote>
              <p lang="vi">{words}</p>
              <p class="small quiet">{textIn(language, unitWords(unitId, officer.ground.tree))}</p>
              <Form csrfToken={csrfToken} action={href('sua')} hidden={{ ...hidden, deed: 'merge', requestId, words }}>
                <Button variant="secondary">{say('Gộp vào đoạn này', 'Merge it')}</Button>
              </Form>
            </blockquote>
          ))}
        </>
      ) : null}
      <h2>{say('Chỉ tiêu trong danh mục', 'Figures of the catalogue')}</h2>
      <form class="form" method="get" action={href(`doan/${given.blockId}`)}>
        <input type="hidden" name="muc" value={given.sectionId} />
        <Field
          language={language}
          kind="search"
          name="tim"
          label={say('Tìm chỉ tiêu', 'Find a figure')}
          noRequire
          value={context.req.query('tim') ?? ''}
        />
        <Actions>
          <Button variant="secondary">{say('Tìm', 'Find')}</Button>
        </Actions>
      </form>
      <Table
        id="figures"
        caption={say('Chép mã vào giữa hai dấu ngoặc nhọn', 'Copy the id between double braces')}
        stack
        columns={[{ label: say('Chỉ tiêu', 'Figure') }, { label: say('Cách gắn', 'How it is bound') }]}
        rows={figures.map(({ id, name }) => [textIn(language, name), <span class="code">{`{{${id}}}`}</span>])}
      />
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}

type Blocks = OpenText['text']['outline']['opening'];
type Sections = OpenText['text']['outline']['parts'][number]['sections'];

/** The source of a block, and where it stands. */
function sourceOf({ text }: OpenText, blockId: string) {
  const { outline } = text;
  const inside = (blocks: Blocks, sectionId: string) => {
    const block = blocks.find(({ id }) => id === blockId);
    return block && { sectionId, kind: block.kind, text: block.kind === 'paragraph' ? block.text : block.caption };
  };
  const within = (sections: Sections): ReturnType<typeof inside> => {
    for (const { id, blocks, sections: below } of sections) {
      const found = inside(blocks, id) ?? within(below);
      if (found) return found;
    }
    return undefined;
  };
  const ends = inside(outline.opening, 'opening') ?? inside(outline.closing, 'closing');
  if (ends) return ends;
  for (const part of outline.parts) {
    const found = inside(part.blocks, part.id) ?? within(part.sections);
    if (found) return found;
  }
  return undefined;
}

function liveBlock({ text }: OpenText, blockId: string) {
  type Live = OpenText['text']['document']['parts'][number]['sections'];
  const within = (sections: Live): readonly (typeof text.document.opening)[number][] =>
    sections.flatMap(({ blocks, sections: below }) => [...blocks, ...within(below)]);
  const { document } = text;
  return [
    ...document.opening,
    ...document.parts.flatMap(({ blocks, sections }) => [...blocks, ...within(sections)]),
    ...document.closing,
  ].find(({ id }) => id === blockId);
}
