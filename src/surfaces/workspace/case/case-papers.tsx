import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import { formatMoment, formatSize, speaker, textIn } from '#surfaces/ui/index.ts';
import { paperName } from '#surfaces/web/names.ts';
import { sendPaper } from '#surfaces/web/paper-file.tsx';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { type OpenCase, onCase } from './open-case.ts';

/** What browsers show in a page; other files are downloaded and opened there. */
const pictures = ['image/jpeg', 'image/png'];

/** Papers handed in as files, and those the desk took on paper. */
export function CasePapers(props: { open: OpenCase }) {
  const { open } = props;
  const { papers, procedure, journal } = open.page;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const onPaper = journal[0]?.data.onPaper;
  const kept = Array.isArray(onPaper) ? onPaper.map(String) : [];
  const name = (documentId: string) => textIn(language, paperName(documentId, procedure.definition));
  return (
    <section>
      <h2>{say('Giấy tờ', 'Papers')}</h2>
      {papers.length === 0 && kept.length === 0 ? <p class="quiet">{say('Không có giấy tờ.', 'No papers.')}</p> : null}
      {kept.length > 0 ? (
        <>
          <h3>{say('Bản giấy đã nhận tại quầy', 'Taken on paper at the desk')}</h3>
          <ul>
            {kept.map((documentId) => (
              <li>{name(documentId)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {papers.length > 0 ? (
        <ul class="list">
          {papers.map((paper) => {
            const href = open.href(`giay-to/${paper.id}`);
            return (
              <li>
                <h3>{name(paper.documentId)}</h3>
                {pictures.includes(paper.mediaType) ? (
                  <p>
                    <a href={href}>
                      <img class="preview" src={href} alt={paper.fileName} loading="lazy" width="320" />
                    </a>
                  </p>
                ) : null}
                <p>
                  <a href={href} download>
                    {say('Tải', 'Download')} {paper.fileName}
                  </a>{' '}
                  <span class="quiet small">
                    {formatSize(language, Number(paper.sizeBytes))}, {formatMoment(toLocal(paper.addedAt))}
                  </span>
                </p>
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}

/** `…/giay-to/:paperId`: the file as it was handed in, never run in our name: it is a download with the type we recognised. */
export const paperFile = (app: App) =>
  onCase(app, async (open, context) => {
    const paper = open.page.papers.find(({ id }) => id === context.req.param('paperId'));
    if (!paper) return notFoundPage(context);
    return sendPaper(context, app, paper);
  });
