import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import { outstandingOf } from '#modules/dues/index.ts';
import { Alert, ButtonLink, formatMoney, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { BillTag, LedgerLines } from '#surfaces/web/dues-words.tsx';
import { Section } from '../section.tsx';

/** What the owner owes for a dossier, what was paid, and the receipts. */
export function OwnDues(props: {
  language: Language;
  dues: Awaited<ReturnType<App['dues']['ofCase']>>;
  here: string;
  /** The text by which the dossier waits until they are paid. */
  first?: string | undefined;
}) {
  const { language, dues, here, first } = props;
  if (dues.bills.length === 0) return null;
  const say = speaker(language);
  return (
    <Section title={say('Phí, lệ phí', 'Dues')}>
      {first ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Hồ sơ chờ bạn nộp lệ phí', 'The dossier waits for your payment')}
        >
          <p>
            {say(
              `Theo ${first}, phí, lệ phí nộp trước rồi hồ sơ mới được chuyển giải quyết.`,
              `By ${first} the dues are paid before work on the dossier begins.`,
            )}
          </p>
        </Alert>
      ) : null}
      <ul>
        {dues.bills.map((bill) => (
          <li>
            {bill.lines.map((line) => textIn(language, line.label)).join('; ')}:{' '}
            <strong>{formatMoney(language, bill.total)}</strong> <BillTag language={language} bill={bill} />
            {outstandingOf(bill) > 0n ? (
              <p class="no-print">
                <ButtonLink href={localHref(language, `/thanh-toan/${bill.code}`)}>
                  {say(
                    `Nộp ${formatMoney(language, outstandingOf(bill))}`,
                    `Pay ${formatMoney(language, outstandingOf(bill))}`,
                  )}
                </ButtonLink>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <LedgerLines
        language={language}
        id="paid"
        ledger={dues.ledger}
        paperHref={(paperId) => localHref(language, `${here}/bien-lai/${paperId}`)}
      />
    </Section>
  );
}
