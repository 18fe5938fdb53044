import { toLocal } from '#kernel/zone.ts';
import { digitisingPost, originalsHeld } from '#modules/dossiers/index.ts';
import { Alert, Button, Details, Field, Form, formatMoment, formatSize, speaker, textIn } from '#surfaces/ui/index.ts';
import { paperName } from '#surfaces/web/names.ts';
import { handInWords } from '#surfaces/web/paper-words.ts';
import type { OpenCase } from './open-case.ts';

/** What browsers show in a page; other files are downloaded and opened there. */
const pictures = ['image/jpeg', 'image/png'];

/** Papers handed in as files, and those the desk took on paper. */
export function CasePapers(props: { open: OpenCase }) {
  const { open } = props;
  const { papers, handIns, state } = open.page;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const originals = state.state === 'returned' ? [] : originalsHeld(state.facts);
  return (
    <section id="giay-to">
      <h2>{say('Giấy tờ', 'Papers')}</h2>
      {papers.length === 0 && handIns.length === 0 && onPaperBefore(open).length === 0 ? (
        <p class="quiet">{say('Không có giấy tờ.', 'No papers.')}</p>
      ) : null}
      {originals.length > 0 ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Đang giữ bản chính', 'Originals are held')}
          headingLevel={3}
        >
          <p>
            {say('Trả cho công dân cùng kết quả: ', 'To be given back with the result: ')}
            {originals.map(({ name, copies }) => `${textIn(language, name)} (${copies})`).join('; ')}.
          </p>
        </Alert>
      ) : null}
      <OnPaper open={open} />
      {papers.length > 0 ? (
        <ul class="list">
          {papers.map((paper) => (
            <li>
              <PaperFile open={open} paper={paper} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Dossiers of before say only which documents lay on the table. */
const onPaperBefore = ({ page }: OpenCase): readonly string[] => {
  const onPaper = page.journal[0]?.data.onPaper;
  return Array.isArray(onPaper) ? onPaper.map(String) : [];
};

function OnPaper(props: { open: OpenCase }) {
  const { open } = props;
  const { handIns, procedure } = open.page;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const name = (documentId: string) => textIn(language, paperName(documentId, procedure.definition));
  const known = new Set(handIns.map(({ documentId }) => documentId));
  const before = onPaperBefore(open).filter((documentId) => !known.has(documentId));
  if (handIns.length + before.length === 0) return null;
  return (
    <>
      <h3>{say('Bản giấy đã nhận tại quầy', 'Taken on paper at the desk')}</h3>
      <ul>
        {handIns.map(({ documentId, form, copies, comparedByName }) => (
          <li>
            {name(documentId)}{' '}
            <span class="quiet">
              ({copies} {textIn(language, handInWords[form])}
              {comparedByName ? say(`, ${comparedByName} đã đối chiếu`, `, compared by ${comparedByName}`) : ''})
            </span>
          </li>
        ))}
        {before.map((documentId) => (
          <li>{name(documentId)}</li>
        ))}
      </ul>
    </>
  );
}

type Paper = OpenCase['page']['papers'][number];

function PaperFile(props: { open: OpenCase; paper: Paper }) {
  const { open, paper } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const href = open.href(`giay-to/${paper.id}`);
  return (
    <>
      <h3>{textIn(language, paperName(paper.documentId, open.page.procedure.definition))}</h3>
      {pictures.includes(paper.mediaType) ? (
        <p>
          <a href={href}>
            <img class="preview" src={`${href}?xem=1`} alt={paper.fileName} loading="lazy" width="320" />
          </a>
        </p>
      ) : null}
      <p>
        <a href={href} download>
          {say('Tải', 'Download')} {paper.fileName}
        </a>{' '}
        <span class="quiet small">
          {formatSize(language, Number(paper.sizeBytes))}, {formatMoment(toLocal(paper.addedAt))}
          {paper.reused ? say(', dùng lại từ kho của công dân', ', used again from the person’s kept papers') : ''}
        </span>
      </p>
      <SignOff open={open} paper={paper} />
    </>
  );
}

/** Who signed off the electronic copy; for the desk, the form that does it. */
function SignOff(props: { open: OpenCase; paper: Paper }) {
  const { open, paper } = props;
  const { officer, page } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { digitised } = paper;
  if (digitised) {
    const at = formatMoment(toLocal(Temporal.Instant.from(digitised.at)));
    return (
      <p class="small">
        {say(
          `Bản điện tử đúng với bản chính: ${digitised.byName} ký xác nhận ${at}, “${digitised.name}”`,
          `Electronic copy signed off by ${digitised.byName} on ${at}: “${digitised.name}”`,
        )}
      </p>
    );
  }
  if (paper.reused || !digitisingPost(page.state, officer.actor, officer.now)) return null;
  const name = textIn('vi', paperName(paper.documentId, page.procedure.definition));
  return (
    <Details summary={say('Ký xác nhận bản điện tử', 'Sign off the electronic copy')}>
      <Form csrfToken={csrfToken} action={open.href(`giay-to/${paper.id}/so-hoa`)}>
        <Field
          language={language}
          name={`name-${paper.id}`}
          label={say('Tên giấy tờ', 'Name of the paper')}
          value={name}
          maxLength={300}
        />
        <Button variant="secondary">
          {say('Tôi đã đối chiếu với bản chính, xác nhận đúng', 'I compared it with the original; it agrees')}
        </Button>
      </Form>
    </Details>
  );
}
