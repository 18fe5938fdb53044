/**
 * The program cannot start as it is set up, and the person who starts it can change that.
 * The message is one sentence that says what to do; `main.ts` prints it and exits with 1, without a stack.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
