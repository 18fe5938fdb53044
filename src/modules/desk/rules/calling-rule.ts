/** A ticket that waits, as far as the order of calling asks. Moments are seconds since any one beginning. */
export interface WaitingTicket {
  readonly number: number;
  readonly fieldCode: string | null;
  /** From when its wait counts. */
  readonly waitsFrom: number;
  readonly isPriority: boolean;
  /** Checked in with a booking. */
  readonly isBooked: boolean;
  /** After a transfer: the one counter that calls it. */
  readonly onlyCounter: number | null;
}

/** A counter as the rule sees it: what it serves, and how many firsts it called in a row while others waited. */
export interface CallingCounter {
  readonly number: number;
  /** None named: every field. */
  readonly fieldCodes: readonly string[];
  readonly firstsInARow: number;
}

/** A ticket without a field (a result, advice) is everyone's. */
export function mayCall(counter: CallingCounter, ticket: WaitingTicket): boolean {
  if (ticket.onlyCounter !== null) return ticket.onlyCounter === counter.number;
  return ticket.fieldCode === null || counter.fieldCodes.length === 0 || counter.fieldCodes.includes(ticket.fieldCode);
}

/** Who goes before others: priority groups, whoever booked and whose time has come, whoever was sent from another counter. */
export function isFirst(ticket: WaitingTicket, now: number): boolean {
  return ticket.isPriority || ticket.onlyCounter !== null || (ticket.isBooked && ticket.waitsFrom <= now);
}

const byWait = (a: WaitingTicket, b: WaitingTicket): number => a.waitsFrom - b.waitsFrom || a.number - b.number;

/**
 * Whom a counter calls next. Firsts before others, each in the order in which they began to wait; but after `mostInARow`
 * firsts one of the others, so that nobody starves: the longest waiting of the others is called by any counter that serves
 * it within mostInARow + 1 of its calls. The row is counted for each counter, or one with firsts only would spoil another's.
 */
export function nextTicket(
  waiting: readonly WaitingTicket[],
  counter: CallingCounter,
  mostInARow: number,
  now: number,
): WaitingTicket | undefined {
  const mine = waiting.filter((ticket) => mayCall(counter, ticket));
  const firsts = mine.filter((ticket) => isFirst(ticket, now)).sort(byWait);
  // whoever booked and came early is not yet an other either: called when no one else waits
  const others = mine.filter((ticket) => !isFirst(ticket, now)).sort(othersOrder(now));
  const isOthersTurn = counter.firstsInARow >= mostInARow && others.some((ticket) => ticket.waitsFrom <= now);
  return isOthersTurn ? others[0] : (firsts[0] ?? others[0]);
}

const othersOrder = (now: number) => (a: WaitingTicket, b: WaitingTicket) =>
  Number(a.waitsFrom > now) - Number(b.waitsFrom > now) || byWait(a, b);

/** The row of a counter after it called a ticket: only a first that went before a waiting other lengthens it. */
export function rowAfter(
  called: WaitingTicket,
  waiting: readonly WaitingTicket[],
  counter: CallingCounter,
  now: number,
): number {
  if (!isFirst(called, now)) return 0;
  const passed = waiting.some((ticket) => mayCall(counter, ticket) && !isFirst(ticket, now) && ticket.waitsFrom <= now);
  return passed ? counter.firstsInARow + 1 : 0;
}

/** How many would be called before a ticket if the counters called in turn from now on and nobody else came. */
export function calledBefore(
  wanted: number,
  waiting: readonly WaitingTicket[],
  counters: readonly CallingCounter[],
  mostInARow: number,
  now: number,
): number {
  const wish = waiting.find(({ number }) => number === wanted);
  if (!wish) return 0;
  const serving = counters.filter((counter) => mayCall(counter, wish));
  // nobody at work yet: as one counter would that serves it
  const rows = (
    serving.length > 0 ? serving : [{ number: wish.onlyCounter ?? 0, fieldCodes: [], firstsInARow: 0 }]
  ).map((counter) => ({ ...counter }));
  let left = waiting;
  for (let before = 0; before < waiting.length; ) {
    for (const counter of rows) {
      const next = nextTicket(left, counter, mostInARow, Math.max(now, wish.waitsFrom));
      if (!next) continue;
      if (next.number === wanted) return before;
      Object.assign(counter, { firstsInARow: rowAfter(next, left, counter, Math.max(now, wish.waitsFrom)) });
      left = left.filter((ticket) => ticket !== next);
      before++;
    }
  }
  return 0;
}
