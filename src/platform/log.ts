import { randomBytes } from 'node:crypto';
import { destination, type Logger, pino } from 'pino';

/**
 * What the program does, one JSON line an event, on standard error.
 * Never log a person's name, number, address, answers or files: log codes and ids.
 * The list below only catches what slips through.
 */
const redacted = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'fullName',
  'identityNumber',
  'phone',
  'email',
  'address',
];

export type Log = Logger;

/** @param write where the lines go; standard error by default */
export function createLog(options: { level?: string; write?: (line: string) => void } = {}): Log {
  const settings = {
    level: options.level ?? (process.env.VITEST ? 'silent' : 'info'),
    base: null,
    redact: { paths: [...redacted, ...redacted.map((name) => `*.${name}`)], censor: '[kept back]' },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
  };
  return options.write
    ? pino(settings, { write: options.write })
    : pino(settings, destination({ dest: 2, sync: true }));
}

export const log: Log = createLog();

/** Writes a fault down and gives the number by which whoever met it can name it. Addresses are logged without their query. */
export function logFault(error: Error, path: string, method: string): string {
  const reference = randomBytes(4).toString('hex').toUpperCase();
  const { name, message, stack } = error;
  log.error({ reference, path: path.split('?')[0], method, error: { name, message, stack } }, 'fault');
  return reference;
}
