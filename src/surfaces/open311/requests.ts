import { toLocal } from '#kernel/zone.ts';
import { fieldOf, type PublicFeedback } from '#modules/feedback/index.ts';
import type { UnitTree } from '#modules/organisation/index.ts';
import type { Tree } from './write-xml.ts';

/** Local time with its offset, as GeoReport v2 asks for it (W3C Date and Time Formats). */
export const w3cMoment = (at: string): string =>
  `${toLocal(Temporal.Instant.from(at)).toString({ smallestUnit: 'second' })}+07:00`;

const openStates: readonly string[] = ['received', 'in-handling', 'awaiting-info', 'awaiting-approval'];
/** GeoReport v2 knows two states; the kind's own stands in `extended_attributes`. */
export const statesOf = (status: 'open' | 'closed', all: readonly string[]): readonly string[] =>
  all.filter((state) => openStates.includes(state) === (status === 'open'));

/** One request as GeoReport v2 shows it. Nobody who reported is in it: it is made of what is public. */
export function requestOf(item: PublicFeedback, tree: UnitTree, publicUrl: string): Tree {
  const field = fieldOf(item.field);
  const agency = tree.get(item.agencyId);
  const commune = item.communeId ? tree.get(item.communeId) : undefined;
  const photo = item.photos[0] ?? item.answers.at(-1)?.photos[0];
  const last = item.answers.at(-1);
  return {
    service_request_id: item.code,
    status: item.open ? 'open' : 'closed',
    status_notes: last?.text || null,
    service_name: field?.name.vi ?? item.field,
    service_code: item.field,
    description: item.text || item.title,
    agency_responsible: agency?.name.vi ?? item.agencyId,
    service_notice: null,
    requested_datetime: w3cMoment(item.receivedAt),
    updated_datetime: w3cMoment(item.endedAt ?? item.reopenedAt ?? item.receivedAt),
    expected_datetime: item.dueAt ? w3cMoment(item.dueAt) : null,
    address: [item.place, commune?.name.vi].filter(Boolean).join(', ') || null,
    address_id: item.communeId,
    zipcode: null,
    lat: item.point?.[0] ?? null,
    long: item.point?.[1] ?? null,
    media_url: photo ? `${publicUrl}/phan-anh/${item.code}/anh/${photo}` : null,
  };
}

/** What GeoReport v2 has no field for; asked for with `extensions=true`, as the specification allows. */
export function extensionsOf(item: PublicFeedback): Tree {
  return {
    extended_attributes: {
      state: item.state,
      about: item.about,
      agency_id: item.agencyId,
      reporters: item.reporters,
      first_expected_datetime: item.firstDueAt ? w3cMoment(item.firstDueAt) : null,
      escalated_to: item.ladder,
      reopened_datetime: item.reopenedAt ? w3cMoment(item.reopenedAt) : null,
      satisfied: item.satisfied,
      merged_into: item.mergedInto,
    },
  };
}
