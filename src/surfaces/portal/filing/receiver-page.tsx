import type { Context } from 'hono';
import type { App } from '#app.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import { Button, Choice, ErrorSummary, Form, SearchBox, speaker, textIn } from '#surfaces/ui/index.ts';
import { communeName } from '#surfaces/web/names.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { FilingPage } from './filing-page.tsx';
import { onDraft } from './on-draft.ts';
import { goBackTo, type OpenDraft, stepAfter } from './open-draft.ts';
import { agenciesByWords, receivingAgencies } from './receivers.ts';

const mostShown = 40;

/** Which agency: found by name, or by district. */
export const receiverPage = (app: App) =>
  onDraft(app, (open, context) => context.html(page(app, open, context, undefined)));

export const chooseReceiver = (app: App) =>
  onDraft(app, async (open, context) => {
    const chosen = readForm(context).text('receiverId');
    const agencies = receivingAgencies(open.procedure.definition, open.ground.tree, app.today());
    if (!agencies.some(({ id }) => id === chosen)) {
      const say = speaker(open.visitor.language);
      return context.html(page(app, open, context, say('Chọn một cơ quan nhận hồ sơ.', 'Choose an agency.')), 422);
    }
    await app.drafts.save(open.draft.id, { receiverId: chosen });
    return context.redirect(open.href(goBackTo(readForm(context)) || stepAfter(open.steps, 'noi-nop')), 303);
  });

function page(app: App, open: OpenDraft, context: Context<WebEnv>, error: string | undefined) {
  const { language, csrfToken } = open.visitor;
  const say = speaker(language);
  const { tree } = open.ground;
  const all = receivingAgencies(open.procedure.definition, tree, app.today());
  const form = context.req.method === 'POST' ? readForm(context) : undefined;
  const words = (form?.text('q') ?? context.req.query('q') ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 100);
  const district = form?.text('quan') || context.req.query('quan') || '';
  const isLong = all.length > mostShown;
  const narrowed = district ? all.filter((unit) => unit.parentId === district) : agenciesByWords(all, words, tree);
  const asked = words !== '' || district !== '';
  const kept = all.find(({ id }) => id === open.draft.receiverId);
  const found = !isLong || asked ? narrowed.slice(0, mostShown) : kept ? [kept] : [];
  const goTo = form?.text('go-to') || (context.req.query('sua') ? 'kiem-tra' : '');
  const districts = [...new Set(all.map(({ parentId }) => parentId))]
    .flatMap((id) => tree.get(id ?? '') ?? [])
    .sort((a, b) => compareVietnamese(a.name.vi, b.name.vi));
  return (
    <FilingPage open={open} step="noi-nop" title={say('Nơi nhận hồ sơ', 'Receiving agency')} hasErrors={Boolean(error)}>
      <ErrorSummary
        language={language}
        errors={error ? [{ field: found.length > 0 ? 'receiverId' : 'q', message: error }] : []}
      />
      <h1>{say('Bạn nộp hồ sơ ở đâu?', 'Where do you file?')}</h1>
      {isLong ? (
        <SearchBox
          language={language}
          action={open.href('noi-nop')}
          label={say('Tên xã, phường, thị trấn', 'Name of the commune or ward')}
          hint={say(
            'Có dấu hay không dấu đều được, ví dụ: cong vi',
            'With or without diacritics, for example: cong vi',
          )}
          value={words}
        >
          {goTo ? <input type="hidden" name="sua" value="1" /> : null}
        </SearchBox>
      ) : null}
      {found.length > 0 ? (
        <Form csrfToken={csrfToken} action={open.href('noi-nop')} hidden={{ 'go-to': goTo, q: words, quan: district }}>
          <Choice
            language={language}
            name="receiverId"
            legend={say('Chọn cơ quan', 'Choose the agency')}
            value={open.draft.receiverId ?? (found.length === 1 ? found[0]?.id : undefined)}
            error={error}
            options={found.map((unit) => ({
              value: unit.id,
              label: communeName(language, unit.id, open.ground) || textIn(language, unit.name),
            }))}
          />
          <Button>{say('Tiếp tục', 'Continue')}</Button>
        </Form>
      ) : asked ? (
        <p>
          {say(
            'Không có nơi nào có tên như vậy nhận thủ tục này. Thử gõ ít chữ hơn, hoặc chọn quận, huyện dưới đây.',
            'No agency with that name receives this procedure. Try fewer letters, or choose the district below.',
          )}
        </p>
      ) : null}
      {narrowed.length > mostShown && asked ? (
        <p class="quiet">
          {say(
            `Còn ${narrowed.length - mostShown} nơi nữa: gõ thêm chữ để thu hẹp.`,
            `${narrowed.length - mostShown} more: type more letters.`,
          )}
        </p>
      ) : null}
      {isLong && !district ? (
        <details open={!asked && found.length === 0}>
          <summary>{say('Chọn theo quận, huyện', 'Choose by district')}</summary>
          <ul>
            {districts.map((unit) => (
              <li>
                <a href={`${open.href('noi-nop')}?quan=${unit.id}${goTo ? '&sua=1' : ''}`}>
                  {textIn(language, unit.name)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </FilingPage>
  );
}
