/**
 * The name under which a person finds their file again: composed letters (NFC), no path, no invisible characters,
 * none that a system forbids, at most 200 characters with the ending kept. Never used as a path by us.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = last
    // control characters, marks that turn the direction of writing round, lone halves of characters
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '-')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const letters = [...visible];
  if (letters.length === 0) return 'tep';
  if (letters.length <= 200) return visible;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(visible)?.[0] ?? '';
  return (
    letters
      .slice(0, 200 - ending.length)
      .join('')
      .trimEnd() + ending
  );
}
