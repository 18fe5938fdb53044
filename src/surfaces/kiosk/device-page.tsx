import type { Child } from 'hono/jsx';
import type { App } from '#app.ts';
import { localHref, Page, type PageProps, speaker } from '#surfaces/ui/index.ts';
import type { Visitor } from '#surfaces/web/visitor.ts';

/** The desk a device stands at. */
export interface DeviceDesk {
  readonly id: string;
  readonly name: string;
  /** Of the agency, shown beside. */
  readonly plan: NonNullable<Awaited<ReturnType<App['desk']['plan']>>>;
}

/** A desk that has counters; undefined for every other address. */
export async function deviceDesk(app: App, visitor: Visitor, deskId: string): Promise<DeviceDesk | undefined> {
  if (!/^[a-z0-9.-]{1,80}$/.test(deskId)) return undefined;
  const plan = await app.desk.plan(deskId);
  const unit = (await app.ground()).tree.get(deskId);
  return plan && unit ? { id: deskId, name: unit.name[visitor.language], plan } : undefined;
}

/** A page of the kiosk: where one is, one question, the way back to the beginning. */
export function KioskPage(
  props: Pick<PageProps, 'title' | 'refresh' | 'hasErrors'> & {
    visitor: Visitor;
    desk: DeviceDesk;
    /** Where "from the beginning" leads; none on the first page. */
    home?: string | undefined;
    more?: Child;
    /** Said aloud in Vietnamese where the browser has the voice. */
    speak?: string | undefined;
    children?: Child;
  },
) {
  const { visitor, desk, home, more, speak, children, ...given } = props;
  const { language } = visitor;
  const say = speaker(language);
  return (
    <Page {...given} language={language} path={visitor.path} variant="kiosk">
      <p class="kiosk-place">{desk.name}</p>
      <h1 data-speak={speak}>{given.title}</h1>
      {children}
      <div class="kiosk-foot">
        {home ? (
          <a class="ds-button" data-variant="secondary" href={localHref(language, home)}>
            {say('Làm lại từ đầu', 'Start again')}
          </a>
        ) : (
          <a
            class="ds-button"
            data-variant="secondary"
            lang={language === 'vi' ? 'en' : 'vi'}
            href={localHref(language === 'vi' ? 'en' : 'vi', visitor.path)}
          >
            {say('English', 'Tiếng Việt')}
          </a>
        )}
        {more}
      </div>
    </Page>
  );
}
