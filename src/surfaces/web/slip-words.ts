import type { Text } from '#kernel/text.ts';
import { type IssuedSlip, type SlipFile, slipKinds, writeSlipNumber } from '#modules/dossiers/index.ts';

/** A form by its name and number: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 15/HDHS". */
export function slipName({ form, number }: IssuedSlip): Text {
  const { name } = slipKinds[form];
  if (form === '05' || !number) return name;
  const written = writeSlipNumber(form, number.number);
  return { vi: `${name.vi} số ${written}`, en: `${name.en} no. ${written}` };
}

/** The same for a button: "phiếu yêu cầu bổ sung 15/HDHS". */
export function slipShortName({ form, number }: IssuedSlip): Text {
  const { shortName } = slipKinds[form];
  const written = form === '05' || !number ? '' : ` ${writeSlipNumber(form, number.number)}`;
  const small = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
  return { vi: `${small(shortName.vi)}${written}`, en: `${small(shortName.en)}${written}` };
}

/** The PDF of a form, for whoever asked for it alone. */
export function slipResponse({ pdf, fileName }: SlipFile): Response {
  return new Response(pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}
