import { accepted, type Result } from '#kernel/result.ts';
import { readWord } from '#platform/word/read-word.ts';
import type { WordRefusal } from '#platform/word/word-refusals.ts';
import type { CheckedParagraph } from './rules/check-text.ts';

/** The paragraphs of a report as a file: .docx, or plain text in UTF-8. Each says where it stands. */
export function readReportFile(content: Uint8Array): Result<readonly CheckedParagraph[], WordRefusal> {
  const start = Buffer.from(content.subarray(0, 4)).toString('hex');
  if (start !== '504b0304' && start !== 'd0cf11e0') {
    const lines = new TextDecoder().decode(content).normalize('NFC').split(/\r?\n/);
    return accepted(lines.map((text, line) => ({ text, place: `dòng ${line + 1}` })));
  }
  const read = readWord(content);
  if (!read.ok) return read;
  return accepted(
    read.value.map(({ text, isRow }, place) => ({ text, place: `${isRow ? 'hàng của bảng, ' : ''}đoạn ${place + 1}` })),
  );
}
