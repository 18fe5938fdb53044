import type { Language } from '#kernel/text.ts';
import type { ProcedureInForce } from '#modules/procedures/index.ts';
import { List, ListItem, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { costWords, tierWords, usualLimit } from './words.ts';

/** Procedures one below the other, with what people ask first: cost, days, where, level. */
export function ProcedureList(props: {
  language: Language;
  procedures: readonly ProcedureInForce[];
  withSummary?: boolean;
}) {
  const { language } = props;
  const say = speaker(language);
  return (
    <List>
      {props.procedures.map(({ definition }) => (
        <ListItem
          href={localHref(language, `/thu-tuc/${encodeURIComponent(definition.code)}`)}
          title={textIn(language, definition.name)}
          facts={[
            { label: say('Chi phí', 'Cost'), value: textIn(language, costWords(definition)) },
            { label: say('Thời hạn', 'Time limit'), value: textIn(language, usualLimit(definition)) },
            { label: say('Nơi làm', 'Where'), value: textIn(language, tierWords[definition.tier]) },
            {
              label: say('Nộp', 'Filing'),
              value: definition.channels.includes('online')
                ? say(
                    `trên mạng, mức độ ${definition.serviceLevel2021}`,
                    `online, level ${definition.serviceLevel2021}`,
                  )
                : say('trực tiếp', 'in person'),
            },
          ]}
        >
          {props.withSummary ? <p>{textIn(language, definition.summary)}</p> : null}
        </ListItem>
      ))}
    </List>
  );
}
