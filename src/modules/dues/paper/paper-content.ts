import type { Dong } from '#kernel/money.ts';
import type { Text } from '#kernel/text.ts';

/** Whom and what a receipt is about, as its dossier says. */
export interface PaperSubject {
  readonly payerName: string;
  readonly payerAddress: string;
  readonly dossierCode: string;
  readonly matter: string;
}

/** What a receipt or refund slip says, kept as it said it: amounts in digits as text. */
export interface PaperContent {
  readonly kind: 'receipt' | 'refund-slip';
  readonly subject: { readonly [line in keyof PaperSubject]: string };
  readonly billCode: string;
  /** Of a refund slip: the number of the receipt it cancels, as far as money went back. */
  readonly cancels: string;
  readonly lines: readonly {
    readonly label: Text;
    readonly amount: string;
    readonly reduction: string;
    readonly source: string;
  }[];
  readonly amount: string;
  /** What is left of the bill afterwards. */
  readonly owedStill: string;
  readonly way: string;
  readonly externalId: string;
  readonly tendered: string;
  readonly change: string;
  readonly reason: string;
  readonly clause: string;
  readonly by: string;
  readonly at: string;
}

const ones = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const scales = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ', ' triệu tỷ'];

/** An amount in words, as a receipt must have it: `Mười lăm nghìn đồng`. */
export function amountInWords(amount: Dong): string {
  if (amount === 0n) return 'Không đồng';
  const groups: number[] = [];
  for (let rest = amount; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  const parts = groups
    .map((group, scale) => ({ group, scale }))
    .toReversed()
    .flatMap(({ group, scale }, index) => (group === 0 ? [] : [`${hundreds(group, index > 0)}${scales[scale] ?? ''}`]));
  const words = `${parts.join(' ')} đồng`;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** Three digits; `full` says the noughts at the front, as they are said inside a larger number. */
function hundreds(group: number, full: boolean): string {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const said: string[] = [];
  if (hundred > 0 || full) said.push(`${ones[hundred]} trăm`);
  if (ten > 1) said.push(`${ones[ten]} mươi`);
  else if (ten === 1) said.push('mười');
  else if (one > 0 && said.length > 0) said.push('linh');
  if (one === 1 && ten > 1) said.push('mốt');
  else if (one === 5 && ten > 0) said.push('lăm');
  else if (one > 0) said.push(ones[one] ?? '');
  return said.join(' ');
}
