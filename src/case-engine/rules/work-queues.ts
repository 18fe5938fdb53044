/** The queues of a list of work, by what they ask of whoever looks. */
export const workQueues = [
  'all',
  'to-take-over',
  'due-soon',
  'overdue',
  'awaiting-supplement',
  'answer-overdue',
  'to-sign',
  'settled',
  'ended',
] as const;

export type WorkQueue = (typeof workQueues)[number];

/** The queues that are counted: all but what has ended. */
export type CountedQueue = Exclude<WorkQueue, 'ended'>;
