import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';

/**
 * A post: one role at one unit, whoever holds it. A position (chức vụ) that empowers to two things, such as the chair
 * of a commune, who heads it and signs, is two posts with the same `positionId`.
 */
export interface Post {
  readonly id: string;
  readonly positionId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly title: Text;
  /** Several people do the same work at one unit: 1, 2, … */
  readonly seat: number;
  readonly validFrom: Temporal.PlainDate;
  /** Last day, included; null while in force. */
  readonly validTo: Temporal.PlainDate | null;
}
