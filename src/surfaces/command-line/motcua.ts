/** The command line: `motcua COMMAND …`. Each command is loaded only when asked for, so that a short one starts fast. */
const commands: Readonly<Record<string, { readonly help: string; run(args: string[]): Promise<number> }>> = {
  'city-year': {
    help: 'sinh một năm hồ sơ của cả thành phố / generate a year of the whole city',
    run: async (args) => (await import('./city-year.ts')).runCityYear(args),
  },
  'explain-due': {
    help: 'ngày hẹn trả kết quả, giải thích từng ngày / the due day, explained day by day',
    run: async (args) => (await import('./explain-due.ts')).runExplainDue(args),
  },
  'index-months': {
    help: 'giữ điểm các bộ chỉ số của từng tháng / keep the scores of indices month by month',
    run: async (args) => (await import('./index-months.ts')).runIndexMonths(args),
  },
  report: {
    help: 'dự thảo báo cáo từ số liệu, kiểm tra báo cáo / draft a report from the figures, check a report',
    run: async (args) => (await import('./report.ts')).runReport(args),
  },
  'sweep-files': {
    help: 'tệp đã tải lên mà không ai dùng / files that were uploaded and never used',
    run: async (args) => (await import('./sweep-files.ts')).runSweepFiles(args),
  },
  'verify-figures': {
    help: 'tính lại dữ liệu số liệu từ nhật ký / recompute from the journals what figures are counted from',
    run: async (args) => (await import('./verify-figures.ts')).runVerifyFigures(args),
  },
  'verify-journal': {
    help: 'tính lại chuỗi băm và trạng thái từ nhật ký / recompute hash chains and folds from the journals',
    run: async (args) => (await import('./verify-journal.ts')).runVerifyJournal(args),
  },
};

const help = ['motcua LỆNH …', '', ...Object.entries(commands).map(([name, command]) => `  ${name}  ${command.help}`)];

const [name, ...args] = process.argv.slice(2);
// A reader that closes the pipe early (`| head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const command = name === undefined ? undefined : commands[name];
if (command && Object.hasOwn(commands, name!)) {
  process.exitCode = await command.run(args);
} else if (name === undefined || name === '--help' || name === 'help') {
  console.log(help.join('\n'));
} else {
  console.error(`Không có lệnh “${name}”. / There is no command “${name}”.\n\n${help.join('\n')}`);
  process.exitCode = 2;
}
