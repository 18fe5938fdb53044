import { sql } from 'kysely';
import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import type { DelegatedForm, Delegation } from './rules/delegation.ts';
import type { OneHeadBody } from './rules/one-head.ts';
import type { Unit } from './rules/unit.ts';

/** A delegation as it is kept, with who recorded it and who took it back. */
export interface DelegationRecord extends Delegation {
  readonly decisionFile: string | null;
  readonly grantedAt: Temporal.Instant;
  readonly grantedByName: string;
  readonly revokedByName: string | null;
  readonly giverTitle: Text;
  readonly receiverTitle: Text;
  readonly receiverUnitId: string;
}

interface DelegationRow {
  id: string;
  unit_id: string;
  giver_position_id: string;
  receiver_position_id: string;
  receiver_account_id: string | null;
  form: DelegatedForm;
  kinds: string[];
  up_to_amount: string | null;
  signs_as: string | null;
  valid_from: string;
  valid_to: string;
  decision_number: string;
  decision_file: string | null;
  revoked_from: string | null;
  revoked_reason: string | null;
}

const columns = sql`d.id, d.unit_id, d.giver_position_id, d.receiver_position_id, d.receiver_account_id, d.form, d.kinds,
  d.up_to_amount::text, d.signs_as, d.valid_from::text, d.valid_to::text, d.decision_number, d.decision_file,
  to_char(d.revoked_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as revoked_from, d.revoked_reason`;

function delegationOf(row: DelegationRow): Delegation {
  return {
    id: row.id,
    unitId: row.unit_id,
    giverPositionId: row.giver_position_id,
    receiverPositionId: row.receiver_position_id,
    receiverAccountId: row.receiver_account_id,
    form: row.form,
    kinds: row.kinds,
    upToAmount: row.up_to_amount === null ? null : BigInt(row.up_to_amount),
    signsAs: row.signs_as,
    validFrom: Temporal.PlainDate.from(row.valid_from),
    validTo: Temporal.PlainDate.from(row.valid_to),
    decisionNumber: row.decision_number,
    revoked: row.revoked_from
      ? { from: Temporal.Instant.from(row.revoked_from), reason: row.revoked_reason ?? '' }
      : null,
  };
}

export interface NewDelegation extends Omit<Delegation, 'revoked'> {
  readonly decisionFile: string | null;
  readonly grantedAt: Temporal.Instant;
  readonly grantedBy: string;
  readonly grantedByName: string;
}

export async function insertDelegation(db: Database, given: NewDelegation): Promise<void> {
  await sql`
    insert into delegation (id, unit_id, giver_position_id, receiver_position_id, receiver_account_id, form, kinds,
      up_to_amount, signs_as, valid_from, valid_to, decision_number, decision_file, granted_at, granted_by, granted_by_name)
    values (${given.id}::uuid, ${given.unitId}, ${given.giverPositionId}, ${given.receiverPositionId},
      ${given.receiverAccountId}::uuid, ${given.form}, ${given.kinds}::text[],
      ${given.upToAmount === null ? null : String(given.upToAmount)}::bigint, ${given.signsAs},
      ${given.validFrom.toString()}::date, ${given.validTo.toString()}::date, ${given.decisionNumber},
      ${given.decisionFile}, ${given.grantedAt.toString()}::timestamptz, ${given.grantedBy}::uuid, ${given.grantedByName})`.execute(
    db,
  );
}

/** @returns false when it was revoked before */
export async function updateDelegationRevoked(
  db: Database,
  id: string,
  revocation: {
    readonly from: Temporal.Instant;
    readonly at: Temporal.Instant;
    readonly by: string;
    readonly byName: string;
    readonly reason: string;
  },
): Promise<boolean> {
  const { rows } = await sql`
    update delegation set revoked_from = ${revocation.from.toString()}::timestamptz,
      revoked_at = ${revocation.at.toString()}::timestamptz, revoked_by = ${revocation.by}::uuid,
      revoked_by_name = ${revocation.byName}, revoked_reason = ${revocation.reason}
    where id = ${id}::uuid and revoked_at is null returning id`.execute(db);
  return rows.length === 1;
}

/** Delegations of agencies, and those to positions, newest first. */
export async function selectDelegations(
  db: Database,
  which: { readonly unitIds: readonly string[]; readonly positionIds: readonly string[] } | { readonly id: string },
): Promise<readonly DelegationRecord[]> {
  const meant =
    'id' in which
      ? sql`d.id = ${which.id}::uuid`
      : sql`(d.unit_id = any(${which.unitIds}::text[]) or d.receiver_position_id = any(${which.positionIds}::text[]))`;
  const { rows } = await sql<
    DelegationRow & {
      granted_at: Temporal.Instant;
      granted_by_name: string;
      revoked_by_name: string | null;
      giver: Text;
      receiver: Text;
      receiver_unit_id: string;
    }
  >`
    select ${columns}, d.granted_at, d.granted_by_name, d.revoked_by_name,
      json_build_object('vi', g.title_vi, 'en', g.title_en) as giver,
      json_build_object('vi', r.title_vi, 'en', r.title_en) as receiver, r.unit_id as receiver_unit_id
    from delegation d,
      lateral (select title_vi, title_en from post where position_id = d.giver_position_id limit 1) g,
      lateral (select title_vi, title_en, unit_id from post where position_id = d.receiver_position_id limit 1) r
    where ${meant}
    order by d.granted_at desc, d.id desc`.execute(db);
  return rows.map((row) => ({
    ...delegationOf(row),
    decisionFile: row.decision_file,
    grantedAt: row.granted_at,
    grantedByName: row.granted_by_name,
    revokedByName: row.revoked_by_name,
    giverTitle: row.giver,
    receiverTitle: row.receiver,
    receiverUnitId: row.receiver_unit_id,
  }));
}

/** What the derivation of a form of signing stands on, as the tables have it. */
export interface SigningRows {
  readonly held: readonly {
    readonly positionId: string;
    readonly unitId: string;
    readonly role: Role;
    readonly title: string;
  }[];
  readonly headTitle: string | null;
  readonly oneHead: readonly OneHeadBody[];
  readonly delegations: readonly Delegation[];
}

/** In one statement, because it is asked at every signature: the positions held, the head's title, the law, the delegations. */
export async function selectSigningRows(
  db: Database,
  unitId: string,
  positionIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<SigningRows> {
  const { rows } = await sql<{
    held: SigningRows['held'] | null;
    head: string | null;
    one_head:
      | { unit_kind: Unit['kind'] | null; unit_id: string | null; valid_from: string; valid_to: string | null }[]
      | null;
    delegations: DelegationRow[] | null;
  }>`
    select
      (select json_agg(json_build_object('positionId', position_id, 'unitId', unit_id, 'role', role, 'title', title_vi))
        from post where position_id = any(${positionIds}::text[])) as held,
      (select title_vi from post
        where unit_id = ${unitId} and role in ('agency-head', 'unit-head') and title_vi not like 'Phó %'
          and daterange(valid_from, valid_to, '[]') @> ${day.toString()}::date
        order by role limit 1) as head,
      (select json_agg(json_build_object('unit_kind', unit_kind, 'unit_id', unit_id, 'valid_from', lower(valid)::text,
        'valid_to', (upper(valid) - 1)::text)) from one_head_body) as one_head,
      (select json_agg(d) from (select ${columns} from delegation d
        where d.unit_id = ${unitId} and d.receiver_position_id = any(${positionIds}::text[])
        order by d.granted_at desc, d.id) d) as delegations`.execute(db);
  const row = rows[0];
  return {
    held: row?.held ?? [],
    headTitle: row?.head ?? null,
    oneHead: (row?.one_head ?? []).map((body) => ({
      unitKind: body.unit_kind,
      unitId: body.unit_id,
      validFrom: Temporal.PlainDate.from(body.valid_from),
      validTo: body.valid_to === null ? null : Temporal.PlainDate.from(body.valid_to),
    })),
    delegations: (row?.delegations ?? []).map(delegationOf),
  };
}
