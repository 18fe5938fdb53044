import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import { type EvidenceFile, entryTitle, type RegisterEntry, valueAsTyped } from '#modules/registers/index.ts';
import { secretToken } from '#platform/random.ts';
import { Actions, Button, ButtonLink, ErrorSummary, Field, Form, Select, speaker, textIn } from '#surfaces/ui/index.ts';
import { PaperFileField } from '#surfaces/web/paper-file.tsx';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { agencyOptions, boxName, EntryFields } from './entry-fields.tsx';
import { type OpenRegister, onEntry, onRegister } from './on-register.ts';

interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly refusals: readonly Refusal[];
}

const nothing: Typed = { values: {}, refusals: [] };

/** GET `…/ghi` */
export const recordPage = (app: App) =>
  onRegister(app, (open, context) =>
    open.writable.length === 0
      ? showRefusal(context, refused('register-not-yours').refusal)
      : show(open, context, nothing, undefined),
  );

/** POST `…/ghi` */
export const recordEntry = (app: App) =>
  onRegister(app, async (open, context) => {
    const form = readForm(context);
    const { evidence, refusals } = evidenceOf(form);
    const wish = {
      unitId: form.text('unit') || (open.writable[0]?.id ?? ''),
      raw: rawOf(open, form),
      evidence,
      key: form.key,
    };
    if (refusals.length > 0) return show(open, context, { values: form.values, refusals }, undefined);
    const done = await app.registers.record(open.officer.actor, open.definition, wish);
    if (!done.ok) return show(open, context, { values: form.values, refusals: done.refusals }, undefined);
    return context.redirect(`${open.href(done.value)}?xong=ghi`, 303);
  });

/** GET `…/:entry/sua` */
export const correctPage = (app: App) =>
  onEntry(app, (open, entry, context) => show(open, context, { values: typedOf(open, entry), refusals: [] }, entry));

/** POST `…/:entry/sua` */
export const correctEntry = (app: App) =>
  onEntry(app, async (open, entry, context) => {
    const form = readForm(context);
    const { evidence, refusals } = evidenceOf(form);
    if (refusals.length > 0) return show(open, context, { values: form.values, refusals }, entry);
    const done = await app.registers.correct(open.officer.actor, open.definition, {
      entryId: entry.id,
      seen: form.seen ?? 0,
      raw: rawOf(open, form),
      evidence,
      reason: form.text('reason').slice(0, 1000),
    });
    if (!done.ok) return show(open, context, { values: form.values, refusals: done.refusals }, entry);
    return context.redirect(`${open.href(entry.id)}?xong=sua`, 303);
  });

function rawOf({ definition }: OpenRegister, form: FormRead): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(definition.fields.properties).map((name) => [name, form.text(boxName(name))]));
}

function typedOf({ definition, unitName }: OpenRegister, entry: RegisterEntry): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(definition.fields.properties).map(([name, field]) => [
      boxName(name),
      valueAsTyped(field, entry.entered[name], unitName),
    ]),
  );
}

function evidenceOf(form: FormRead): {
  readonly evidence: readonly EvidenceFile[];
  readonly refusals: readonly Refusal[];
} {
  const files = form.files.filter(({ field }) => field === 'evidence');
  return {
    evidence: files.flatMap(({ stored, fileName }) => (stored ? [{ ...stored, fileName }] : [])),
    refusals: files.flatMap(({ refusal }) => (refusal ? [{ ...refusal, field: 'evidence' }] : [])),
  };
}

function show(open: OpenRegister, context: Context<WebEnv>, typed: Typed, entry: RegisterEntry | undefined) {
  const { officer, definition, writable } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const known = new Set(Object.keys(definition.fields.properties));
  const errors = typed.refusals.map((refusal) => ({
    field: refusal.field && known.has(refusal.field) ? boxName(refusal.field) : refusal.field,
    message: refusalSentence(refusal, language),
  }));
  const errorAt = (name: string) => errors.find(({ field }) => field === name)?.message;
  const title = entry
    ? say(
        `Sửa: ${entryTitle(definition, entry.entered, open.unitName).vi}`,
        `Correct: ${entryTitle(definition, entry.entered, open.unitName).en}`,
      )
    : say(`Ghi vào sổ: ${definition.entry.vi}`, `Record: ${definition.entry.en}`);
  const back = entry ? open.href(entry.id) : open.href();
  const isOne = writable.length === 1;
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: back, label: textIn(language, definition.name) }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>{title}</h1>
      {entry ? <p class="lead">{textIn(language, open.unitName(entry.unitId))}</p> : null}
      {!entry && isOne ? <p class="lead">{textIn(language, open.unitName(writable[0]!.id))}</p> : null}
      <Form
        csrfToken={csrfToken}
        action={entry ? open.href(`${entry.id}/sua`) : open.href('ghi')}
        files
        hidden={
          entry
            ? { seen: typed.values.seen || String(entry.latestVersion) }
            : { key: typed.values.key || secretToken(), ...(isOne ? { unit: writable[0]!.id } : {}) }
        }
      >
        {!entry && !isOne ? (
          <Select
            language={language}
            name="unit"
            label={say('Đơn vị', 'Agency')}
            typeahead={writable.length > 10}
            options={agencyOptions(language, officer.ground, (id) => writable.some((unit) => unit.id === id))}
            value={typed.values.unit ?? ''}
            error={errorAt('unit')}
          />
        ) : null}
        <EntryFields
          language={language}
          ground={officer.ground}
          definition={definition}
          value={(name) => typed.values[boxName(name)] ?? ''}
          errorAt={(name) => errorAt(boxName(name))}
        />
        {definition.evidence ? (
          <PaperFileField
            language={language}
            name="evidence"
            label={textIn(language, definition.evidence.label)}
            hint={entry ? say('Tệp đã có được giữ lại.', 'Files that are there stay.') : undefined}
            multiple
            optional={entry !== undefined || !definition.evidence.required}
            error={errorAt('evidence')}
          />
        ) : null}
        {entry ? (
          <Field
            language={language}
            name="reason"
            kind="long-text"
            rows={2}
            label={say('Lý do sửa', 'Why it is corrected')}
            maxLength={1000}
            value={typed.values.reason ?? ''}
            error={errorAt('reason')}
          />
        ) : null}
        <Actions>
          <Button>{entry ? say('Lưu bản sửa', 'Save the correction') : say('Ghi vào sổ', 'Record')}</Button>
          <ButtonLink href={back} variant="tertiary">
            {say('Thôi, quay lại', 'No, go back')}
          </ButtonLink>
        </Actions>
      </Form>
    </WorkspacePage>,
    (typed.refusals[0] ? refusalStatus(typed.refusals[0]) : 200) as ContentfulStatusCode,
  );
}
