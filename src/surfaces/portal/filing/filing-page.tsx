import type { Child } from 'hono/jsx';
import { localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { PortalPage } from '../portal-page.tsx';
import type { OpenDraft } from './open-draft.ts';

/** A step of filing: which procedure, which step of how many, the way back. */
export function FilingPage(props: {
  open: OpenDraft;
  step: string;
  title: string;
  hasErrors?: boolean;
  children?: Child;
}) {
  const { open, step } = props;
  const { language } = open.visitor;
  const say = speaker(language);
  const index = open.steps.indexOf(step);
  const before = open.steps[index - 1];
  const name = textIn(language, open.procedure.definition.name);
  return (
    <PortalPage
      visitor={open.visitor}
      title={`${props.title} · ${name}`}
      hasErrors={props.hasErrors}
      back={{
        href: before ? open.href(before) : localHref(language, `/nop-ho-so/${open.procedure.definition.code}`),
      }}
    >
      <p class="quiet">
        {name}
        {' · '}
        {say(`bước ${index + 1} trong ${open.steps.length}`, `step ${index + 1} of ${open.steps.length}`)}
      </p>
      {props.children}
      <p class="quiet small no-print">
        {open.visitor.actor
          ? say(
              'Những gì đã ghi được giữ lại; bạn có thể dừng và làm tiếp từ “Hồ sơ của tôi”.',
              'What you saved is kept; you can stop and go on later from “My dossiers”.',
            )
          : say(
              'Những gì đã ghi được giữ 30 ngày trên máy này; lưu địa chỉ trang để quay lại làm tiếp.',
              'What you saved is kept for 30 days on this device; keep the address of this page to come back.',
            )}
      </p>
    </PortalPage>
  );
}
