import { idOfWords } from '#kernel/hash.ts';
import { feedbackFields, wordsOf } from '#modules/feedback/index.ts';
import { setSequences } from './city-year-store.ts';
import { keysOfKinds } from './kind-keys.ts';
import type { Producer } from './producer.ts';
import { readKindWorld } from './read-kind-world.ts';
import { liveFeedback } from './rules/live-feedback.ts';
import { planFeedback } from './rules/plan-feedback.ts';
import { writeCases } from './write-cases.ts';

const tables = {
  feedback: ['case_id', 'channel', 'about', 'field', 'commune_id', 'words', 'received_at'],
  feedback_reporter: [
    'id',
    'case_id',
    'first_case_id',
    'anonymous',
    'name',
    'phone',
    'email',
    'address',
    'language',
    'channel',
    'joined_at',
  ],
} as const;

/** Feedback of a scenario, through the rules of its module. Nobody who reported is real, and nobody is told anything. */
export const produceFeedback: Producer = {
  id: 'feedback',
  name: 'feedback',
  part: 'feedback',
  produce: async (production) => {
    const { client, scenario, connection } = production;
    const world = await readKindWorld(production);
    const planned = (scenario.feedback ? planFeedback(world, scenario.feedback) : [])
      .filter(({ reportedAt }) => reportedAt <= world.horizon)
      .sort((one, other) => one.reportedAt - other.reportedAt || (one.id < other.id ? -1 : 1));
    const types = feedbackFields.map(({ code }) => code);
    const keys = await keysOfKinds(connection.db, types);
    await writeCases(client, 'feedback', keys, tables, async ({ add, addRow }) => {
      for (const [nth, one] of planned.entries()) {
        const lived = liveFeedback(world, one, nth + 1);
        if (!lived) continue;
        const { caseId, walked, reporter, title, receivedAt } = lived;
        const { channel, about, field, communeId, text, place } = one;
        await add([walked]);
        addRow('feedback', [caseId, channel, about, field, communeId, wordsOf({ title, text, place }), receivedAt]);
        const { name, phone, address } = reporter;
        const id = idOfWords(`reporter of ${caseId}`);
        addRow('feedback_reporter', [id, caseId, caseId, false, name, phone, '', address, 'vi', channel, receivedAt]);
      }
      await setSequences(client, { feedback_number: planned.length });
    });
  },
};
