const HELP = `motcua report draft --regime par --period 2021-11 [--as-of 2021-10-30] [--from 2021-01-01] [--cut-off tasks=2021-10-26] --out FILE

  Dự thảo báo cáo từ số liệu. FILE: .docx, .pdf, .html hoặc .xlsx (các bảng).
  Drafts a report from the figures. FILE: .docx, .pdf, .html or .xlsx (its tables).

  --regime   par: báo cáo CCHC; par-letter: tờ trình gửi kèm / the reform report; the letter that goes with it
             procedure-control: kiểm soát TTHC, biểu II.01–II.08; tasks: nhiệm vụ; feedback: phản ánh, kiến nghị
  --period   tháng báo cáo / the month in which it is reported
  --as-of    chốt số liệu hết ngày này, mặc định ngày 14 của tháng / figures close at the end of this day, by default the 14th
  --from     số liệu tính từ ngày này, mặc định 01/01 / figures begin on this day, by default 1 January
  --cut-off  nhóm số liệu chốt vào ngày khác / figures that close on another day

motcua report check FILE.docx|FILE.txt|BC-2021-0001 [--period-from 2021-01-01] [--period-to 2021-10-30] [--json]

  Kiểm tra một báo cáo, là tệp hoặc mã của báo cáo trong hệ thống: tỷ lệ, tổng và thành phần, số in hai nơi, ngày trong kỳ, tên đơn vị, làm tròn.
  Checks a report, a file or one of ours by its code: shares, parts against totals, figures printed twice, days within the period, names of units, rounding.

  Cơ sở dữ liệu / database: DATABASE_URL, hoặc máy chủ đi kèm trong / or the embedded server of MOTCUA_DATA.
Mã thoát / exit code: 0 xong, không thấy gì sai / done, nothing found; 1 có chỗ sai / something found; 2 dữ liệu vào sai / bad input.`;

/** Runs `motcua report draft` or `motcua report check` and says with which code the process ends. */
export async function runReport([what, ...args]: string[]): Promise<number> {
  if (what === 'draft') return (await import('./report-draft.ts')).runReportDraft(args, HELP);
  if (what === 'check') return (await import('./report-check.ts')).runReportCheck(args, HELP);
  if (what === undefined || what === '--help') {
    console.log(HELP);
    return what === undefined ? 2 : 0;
  }
  console.error(`Không hiểu “report ${what}”. / “report ${what}” is not understood.\n\n${HELP}`);
  return 2;
}
