import type { App } from '#app.ts';
import { publishedFigures } from './published-figures.ts';

type Asked = Parameters<App['indices']['compute']>[0];
type Computed = Awaited<ReturnType<App['indices']['compute']>>;

/** One keep for every surface of an app. */
const ofApp = new WeakMap<App, Map<string, Promise<Computed>>>();

/** A frame has few periods that are looked at; what is more is counted again. */
const mostKept = 100;

/** An index as the city publishes it: as of the hour that the boards show, computed once in it whoever asks. */
export function publishedIndex(app: App, question: Omit<Asked, 'asOf'>): Promise<Computed> {
  const kept = ofApp.get(app) ?? new Map<string, Promise<Computed>>();
  ofApp.set(app, kept);
  const asOf = publishedFigures(app).asOf();
  const key = JSON.stringify({ ...question, asOf });
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const computed = app.indices.compute({ ...question, asOf });
  kept.set(key, computed);
  // a fault is not kept: the next one asks again
  computed.catch(() => kept.delete(key));
  return computed;
}
