import type { Language } from '#kernel/text.ts';
import type { ProcedureDefinition } from '#modules/procedures/index.ts';
import { localHref } from '#surfaces/ui/index.ts';

/** A procedure as schema.org's GovernmentService, for search engines. @see https://schema.org/GovernmentService */
export function governmentService(definition: ProcedureDefinition, language: Language, origin: string): object {
  const url = `${origin}${localHref(language, `/thu-tuc/${definition.code}`)}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    identifier: definition.code,
    name: definition.name[language],
    description: definition.summary[language],
    serviceType: definition.field.name[language],
    inLanguage: ['vi', 'en'],
    areaServed: { '@type': 'City', name: 'Hà Nội' },
    provider: { '@type': 'GovernmentOrganization', name: 'Ủy ban nhân dân thành phố Hà Nội' },
    serviceOutput: { '@type': 'Thing', name: definition.result[language] },
    ...(definition.channels.includes('online')
      ? {
          availableChannel: {
            '@type': 'ServiceChannel',
            serviceUrl: `${origin}${localHref(language, `/nop-ho-so/${definition.code}`)}`,
          },
        }
      : {}),
  };
}
