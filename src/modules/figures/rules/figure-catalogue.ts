import type { Text } from '#kernel/text.ts';
import { dossierFigures } from './catalogue/dossier-figures.ts';
import { feedbackFigures } from './catalogue/feedback-figures.ts';
import { formIi06a } from './catalogue/form-ii06a.ts';
import { formIi07b } from './catalogue/form-ii07b.ts';
import { indexFigures } from './catalogue/index-figures.ts';
import { indicatorFigures, indicatorParts } from './catalogue/indicator-figures.ts';
import { inspectionFigures } from './catalogue/inspection-figures.ts';
import { legFigures } from './catalogue/leg-figures.ts';
import { organisationFigures } from './catalogue/organisation-figures.ts';
import { recordedFigures } from './catalogue/recorded-figures.ts';
import { reportFigures } from './catalogue/report-figures.ts';
import { taskFigures, taskGroups } from './catalogue/task-figures.ts';
import type { FigureDefinition } from './figure-definition.ts';
import type { FigureIdentity } from './figure-identities.ts';

/** Every figure, in the order in which lists show them. A new one is one object in one of these lists. */
export const figureCatalogue: readonly FigureDefinition[] = [
  ...dossierFigures,
  ...legFigures,
  ...formIi06a,
  ...formIi07b,
  ...indicatorFigures,
  ...indicatorParts,
  ...feedbackFigures,
  ...taskFigures,
  ...inspectionFigures,
  ...organisationFigures,
  ...recordedFigures,
  ...reportFigures,
  ...indexFigures,
];

const byId = new Map(figureCatalogue.map((definition) => [definition.id, definition]));

export const figureDefinition = (id: string): FigureDefinition | undefined => byId.get(id);

const names = (ids: readonly string[], language: 'vi' | 'en') =>
  ids.map((id) => byId.get(id)?.name[language] ?? id).join(' + ');

function identity(left: readonly string[], right: readonly string[], relation: FigureIdentity['relation'] = 'equal') {
  const sign = relation === 'equal' ? '=' : '≤';
  const says: Text = {
    vi: `${names(left, 'vi')} ${sign} ${names(right, 'vi')}`,
    en: `${names(left, 'en')} ${sign} ${names(right, 'en')}`,
  };
  return { id: `${left.join('+')}${sign}${right.join('+')}`, says, left, right, relation };
}

/** What must hold whatever is counted, for any unit, period and moment. */
export const figureIdentities: readonly FigureIdentity[] = [
  identity(['dossiers.received'], ['dossiers.received_online', 'dossiers.received_direct']),
  identity(
    ['dossiers.received', 'dossiers.carried_over'],
    ['dossiers.resolved', 'dossiers.withdrawn', 'dossiers.discontinued', 'dossiers.open'],
  ),
  identity(['dossiers.resolved'], ['dossiers.resolved_early', 'dossiers.resolved_on_time', 'dossiers.resolved_late']),
  identity(['dossiers.open'], ['dossiers.open_in_time', 'dossiers.open_overdue']),
  identity(['dossiers.resolved_late'], ['dossiers.late_with_apology', 'dossiers.late_without_apology']),
  identity(
    ['dossiers.resolved'],
    ['dossiers.resolved_asked_never', 'dossiers.resolved_asked_once', 'dossiers.resolved_asked_more'],
  ),
  identity(['dossiers.resolved'], ['dossiers.resolved_remote', 'dossiers.resolved_at_desk']),
  identity(['legs.received', 'legs.carried_over'], ['legs.answered', 'legs.called_off', 'legs.open']),
  identity(['legs.answered'], ['legs.answered_early', 'legs.answered_on_time', 'legs.answered_late']),
  identity(['legs.open_overdue'], ['legs.open'], 'at-most'),
  identity(['ii06a.3'], ['ii06a.4', 'ii06a.5', 'ii06a.6']),
  identity(['ii06a.3'], ['ii06a.7', 'ii06a.11']),
  identity(['ii06a.7'], ['ii06a.8', 'ii06a.9', 'ii06a.10']),
  identity(['ii06a.11'], ['ii06a.12', 'ii06a.13']),
  ...['procedures', 'one_stop', 'interlinked', 'workflow'].map((group) =>
    identity([`ii07b.${group}`], [`ii07b.${group}_city`, `ii07b.${group}_district`, `ii07b.${group}_commune`]),
  ),
  identity(['procedures.total'], ['procedures.department', 'procedures.district', 'procedures.commune']),
  identity(['legal.issued'], ['legal.issued_resolutions', 'legal.issued_decisions']),
  identity(['legal.expired'], ['legal.expired_whole', 'legal.expired_part']),
  identity(['legal.expired_whole'], ['legal.expired_whole_resolutions', 'legal.expired_whole_decisions']),
  identity(['procedures.simplify_proposed'], ['procedures.reviewed'], 'at-most'),
  identity(['delegation.wards'], ['delegation.wards_total'], 'at-most'),
  ...taskGroups.flatMap((group) => [
    identity([`${group}.total`], [`${group}.done`, `${group}.in_progress`]),
    identity([`${group}.done`], [`${group}.done_in_time`, `${group}.done_late`]),
    identity([`${group}.in_progress`], [`${group}.in_time`, `${group}.overdue`]),
  ]),
  ...['total', 'done', 'in_progress', 'overdue'].map((state) =>
    identity(
      [`tasks.all.${state}`],
      taskGroups.filter((group) => group !== 'tasks.all').map((group) => `${group}.${state}`),
    ),
  ),
  identity(
    ['feedback.received', 'feedback.carried_over'],
    ['feedback.resolved', 'feedback.passed_on', 'feedback.withdrawn', 'feedback.open'],
  ),
  identity(['feedback.resolved'], ['feedback.resolved_in_time', 'feedback.resolved_late']),
  identity(['feedback.open_overdue'], ['feedback.open'], 'at-most'),
];
