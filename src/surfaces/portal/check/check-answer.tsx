import type { Language } from '#kernel/text.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import { agencyName, type UnitTree } from '#modules/organisation/index.ts';
import {
  type CheckedPdf,
  type FoundResult,
  type SignatureFinding,
  writeResultCode,
} from '#modules/signatures/index.ts';
import { Alert, formatDate, formatMoment, SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';
import { Difference } from '#surfaces/web/difference.tsx';
import { resultWords, signingFormWords, verdictWords } from './check-words.ts';

/** What a signed file says of itself, signature by signature. */
export function FileAnswer(props: { language: Language; checked: CheckedPdf; isKnown: boolean }) {
  const { language, checked, isKnown } = props;
  const say = speaker(language);
  const words = verdictWords[checked.verdict];
  return (
    <>
      <Alert language={language} tone={words.tone} live title={textIn(language, words.title)}>
        <p>{textIn(language, words.means)}</p>
        {checked.verdict === 'valid' && !isKnown ? (
          <p>
            {say(
              'Tệp này không có trong sổ kết quả của hệ thống: không biết đã bị thu hồi hay thay thế chưa.',
              'This file is not in the register here: whether it was revoked or replaced is not known.',
            )}
          </p>
        ) : null}
      </Alert>
      {checked.signatures.map((signature, index) => (
        <section>
          <h2>
            {checked.signatures.length > 1
              ? say(`Chữ ký thứ ${index + 1}`, `Signature ${index + 1}`)
              : say('Chữ ký', 'The signature')}
          </h2>
          {signature ? (
            <Signature language={language} signature={signature} />
          ) : (
            <p>{say('Không đọc được chữ ký này.', 'This signature cannot be read.')}</p>
          )}
        </section>
      ))}
    </>
  );
}

function Signature({ language, signature }: { language: Language; signature: SignatureFinding }) {
  const say = speaker(language);
  const { signer } = signature;
  const when = signature.signedAt ? formatMoment(toLocal(signature.signedAt)) : say('không ghi', 'not given');
  return (
    <SummaryList
      language={language}
      items={[
        { question: say('Người ký', 'Signed by'), answer: [signer.name, signer.title].filter(Boolean).join(', ') },
        { question: say('Cơ quan', 'Agency'), answer: signer.organisation || say('không ghi', 'not given') },
        {
          question: say('Lúc', 'When'),
          answer: signature.timeProven
            ? say(`${when}, có dấu thời gian`, `${when}, proven by a timestamp`)
            : say(`${when}, theo người ký`, `${when}, as the signer says`),
        },
        {
          question: say('Nội dung', 'Content'),
          answer: signature.intact
            ? signature.coversAll
              ? say('Nguyên vẹn, chữ ký bao trùm cả tệp', 'Whole; the signature covers all of the file')
              : say(
                  'Phần đã ký nguyên vẹn; sau đó tệp có thêm nội dung',
                  'What was signed is whole; more was added after it',
                )
            : say('Đã bị sửa', 'Altered'),
        },
        { question: say('Bên chứng thực', 'Certified by'), answer: signature.issuer },
      ]}
    />
  );
}

/** What the register says: whose, in which form, when, and whether it still holds. No content, no name of the person it is about. */
export function RegisterAnswer(props: {
  language: Language;
  found: FoundResult;
  tree: UnitTree;
  withChanges: boolean;
}) {
  const { language, found, tree, withChanges } = props;
  const say = speaker(language);
  const { meant, revocation, versions } = found;
  const words = resultWords[found.state];
  const unit = tree.get(meant.unitId);
  const newest = versions.at(-1);
  const form = signingFormWords[meant.signingForm];
  return (
    <section>
      <Alert language={language} tone={words.tone} live title={textIn(language, words.title)}>
        <p>{textIn(language, words.means)}</p>
        {revocation ? (
          <p>
            {say(
              `Thu hồi ngày ${formatDate(localDay(revocation.revokedAt))} theo ${revocation.decisionNumber}: ${revocation.reason}`,
              `Revoked on ${formatDate(localDay(revocation.revokedAt))} by ${revocation.decisionNumber}: ${revocation.reason}`,
            )}
          </p>
        ) : null}
        {newest && newest.version > 1 ? (
          <p>
            {say(
              `Bản đính chính số ${numberOf(newest)} ngày ${formatDate(localDay(newest.decidedAt))}: ${newest.changeReason}`,
              `Corrected by no. ${numberOf(newest)} on ${formatDate(localDay(newest.decidedAt))}: ${newest.changeReason}`,
            )}
          </p>
        ) : null}
      </Alert>
      <h2>{say('Trong sổ kết quả', 'In the register of results')}</h2>
      <SummaryList
        language={language}
        items={[
          { question: say('Văn bản', 'Paper'), answer: <span lang="vi">{meant.content.title}</span> },
          { question: say('Số', 'Number'), answer: numberOf(meant) },
          {
            question: say('Cơ quan cấp', 'Issued by'),
            answer: unit ? textIn(language, agencyName(unit)) : meant.content.body,
          },
          { question: say('Ngày', 'Day'), answer: formatDate(localDay(meant.decidedAt)) },
          { question: say('Người ký', 'Signed by'), answer: meant.signerName },
          {
            question: say('Thẩm quyền ký', 'In which name'),
            answer: `${meant.block.join(' / ')}${form ? ` (${textIn(language, form)})` : ''}`,
          },
          {
            question: say('Hiệu lực', 'In force'),
            answer: meant.validUntil
              ? say(
                  `${formatDate(meant.validFrom)} đến ${formatDate(meant.validUntil)}`,
                  `${formatDate(meant.validFrom)} to ${formatDate(meant.validUntil)}`,
                )
              : say(`từ ${formatDate(meant.validFrom)}`, `from ${formatDate(meant.validFrom)}`),
          },
          { question: say('Mã kiểm tra', 'Code'), answer: <span class="code">{writeResultCode(meant.code)}</span> },
        ]}
      />
      {withChanges && found.state === 'replaced' ? (
        <>
          <h2>{say('Bản mới khác bản này ở', 'What the new version changed')}</h2>
          <Difference language={language} parts={found.changes} />
        </>
      ) : null}
    </section>
  );
}

const numberOf = ({ number, content }: FoundResult['meant']): string =>
  `${String(number).padStart(2, '0')}/${content.notation}`;
