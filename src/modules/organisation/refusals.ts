import type { RefusalCatalogue } from '#kernel/result.ts';
import type { UnitNotFound } from './rules/unit-selector.ts';

/** How the refusals of this module read. */
export const organisationRefusals = {
  'unit-not-found': {
    status: 422,
    vi: 'Không có đơn vị nào ứng với “{unit}” đối với nơi nhận “{receiver}” vào ngày {day}.',
    en: 'No unit answers to “{unit}” for the receiving agency “{receiver}” on {day}.',
  },
} satisfies RefusalCatalogue<UnitNotFound>;
