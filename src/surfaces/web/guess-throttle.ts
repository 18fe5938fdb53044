/** A telephone network puts many people behind one address: more than one person's typing errors, far fewer than guessing needs. */
const mostWrong = 20;
const windowMinutes = 15;

/** Wrong guesses by network address; in memory, because a restart costs a guesser nothing that matters. */
export class GuessThrottle {
  readonly #wrong = new Map<string, Temporal.Instant[]>();

  /** @returns whole minutes to wait, 0 when one may try */
  waitMinutes(address: string, now: Temporal.Instant): number {
    const recent = this.#recent(address, now);
    const oldest = recent.at(-mostWrong);
    if (!oldest) return 0;
    return Math.max(1, Math.ceil(now.until(oldest.add({ minutes: windowMinutes })).total('minutes')));
  }

  noteWrong(address: string, now: Temporal.Instant): void {
    if (this.#wrong.size > 20_000) this.#wrong.clear();
    this.#wrong.set(address, [...this.#recent(address, now), now].slice(-mostWrong));
  }

  #recent(address: string, now: Temporal.Instant): Temporal.Instant[] {
    const since = now.subtract({ minutes: windowMinutes });
    return (this.#wrong.get(address) ?? []).filter((at) => Temporal.Instant.compare(at, since) > 0);
  }
}

/** Of an IPv6 address the first half: one subscriber has all the rest. */
export const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
