import type { App } from '#app.ts';
import type { HandedPaper } from '#modules/dossiers/index.ts';
import type { KeptPaper } from '#modules/papers/index.ts';
import { type DocumentNeed, documentCode } from '#modules/procedures/index.ts';
import { formatDate, speaker, textIn } from '#surfaces/ui/index.ts';
import type { FormRead } from '#surfaces/web/read-form.ts';
import type { OpenDraft } from './open-draft.ts';

const fieldOf = (documentId: string): string => `reuse-${documentId}`;

/** Papers of whoever is signed in that can be handed in again today; nothing for a visitor without an account. */
export async function papersToReuse(app: App, open: OpenDraft): Promise<readonly KeptPaper[]> {
  const { actor } = open.visitor;
  return actor?.kind === 'citizen' && actor.accountId ? app.papers.usable(actor.accountId) : [];
}

/** Those that are this very document. */
function fitting(open: OpenDraft, { document }: DocumentNeed, kept: readonly KeptPaper[]): readonly KeptPaper[] {
  if (document.reusable === false) return [];
  const code = documentCode(open.procedure.definition, document);
  const chosen = new Set(open.draft.papers.map(({ keptPaperId }) => keptPaperId));
  return kept.filter((paper) => paper.documentCode === code && !chosen.has(paper.id));
}

/** The papers ticked to be used again, for the documents they were ticked at. */
export function readReused(
  open: OpenDraft,
  form: FormRead,
  asked: readonly DocumentNeed[],
  kept: readonly KeptPaper[],
): readonly HandedPaper[] {
  return asked.flatMap((need) => {
    const ticked = new Set(form.all(fieldOf(need.document.id)));
    return fitting(open, need, kept)
      .filter(({ id }) => ticked.has(id))
      .map(({ id, fileName, sha256, sizeBytes, mediaType }) => ({
        documentId: need.document.id,
        keptPaperId: id,
        fileName,
        sha256,
        sizeBytes,
        mediaType,
      }));
  });
}

/** “Dùng lại giấy tờ đã nộp”: each earlier paper with its day and the dossier it comes from. */
export function ReuseChoice(props: { open: OpenDraft; need: DocumentNeed; kept: readonly KeptPaper[] }) {
  const { open, need } = props;
  const { language } = open.visitor;
  const say = speaker(language);
  const papers = fitting(open, need, props.kept);
  if (papers.length === 0) return null;
  return (
    <fieldset class="ds-fieldset reuse">
      <legend class="ds-label">
        {say('Dùng lại giấy tờ đã nộp', 'Use again what you handed in before')}
        <span class="ds-sr-only">: {textIn(language, need.document.name)}</span>
      </legend>
      <div class="choices">
        {papers.map((paper) => {
          const id = `f-reuse-${need.document.id}-${paper.id}`;
          const day = formatDate(paper.keptOn);
          return (
            <div class="ds-field">
              <input class="ds-input" type="checkbox" id={id} name={fieldOf(need.document.id)} value={paper.id} />
              <label class="ds-label" for={id}>
                {paper.kind === 'result'
                  ? say(
                      `${textIn(language, paper.name)}, kết quả nhận ngày ${day} của hồ sơ ${paper.fromCode}`,
                      `${textIn(language, paper.name)}, received on ${day} with dossier ${paper.fromCode}`,
                    )
                  : say(
                      `${paper.fileName}, nộp ngày ${day} cho hồ sơ ${paper.fromCode}`,
                      `${paper.fileName}, handed in on ${day} for dossier ${paper.fromCode}`,
                    )}
                {paper.validUntil
                  ? say(
                      `, còn giá trị đến ${formatDate(paper.validUntil)}`,
                      `, valid until ${formatDate(paper.validUntil)}`,
                    )
                  : ''}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
