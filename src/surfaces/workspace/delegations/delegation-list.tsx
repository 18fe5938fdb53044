import type { Text } from '#kernel/text.ts';
import { localDay } from '#kernel/zone.ts';
import type { DelegationRecord } from '#modules/organisation/index.ts';
import { formatDate, formatMoney, localHref, speaker, Table, Tag, textIn } from '#surfaces/ui/index.ts';
import type { Officer } from '../officer.ts';
import { unitWords } from '../words.ts';

/** How kinds of documents are called: a procedure by its name, a field by its own. */
export type KindNames = ReadonlyMap<string, Text>;

/** In force, to come, over or taken back: what a delegation is worth today. */
export function delegationState(delegation: DelegationRecord, now: Temporal.Instant) {
  const day = localDay(now);
  const { revoked, validFrom, validTo } = delegation;
  if (revoked && Temporal.Instant.compare(revoked.from, now) <= 0) return 'revoked';
  if (Temporal.PlainDate.compare(day, validFrom) < 0) return 'to-come';
  if (Temporal.PlainDate.compare(day, validTo) > 0) return 'over';
  return 'in-force';
}

const stateWords = {
  revoked: { tone: 'danger', vi: 'Đã thu hồi', en: 'Revoked' },
  'to-come': { tone: 'info', vi: 'Chưa đến ngày', en: 'To come' },
  over: { tone: 'neutral', vi: 'Đã hết hạn', en: 'Over' },
  'in-force': { tone: 'success', vi: 'Đang có hiệu lực', en: 'In force' },
} as const;

/** Who may sign what, for whom, until when; ended ones too, because what was signed by them stands. */
export function DelegationList(props: {
  officer: Officer;
  delegations: readonly DelegationRecord[];
  kinds: KindNames;
  mayRevoke: (delegation: DelegationRecord) => boolean;
}) {
  const { officer, delegations, kinds, mayRevoke } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  const kindName = (kind: string) => {
    const name = kinds.get(kind);
    return name ? textIn(language, name) : kind;
  };
  return (
    <Table
      id="delegations"
      caption={say('Ủy quyền ký', 'Delegations of signing')}
      captionHidden
      stack
      columns={[
        { label: say('Người nhận', 'To') },
        { label: say('Được ký', 'May sign') },
        { label: say('Thời hạn', 'From–to') },
        { label: say('Quyết định', 'Decision') },
        { label: say('Hiệu lực', 'State') },
        { label: say('Thao tác', 'Action'), labelHidden: true },
      ]}
      rows={delegations.map((one) => {
        const state = delegationState(one, officer.now);
        const words = stateWords[state];
        return [
          <>
            {textIn(language, one.receiverTitle)}
            <br />
            <span class="quiet small">{textIn(language, unitWords(one.receiverUnitId, officer.ground.tree))}</span>
          </>,
          <>
            {one.form}. {textIn(language, one.giverTitle)}: {one.kinds.map(kindName).join(', ')}
            {one.upToAmount === null
              ? ''
              : say(`, đến ${formatMoney('vi', one.upToAmount)}`, `, up to ${formatMoney('en', one.upToAmount)}`)}
          </>,
          `${formatDate(one.validFrom)} – ${formatDate(one.validTo)}`,
          one.decisionNumber,
          <>
            <Tag tone={words.tone}>{words[language]}</Tag>
            {one.revoked ? (
              <span class="quiet small">
                {' '}
                {say('từ', 'from')} {formatDate(localDay(one.revoked.from))}: {one.revoked.reason}
              </span>
            ) : null}
          </>,
          mayRevoke(one) ? (
            <a href={localHref(language, `/lam-viec/uy-quyen/${one.id}/thu-hoi`)}>
              {say('Thu hồi', 'Revoke')}
              <span class="ds-sr-only"> {one.decisionNumber}</span>
            </a>
          ) : null,
        ];
      })}
    />
  );
}
