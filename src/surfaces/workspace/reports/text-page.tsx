import type { App } from '#app.ts';
import type { Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { findingWords, stopsSigning } from '#modules/reports/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Details,
  EmptyState,
  Form,
  formatMoment,
  localHref,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { changesOf } from './changes-list.tsx';
import { type OpenText, onText } from './open-text.ts';
import { TextBlock } from './text-block.tsx';

type Section = OpenText['text']['document']['parts'][number]['sections'][number];

/** GET `/lam-viec/bao-cao/:caseId`: the text with its figures, what units wrote under each heading, and what has changed. */
export const textPage = (app: App) =>
  onText(app, (open, context) => {
    const { officer, text, mayWrite, href, caseId } = open;
    const { language } = officer.visitor;
    const say = speaker(language);
    const { document, state, findings } = text;
    const stopping = findings.filter(stopsSigning);
    const unused = text.narratives.filter(({ isUsed }) => !isUsed);
    const sections = (all: readonly Section[], level: 3 | 4) =>
      all.map((section) => (
        <section id={section.id}>
          {level === 3 ? (
            <h3>
              {section.number} {section.title}
            </h3>
          ) : (
            <h4>
              {section.number} {section.title}
            </h4>
          )}
          <Blocks open={open} blocks={section.blocks} sectionId={section.id} />
          <Narratives open={open} sectionId={section.id} />
          {sections(section.sections, 4)}
        </section>
      ));
    return context.html(
      <WorkspacePage
        officer={officer}
        title={`${say('Tổng hợp', 'Text')} · ${state.code ?? ''}`}
        back={{ href: localHref(language, `/lam-viec/viec/${caseId}`), label: say('Về báo cáo', 'Back to the report') }}
      >
        {context.req.query('da-luu') === 'co' ? (
          <Alert language={language} tone="success" live title={say('Đã ghi thay đổi', 'The change is kept')} />
        ) : null}
        <h1>{state.title}</h1>
        <p class="lead">
          {say(
            'Lời của đơn vị đứng dưới đúng mục, có tên đơn vị. Số trong câu là số sống: bấm vào để xem định nghĩa.',
            'What units wrote stands under its heading with their name. Numbers are live: click one for its definition.',
          )}
        </p>
        <Actions>
          <ButtonLink href={href('du-thao')} variant="secondary">
            {say('Xem dự thảo', 'See the draft')}
          </ButtonLink>
          <ButtonLink href={href('du-thao.docx')} variant="secondary" download>
            {say('Tải .docx', 'Download .docx')}
          </ButtonLink>
          <ButtonLink href={href('bieu.xlsx')} variant="secondary" download>
            {say('Bảng, biểu .xlsx', 'Tables and forms .xlsx')}
          </ButtonLink>
          <ButtonLink href={href('du-thao.pdf')} variant="secondary" download>
            {say('Tải PDF', 'Download PDF')}
          </ButtonLink>
        </Actions>
        <section id="kiem-tra">
          <h2>{say('Kiểm tra trước khi trình', 'Check before submitting')}</h2>
          {stopping.length === 0 ? (
            <Alert
              language={language}
              tone="success"
              title={say('Không còn chỗ nào chặn việc ký', 'Nothing stops the signing')}
            />
          ) : (
            <Alert
              language={language}
              tone="warning"
              title={say(`Còn ${stopping.length} chỗ phải sửa`, `${stopping.length} places to mend`)}
            >
              <p>{say('Danh sách ở dưới, mỗi chỗ có mục của nó.', 'Listed below, each with its place.')}</p>
            </Alert>
          )}
          {findings.length > 0 ? (
            <Details summary={say(`Mọi điều tìm thấy (${findings.length})`, `All that was found (${findings.length})`)}>
              <ul>
                {findings.map(({ kind, place, printed, recomputed }) => (
                  <li lang="vi">
                    <strong>{textIn(language, findingWords[kind] as Text)}</strong>, {place}: {printed}
                    {recomputed ? ` → ${recomputed}` : ''}
                  </li>
                ))}
              </ul>
            </Details>
          ) : null}
          {mayWrite && findings.some(({ kind }) => kind === 'figure-open') ? (
            <>
              <ChangeForm open={open} deed="drop-open">
                {say('Bỏ mọi đoạn và dòng chưa có số liệu', 'Leave out whatever has no figure')}
              </ChangeForm>
              <p class="small quiet">
                {say('Những gì bỏ đi vẫn nằm trong lịch sử sửa.', 'What is left out stays in the record of changes.')}
              </p>
            </>
          ) : null}
        </section>
        <Blocks open={open} blocks={document.opening} sectionId="opening" />
        {document.parts.map((part) => (
          <section id={part.id}>
            <h2>
              {part.number}. {part.title}
            </h2>
            <Blocks open={open} blocks={part.blocks} sectionId={part.id} />
            {sections(part.sections, 3)}
          </section>
        ))}
        <Blocks open={open} blocks={document.closing} sectionId="closing" />
        <section id="chua-dung">
          <h2>{say(`Lời của đơn vị chưa dùng (${unused.length})`, `Texts not used (${unused.length})`)}</h2>
          {unused.length === 0 ? (
            <EmptyState title={say('Mọi lời báo cáo đã được dùng', 'Everything that was written is used')} />
          ) : (
            <ul>
              {unused.map(({ unitId, sectionId, words }) => (
                <li lang="vi">
                  <a href={`#${sectionId}`}>{textIn(language, unitWords(unitId, officer.ground.tree))}</a>:{' '}
                  {words.length > 160 ? `${words.slice(0, 160)}…` : words}
                </li>
              ))}
            </ul>
          )}
        </section>
        {text.changes.length > 0 ? (
          <Table
            id="changes"
            caption={say(`Lịch sử sửa (${text.changes.length})`, `Changes (${text.changes.length})`)}
            stack
            columns={[
              { label: say('Lần', 'No.') },
              { label: say('Ai, làm gì', 'Who did what') },
              { label: say('Khác gì', 'Difference') },
              { label: say('Lúc', 'When') },
            ]}
            rows={text.changes.map((change) => [
              String(change.revision),
              ...changesOf(language, change),
              formatMoment(toLocal(change.changedAt)),
            ])}
          />
        ) : null}
      </WorkspacePage>,
    );
  });

/** Blocks of a section: each with what can be done to it. */
function Blocks(props: { open: OpenText; blocks: Section['blocks']; sectionId: string }) {
  const { open, blocks, sectionId } = props;
  const { officer, text, mayWrite, href } = open;
  const { language } = officer.visitor;
  const say = speaker(language);
  return (
    <>
      {blocks.map((block) => {
        const isProposal = block.kind === 'paragraph' && block.proposal !== undefined;
        const author = block.kind === 'paragraph' ? block.author : undefined;
        return (
          <div id={block.id}>
            {isProposal ? <strong>[{say('Đề xuất', 'Proposal')}]</strong> : null}
            <TextBlock language={language} block={block} unitId={text.state.receivingUnitId} />
            {author ? (
              <p class="small quiet">
                {say('Theo', 'From')}{' '}
                {author
                  .split(', ')
                  .map((id) => textIn(language, unitWords(id, officer.ground.tree)))
                  .join(', ')}
              </p>
            ) : null}
            {mayWrite && isProposal ? (
              <Actions>
                <ChangeForm open={open} deed="accept-proposal" sectionId={sectionId} blockId={block.id}>
                  {say('Nhận câu này', 'Accept')}
                </ChangeForm>
                <ChangeForm open={open} deed="delete-proposal" sectionId={sectionId} blockId={block.id}>
                  {say('Xóa câu này', 'Delete')}
                </ChangeForm>
              </Actions>
            ) : null}
            {mayWrite && !isProposal ? (
              <p class="small">
                <a href={href(`doan/${block.id}`)}>
                  {say('Sửa đoạn này', 'Change this')}
                  <span class="ds-sr-only"> {block.id}</span>
                </a>
              </p>
            ) : null}
          </div>
        );
      })}
    </>
  );
}

/** What units wrote for a section and nobody has used yet, and a way to write more. */
function Narratives({ open, sectionId }: { open: OpenText; sectionId: string }) {
  const { officer, text, mayWrite, href } = open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const waiting = text.narratives.filter((one) => one.sectionId === sectionId && !one.isUsed);
  return (
    <>
      {waiting.map(({ requestId, unitId, words }) => (
        <blockquote>
          <p lang="vi">{words}</p>
          <p class="small quiet">{textIn(language, unitWords(unitId, officer.ground.tree))}</p>
          {mayWrite ? (
            <ChangeForm open={open} deed="take-in" sectionId={sectionId} requestId={requestId} words={words}>
              {say('Lấy vào báo cáo', 'Take it in')}
            </ChangeForm>
          ) : null}
        </blockquote>
      ))}
      {mayWrite ? (
        <p class="small">
          <a href={href(`doan/moi?muc=${sectionId}`)}>
            {say('Viết thêm đoạn', 'Write a paragraph')}
            <span class="ds-sr-only"> {sectionId}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

/** One press that changes the text. */
function ChangeForm(props: {
  open: OpenText;
  deed: string;
  sectionId?: string;
  blockId?: string;
  requestId?: string;
  words?: string;
  children?: string;
}) {
  const { open, deed, sectionId = '', blockId = '', requestId = '', words = '' } = props;
  return (
    <Form
      csrfToken={open.officer.visitor.csrfToken}
      action={open.href('sua')}
      hidden={{ revision: String(open.text.record.revision), deed, sectionId, blockId, requestId, words }}
    >
      <Button variant="secondary">{props.children}</Button>
    </Form>
  );
}
