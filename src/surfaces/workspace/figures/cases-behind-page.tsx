import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { toLocal } from '#kernel/zone.ts';
import { dossierKindIfKnown } from '#modules/dossiers/index.ts';
import { figureDefinition } from '#modules/figures/index.ts';
import {
  EmptyState,
  Facts,
  formatDate,
  formatMoment,
  localHref,
  Pagination,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { readFigurePage, writeFigurePage } from '#surfaces/web/figure-address.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { casePath, kindIfKnown } from '../kinds.ts';
import { asOfficer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const pageSize = 50;

/** `/lam-viec/so-lieu/:id`: the cases a figure counted, exactly those, for officers whose posts oversee the unit. */
export const casesBehindPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const { language } = officer.visitor;
    const say = speaker(language);
    const definition = figureDefinition(context.req.param('id') ?? '');
    if (!definition) return notFoundPage(context);
    const read = readFigurePage(app, (name) => context.req.query(name));
    if (!read.ok) return showRefusal(context, read.refusal);
    const { by: _, ...asked } = { ...read.value, unitId: read.value.unitId ?? ownUnit(officer.jurisdiction) };
    const given = context.req.query('sau');
    const after = isId(given) ? given : undefined;
    const page = await app.figures.casesBehind(
      officer.actor,
      { id: definition.id, ...asked },
      { after, most: pageSize },
    );
    if (!page.ok) return showRefusal(context, page.refusal);
    const { cases, next } = page.value;
    const nameOf = (unitId: string | null) =>
      textIn(language, officer.ground.tree.get(unitId ?? '')?.name ?? { vi: '', en: '' });
    const stateOf = (kind: string, state: string) => {
      const name = kindIfKnown(kind)?.states[state]?.name;
      return name ? textIn(language, name) : state;
    };
    const isDossiers = cases.every(({ kind }) => dossierKindIfKnown(kind));
    const kindOf = (kind: string) => textIn(language, kindIfKnown(kind)?.name ?? { vi: kind, en: kind });
    const day = (moment: Temporal.Instant | null) => (moment ? formatMoment(toLocal(moment)) : '–');
    const here = writeFigurePage(`/lam-viec/so-lieu/${definition.id}`, asked);
    const title = isDossiers
      ? say(`Hồ sơ phía sau: ${definition.name.vi}`, `Cases behind: ${definition.name.en}`)
      : say(`Việc phía sau: ${definition.name.vi}`, `Cases behind: ${definition.name.en}`);
    return context.html(
      <WorkspacePage officer={officer} title={title}>
        <h1>{title}</h1>
        <p>{textIn(language, definition.definition)}</p>
        <Facts
          facts={[
            { label: say('Đơn vị', 'Unit'), value: nameOf(asked.unitId) },
            { label: say('Kỳ', 'Period'), value: `${formatDate(asked.from)} – ${formatDate(asked.to)}` },
            {
              label: say('Theo những gì biết lúc', 'As known at'),
              value: formatMoment(toLocal(asked.asOf ?? app.now())),
            },
          ]}
        />
        <p>
          <a href={localHref(language, writeFigurePage(`/cong-khai/so-lieu/${definition.id}`, asked))}>
            {say('Con số và định nghĩa', 'The number and its definition')}
          </a>
        </p>
        {cases.length === 0 ? (
          <EmptyState title={say('Không có việc nào', 'There is no case')} />
        ) : (
          <Table
            id="cases-behind"
            caption={title}
            captionHidden
            stack
            walk
            columns={[
              { label: isDossiers ? say('Hồ sơ', 'Case') : say('Mã số', 'Code') },
              { label: isDossiers ? say('Thủ tục', 'Procedure') : say('Loại', 'Kind') },
              { label: isDossiers ? say('Nơi nhận', 'Received by') : say('Đơn vị', 'Unit') },
              { label: say('Tiếp nhận', 'Accepted') },
              { label: isDossiers ? say('Hẹn trả', 'Due') : say('Hạn', 'Due') },
              { label: say('Kết thúc', 'Ended') },
              { label: say('Hiện nay', 'Now') },
            ]}
            rows={cases.map((one) => [
              <a href={localHref(language, casePath(one.kind, one.caseId))}>{one.code ?? one.reference}</a>,
              isDossiers ? one.typeCode : kindOf(one.kind),
              nameOf(one.unitId),
              day(one.acceptedAt),
              day(one.dueAt),
              day(one.endedAt),
              stateOf(one.kind, one.state),
            ])}
          />
        )}
        <Pagination
          language={language}
          nextHref={next ? localHref(language, `${here}${here.includes('?') ? '&' : '?'}sau=${next}`) : undefined}
        />
      </WorkspacePage>,
    );
  });

/** The widest of the units the officer oversees. */
const ownUnit = (jurisdiction: readonly string[]): string =>
  [...jurisdiction]
    .sort((one, other) => one.split('/').length - other.split('/').length)[0]
    ?.split('/')
    .at(-1) ?? '';
