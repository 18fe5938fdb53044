import { Readable } from 'node:stream';
import type { Context, Handler } from 'hono';
import { raw } from 'hono/html';
import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { figureDefinition, formatFigure } from '#modules/figures/index.ts';
import { type ReportDifference, type ReportRestatement, reportHtml } from '#modules/reports/index.ts';
import {
  Alert,
  Breadcrumbs,
  Facts,
  formatDate,
  formatMoment,
  localHref,
  PrintButton,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { writeFigurePage } from '#surfaces/web/figure-address.ts';
import { paperHeaders } from '#surfaces/web/paper-response.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

type Publication = NonNullable<Awaited<ReturnType<App['reports']['publication']>>>;

const onReport =
  (app: App, handle: (found: Publication, context: Context<WebEnv>) => Response | Promise<Response>): Handler<WebEnv> =>
  async (context) => {
    const code = /^BC-\d{4}-\d{4,}$/.exec(context.req.param('code') ?? '')?.[0];
    const found = code && (await app.reports.publication(code));
    return found ? handle(found, context) : notFoundPage(context);
  };

/** `/bao-cao/:code`: what was signed, to the letter, every number leading to its source; later counts stand beside it. */
export const publishedReportPage = (app: App) =>
  onReport(app, async (found, context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const { report, signed, sha256, signedAt, document, restatements, file } = found;
    const address = `/bao-cao/${report.code}`;
    const now = context.req.query('so-voi') === 'hom-nay' ? await app.reports.differencesNow(signed) : undefined;
    const hrefOf = (figureId: string, span: string, unitId: string | null) => {
      const frozen = document.spans.find(({ name }) => name === span);
      const asked = { ...frozen, unitId: unitId ?? signed.unitId };
      return localHref(language, writeFigurePage(`/cong-khai/so-lieu/${figureId}`, asked));
    };
    const html = reportHtml(document, ({ binding, span }) =>
      hrefOf(binding.figureId, span.name, binding.unitId ?? null),
    );
    return context.html(
      <PortalPage visitor={visitor} title={report.title} wide>
        <Breadcrumbs
          language={language}
          items={[{ href: localHref(language, '/bao-cao'), label: say('Báo cáo đã công bố', 'Published reports') }]}
        />
        <Facts
          facts={[
            { label: say('Số, ký hiệu', 'Number'), value: `${signed.number}/${signed.outline.notation}` },
            { label: say('Ký lúc', 'Signed'), value: formatMoment(toLocal(signedAt)) },
            { label: say('Người ký', 'By'), value: signed.signature.signerName },
            {
              label: say('Số liệu', 'Figures'),
              value: `${formatDate(Temporal.PlainDate.from(report.from))} – ${formatDate(Temporal.PlainDate.from(report.to))}`,
            },
          ]}
        />
        <p class="small">
          {file ? (
            <a href={localHref(language, `${address}/ban-ky.pdf`)}>{say('Bản ký số (PDF)', 'Signed paper (PDF)')}</a>
          ) : (
            say('Bản PDF đang chờ ký số', 'The PDF waits for its signature')
          )}
          {' · '}
          <a href={localHref(language, `${address}/van-ban.docx`)}>.docx</a>
          {' · '}
          <a href={localHref(language, `${address}/bieu.xlsx`)}>{say('Biểu số liệu .xlsx', 'Tables .xlsx')}</a>
          {' · '}
          <a href={localHref(language, `${address}/dong-bang.json`)}>
            {say('Số liệu đóng băng (JSON)', 'What was frozen (JSON)')}
          </a>
        </p>
        <p class="small quiet">
          SHA-256: <span class="long-address">{sha256}</span>
        </p>
        {restatements.map(({ version, reason, frozenAt, frozenByName, content, sha256: hash }) => (
          <section id={`dieu-chinh-${version - 1}`}>
            <Alert
              language={language}
              tone="warning"
              title={say(
                `Điều chỉnh lần ${version - 1}, ${formatMoment(toLocal(frozenAt))}`,
                `Restatement ${version - 1}, ${formatMoment(toLocal(frozenAt))}`,
              )}
            >
              <p lang="vi">
                {reason} ({frozenByName})
              </p>
            </Alert>
            <Differences
              language={language}
              id={`restated-${version}`}
              differences={(content as ReportRestatement).differences}
              hrefOf={hrefOf}
              caption={say('Khác với bản đã ký', 'Otherwise than signed')}
              after={say('Điều chỉnh', 'Restated')}
            />
            <p class="small quiet">
              SHA-256: <span class="long-address">{hash}</span>
            </p>
          </section>
        ))}
        {now ? (
          now.length === 0 ? (
            <Alert
              language={language}
              tone="success"
              title={say('Đếm lại lúc này vẫn đúng như bản đã ký', 'Counted again now, it is as it was signed')}
            />
          ) : (
            <Differences
              language={language}
              id="now"
              differences={now}
              hrefOf={hrefOf}
              caption={say('Khác với số đếm lúc này', 'Otherwise than counted now')}
              after={say('Lúc này', 'Now')}
            />
          )
        ) : (
          <p>
            <a href={localHref(language, `${address}?so-voi=hom-nay`)}>
              {say('So với số đếm hôm nay', 'Compare with what is counted today')}
            </a>
          </p>
        )}
        <div lang="vi" class="full">
          {raw(html)}
        </div>
        <PrintButton>{say('In báo cáo', 'Print it')}</PrintButton>
      </PortalPage>,
    );
  });

function Differences(props: {
  language: Language;
  id: string;
  differences: readonly ReportDifference[];
  hrefOf(figureId: string, span: string, unitId: string | null): string;
  caption: string;
  after: string;
}) {
  const { language } = props;
  const say = speaker(language);
  return (
    <Table
      id={props.id}
      caption={`${props.caption} (${props.differences.length})`}
      stack
      columns={[
        { label: say('Chỉ tiêu', 'Figure') },
        { label: say('Bản đã ký', 'As signed'), align: 'end' },
        { label: props.after, align: 'end' },
      ]}
      rows={props.differences.map(({ figureId, span, unitId, before, after }) => [
        <a href={props.hrefOf(figureId, span, unitId)}>
          {textIn(language, figureDefinition(figureId)?.name ?? { vi: figureId, en: figureId })}
        </a>,
        formatFigure(language, before),
        formatFigure(language, after),
      ])}
    />
  );
}

/** `/bao-cao/:code/ban-ky.pdf`: the paper that was signed. */
export const signedReportFile = (app: App) =>
  onReport(app, async ({ report, file }, context) => {
    if (!file) return notFoundPage(context);
    const opened = await app.files.openScanned(file);
    if (!opened.ok) return showRefusal(context, opened.refusal);
    const { stream, sizeBytes } = opened.value;
    const paper = { sha256: file, fileName: `${report.code}.pdf`, mediaType: 'application/pdf' };
    return context.body(
      Readable.toWeb(stream) as ReadableStream,
      200,
      paperHeaders({ ...paper, sizeBytes, inline: false }),
    );
  });

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `/bao-cao/:code/van-ban.docx`, `bieu.xlsx`: made again from what was frozen. */
export const publishedReportFile = (app: App, format: 'docx' | 'xlsx') =>
  onReport(app, async ({ report, document }, context) => {
    const bytes = await app.reports.write(format, document);
    return context.body(Readable.toWeb(Readable.from([bytes])) as ReadableStream, 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${report.code}.${format}"`,
    });
  });

/** `/bao-cao/:code/dong-bang.json`: what was frozen with its hash, so that anyone can compute it again. */
export const frozenReportFile = (app: App) =>
  onReport(app, ({ signed, sha256, restatements, report }, context) =>
    context.json(
      {
        content: signed,
        sha256,
        restatements: restatements.map(({ version, reason, content, sha256: hash }) => ({
          version,
          reason,
          content,
          sha256: hash,
        })),
      },
      200,
      { 'content-disposition': `attachment; filename="${report.code}.json"` },
    ),
  );
