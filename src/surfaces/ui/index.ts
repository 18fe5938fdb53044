/** The parts a surface builds its pages from. They know no module: only the kernel's words and what they are given. */
export { Alert, type Tone } from './alert.tsx';
export { allAssets, assetRoutes, assetUrl } from './assets.ts';
export { Bar } from './bar.tsx';
export { Breadcrumbs } from './breadcrumbs.tsx';
export { Actions, Button, ButtonLink, PrintButton } from './button.tsx';
export { Checkbox, Choice, type ChoiceOption } from './choice.tsx';
export { DaysTable, type ExplainedDay } from './days-table.tsx';
export { DueDate, type DueState } from './due-date.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorSummary, type FieldErrorItem } from './error-summary.tsx';
export { Field, type FieldKind, type FieldProps } from './field.tsx';
export { fieldId } from './field-parts.tsx';
export { FileField, type FileFieldProps } from './file-field.tsx';
export { Form } from './form.tsx';
export {
  formatCount,
  formatDate,
  formatMoment,
  formatMoney,
  formatNamedDay,
  formatPromise,
  formatSize,
  formatTime,
  formatWeekday,
  parseDate,
} from './formats.ts';
export { BigCode, Columns, Details, Done, Grid, Panel } from './layout.tsx';
export { type Fact, Facts, Figures, List, ListItem, type Queue, Queues } from './list.tsx';
export { type Account, type NavItem, Page, type PageProps } from './page.tsx';
export { Pagination } from './pagination.tsx';
export { RoutePicture, type Station, type StationState } from './route-picture.tsx';
export { SearchBox } from './search-box.tsx';
export { Select, type SelectOption } from './select.tsx';
export { localHref, speaker, splitLanguage, textIn } from './speaker.ts';
export { type SummaryItem, SummaryList } from './summary-list.tsx';
export { type Column, Table } from './table.tsx';
export { Tag, type TagTone } from './tag.tsx';
export { type Tile, TileMap } from './tile-map.tsx';
export { Timeline, type TimelineEntry } from './timeline.tsx';
export { TrendChart, type TrendPoint } from './trend-chart.tsx';
