export async function runReportCheck(_args: string[], _help: string): Promise<number> {
  return 2;
}
