import type { CaseState } from '#case-engine/rules/case-state.ts';
import { readDong } from '#kernel/money.ts';
import type { Language, Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { type Shipment, shipmentOf } from '#modules/dossiers/index.ts';
import { formatMoment, formatMoney, SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';

const states: Readonly<Record<Shipment['state'], Text>> = {
  ordered: { vi: 'Đã đăng ký, chờ bưu chính', en: 'Ordered, waiting for the post' },
  'handed-over': { vi: 'Đã giao cho bưu chính', en: 'Handed to the post' },
  'taken-in': { vi: 'Cơ quan đã nhận', en: 'Taken in by the agency' },
  collected: { vi: 'Bưu chính đã nhận giấy tờ', en: 'Collected by the post' },
  'in-transit': { vi: 'Đang trên đường', en: 'On its way' },
  'out-for-delivery': { vi: 'Bưu tá đang đi phát', en: 'Out for delivery' },
  'attempt-failed': { vi: 'Phát chưa được, sẽ phát lại', en: 'Not delivered yet; there will be another try' },
  delivered: { vi: 'Đã phát', en: 'Delivered' },
  'returned-to-sender': { vi: 'Chuyển hoàn về cơ quan', en: 'Returned to the agency' },
  lost: {
    vi: 'Bưu chính báo mất; cơ quan làm lại kết quả và bưu chính bồi thường',
    en: 'Reported lost; the agency makes the result anew and the operator is liable',
  },
};

/** The parcels of a dossier: where each is, who signed for it, what is to be paid to the postman. */
export function Parcels(props: { language: Language; state: CaseState }) {
  const { language, state } = props;
  const say = speaker(language);
  const parcels = (['out', 'in'] as const).flatMap((direction) => {
    const shipment = shipmentOf(state, direction);
    return shipment ? [{ direction, shipment }] : [];
  });
  if (parcels.length === 0) return null;
  return (
    <section class="flow">
      <h2>{say('Bưu chính', 'Post')}</h2>
      {parcels.map(({ direction, shipment }) => {
        const cash = shipment.cashOnDelivery ? readDong(shipment.cashOnDelivery) : undefined;
        const { shipmentNumber, postman, postmanCard, signedAt, place, remittance } = shipment;
        return (
          <SummaryList
            language={language}
            items={[
              {
                question:
                  direction === 'out'
                    ? say('Trả kết quả đến nhà', 'Result to the home')
                    : say('Gửi giấy tờ đến', 'Papers to the agency'),
                answer: `${textIn(language, states[shipment.state])}${place ? ` (${place})` : ''}`,
              },
              {
                question: say('Địa chỉ', 'Address'),
                answer: `${shipment.recipient}, ${shipment.address}, ${shipment.phone}`,
              },
              ...(shipmentNumber
                ? [
                    {
                      question: say('Số hiệu bưu gửi', 'Parcel number'),
                      answer: <span class="code">{shipmentNumber}</span>,
                    },
                  ]
                : []),
              ...(postman && signedAt
                ? [
                    {
                      question: say('Nhân viên bưu chính ký', 'Signed by the postman'),
                      answer: `${postman} (${postmanCard}), ${formatMoment(toLocal(Temporal.Instant.from(signedAt)))}`,
                    },
                  ]
                : []),
              ...(cash !== undefined
                ? [
                    {
                      question: say('Trả cho bưu tá khi nhận', 'To be paid to the postman'),
                      answer: `${formatMoney(language, cash)}${shipment.cashCollected ? say(', đã thu', ', collected') : ''}${remittance ? say(`, đã nộp (${remittance})`, `, paid in (${remittance})`) : ''}`,
                    },
                  ]
                : []),
            ]}
          />
        );
      })}
    </section>
  );
}
