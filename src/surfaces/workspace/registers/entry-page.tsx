import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  approvingPost,
  type EntryVersion,
  entryDifference,
  entryTitle,
  type RegisterEntry,
  valueWords,
  withdrawingPost,
  writingPost,
} from '#modules/registers/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  formatSize,
  speaker,
  Tag,
  Timeline,
  textIn,
} from '#surfaces/ui/index.ts';
import { EntryFacts } from '#surfaces/web/entry-facts.tsx';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenRegister, onEntry } from './on-register.ts';
import { actWords, standingWords } from './standing-words.ts';

/** `/lam-viec/so/:register/:entry`: what it says, its evidence, every version with what it changed, and what can be done. */
export const entryPage = (app: App) =>
  onEntry(app, async (open, entry, context) => {
    const { officer, definition, unitName } = open;
    const { language } = officer.visitor;
    const say = speaker(language);
    const versions = await app.registers.versions(entry.id);
    const title = textIn(language, entryTitle(definition, entry.entered, unitName));
    const standing = standingWords[entry.standing];
    const done = context.req.query('xong');
    const evidence = versions.at(-1)?.evidence ?? [];
    return context.html(
      <WorkspacePage
        officer={officer}
        title={title}
        back={{ href: open.href(), label: textIn(language, definition.name) }}
      >
        {done ? <DoneAlert open={open} done={done} entry={entry} /> : null}
        <h1>{title}</h1>
        <p>
          <Tag tone={standing.tone}>{textIn(language, standing.name)}</Tag> {textIn(language, unitName(entry.unitId))}
        </p>
        {entry.standing === 'proposed' && entry.countingVersion !== null ? (
          <Alert
            language={language}
            title={say(
              `Bản sửa đang chờ duyệt; số liệu vẫn tính theo lần ${entry.countingVersion}`,
              `The correction waits for approval; figures still count version ${entry.countingVersion}`,
            )}
          />
        ) : null}
        <EntryFacts
          language={language}
          definition={definition}
          entered={entry.entered}
          unitName={unitName}
          withInternal
        />
        <section>
          <h2>{textIn(language, definition.evidence?.label ?? { vi: 'Tệp kèm theo', en: 'Files' })}</h2>
          {evidence.length === 0 ? (
            <p class="quiet">{say('Chưa có tệp nào.', 'No files.')}</p>
          ) : (
            <ul>
              {evidence.map((file) => (
                <li>
                  <a href={open.href(`${entry.id}/tep/${file.sha256}`)}>{file.fileName}</a>{' '}
                  <span class="quiet small">{formatSize(language, file.sizeBytes)}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <EntryMoves open={open} entry={entry} lastWriter={versions.at(-1)?.accountId} />
        <section>
          <h2>{say('Các lần ghi', 'Versions')}</h2>
          <Timeline
            entries={versions.toReversed().map((version, place) => ({
              at: toLocal(version.recordedAt),
              sentence: say(
                `Lần ${version.version}: ${version.accountName} ${actWords[version.act].vi}`,
                `Version ${version.version}: ${version.accountName} ${actWords[version.act].en}`,
              ),
              ...(version.reason ? { note: version.reason } : {}),
              after: <Differences open={open} version={version} before={versions.toReversed()[place + 1]} />,
            }))}
          />
        </section>
      </WorkspacePage>,
    );
  });

function DoneAlert(props: { open: OpenRegister; done: string; entry: RegisterEntry }) {
  const { language } = props.open.officer.visitor;
  const say = speaker(language);
  const waits = props.entry.standing === 'proposed';
  const words: Readonly<Record<string, string>> = {
    ghi: waits ? say('Đã ghi, chờ duyệt', 'Recorded; it waits for approval') : say('Đã ghi vào sổ', 'Recorded'),
    sua: waits ? say('Đã lưu bản sửa, chờ duyệt', 'Saved; it waits for approval') : say('Đã sửa', 'Corrected'),
    duyet: say('Đã duyệt', 'Approved'),
    rut: say('Đã rút khỏi sổ', 'Withdrawn'),
  };
  const title = words[props.done];
  return title ? <Alert language={language} tone="success" live title={title} /> : null;
}

/** What a version changed against the one before: the old value struck out, the new one underlined, both named. */
function Differences(props: { open: OpenRegister; version: EntryVersion; before: EntryVersion | undefined }) {
  const { open, version, before } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  if (!before) return null;
  const changed = entryDifference(open.definition, before.entered, version.entered);
  const added = version.evidence.length - before.evidence.length;
  if (changed.length === 0 && added <= 0) return null;
  return (
    <ul>
      {changed.map(({ field: name, before: old, after }) => {
        const field = open.definition.fields.properties[name]!;
        const words = (value: typeof old) =>
          textIn(language, valueWords(field, value, open.unitName)) || say('trống', 'empty');
        return (
          <li>
            {textIn(language, field.label)}:{' '}
            <del>
              <span class="ds-sr-only">{say('trước: ', 'before: ')}</span>
              {words(old)}
            </del>{' '}
            <ins>
              <span class="ds-sr-only">{say('sau: ', 'after: ')}</span>
              {words(after)}
            </ins>
          </li>
        );
      })}
      {added > 0 ? <li>{say(`Thêm ${added} tệp`, `${added} files added`)}</li> : null}
    </ul>
  );
}

function EntryMoves(props: { open: OpenRegister; entry: RegisterEntry; lastWriter: string | undefined }) {
  const { open, entry, lastWriter } = props;
  const { officer, definition } = open;
  const { actor, ground, now } = officer;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const unit = ground.tree.get(entry.unitId);
  if (!unit || entry.standing === 'withdrawn') return null;
  const mayApprove = entry.standing === 'proposed' && approvingPost(definition, actor, unit, ground.tree, now);
  const mayCorrect = writingPost(definition, actor, unit, ground.tree, now);
  const mayWithdraw = withdrawingPost(ground, definition, actor, entry, now);
  const isOwn = lastWriter === actor.accountId;
  return (
    <>
      {mayApprove && isOwn ? (
        <p class="quiet">
          {say('Bạn vừa ghi bản này nên người khác sẽ duyệt.', 'You wrote this version, so someone else approves it.')}
        </p>
      ) : null}
      {mayApprove && !isOwn ? (
        <Form
          csrfToken={csrfToken}
          action={open.href(`${entry.id}/duyet`)}
          hidden={{ seen: String(entry.latestVersion) }}
        >
          <Button>{say('Duyệt', 'Approve')}</Button>
        </Form>
      ) : null}
      {mayCorrect || mayWithdraw ? (
        <Actions>
          {mayCorrect ? (
            <ButtonLink href={open.href(`${entry.id}/sua`)} variant="secondary">
              {say('Sửa', 'Correct')}
            </ButtonLink>
          ) : null}
          {mayWithdraw ? (
            <ButtonLink href={open.href(`${entry.id}/rut`)} variant="tertiary">
              {say('Rút khỏi sổ', 'Withdraw')}
            </ButtonLink>
          ) : null}
        </Actions>
      ) : null}
    </>
  );
}

/** `…/:entry/tep/:sha256`: a file of evidence of any version, for whoever may read the entry. */
export const evidenceFile = (app: App) =>
  onEntry(app, async (_, entry, context) => {
    const wanted = context.req.param('sha256');
    const versions = await app.registers.versions(entry.id);
    const file = versions.flatMap(({ evidence }) => evidence).find(({ sha256 }) => sha256 === wanted);
    return file ? sendPaper(app, context, file) : notFoundPage(context);
  });
