import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Connection } from '#platform/database/connection.ts';
import { officerOf } from '../tests/city.ts';
import type { Row } from './measure.ts';
import { key, measureLifecycles, must } from './measure-lifecycles.ts';

/** Feedback and tasks from the first entry to the last, beside the very same statements sent by a bare loop. */
export async function benchKindLifecycles(seconds: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, liveThrough] of Object.entries({ feedback: liveFeedback, task: liveTask })) {
    const measured = await measureLifecycles({
      seconds,
      prepare: async (app, connection, workers) =>
        (await communes(connection, workers)).map((unit, worker) => () => liveThrough(app, unit, worker * 10)),
    });
    rows.push(...measured.map((one) => ({ ...one, measure: `${name}, ${one.measure}` })));
  }
  return rows;
}

interface Commune {
  readonly id: string;
  readonly path: string;
}

async function communes({ pool }: Connection, count: number): Promise<readonly Commune[]> {
  const { rows } = await pool.query<Commune>(
    `select id, path from unit where id ~ '^x-[0-9]+$' order by id limit ${count}`,
  );
  return rows;
}

const nobody: Actor = { kind: 'citizen', accountId: null, name: '', posts: [] };

/** A blocked drain: reported, accepted, answered by a document, approved, and whoever reported it is satisfied. */
async function liveFeedback(app: App, { id, path }: Commune, number: number): Promise<void> {
  const opened = must(
    await app.feedback.submit(
      nobody,
      {
        channel: 'portal',
        about: 'place',
        field: 'drainage',
        text: 'Cống thoát nước trước nhà số 12 bị tắc, nước tràn ra đường mỗi khi mưa.',
        place: 'Trước số 12 phố Đội Cấn',
        communeId: id,
        aboutUnitId: '',
        procedureCode: '',
        files: [],
        reporter: {
          anonymous: false,
          name: 'Lê Thị Hòa',
          phone: '0912345670',
          email: '',
          address: '9 ngõ 5 Đội Cấn',
          accountId: null,
          language: 'vi',
        },
      },
      key(),
    ),
  );
  const { caseId } = opened;
  let seen = opened.entries;
  const move = async (who: Actor, name: string, data: object) => {
    seen = must(await app.work.move(who, { caseId, move: name, data }, { key: key(), seen })).entries;
  };
  await move(officerOf(id, ['records-clerk'], number + 1, path), 'accept', { class: 'ours' });
  const answer = { text: 'Đã nạo vét cống.', number: '15/UBND', on: '2021-07-05' };
  await move(officerOf(id, ['case-handler'], number + 2, path), 'draft-answer', answer);
  await move(officerOf(id, ['unit-head', 'signatory'], number + 3, path), 'approve', {});
  must(await app.feedback.moveOwn(caseId, 'rate', { satisfied: 'yes' }, { key: key(), seen }));
}

const office = officerOf(
  'van-phong-ubnd.general-affairs',
  ['case-handler'],
  900,
  'hn/van-phong-ubnd/van-phong-ubnd.general-affairs',
);

/** A task of the chair: given, acknowledged, handed in, seen and said to be done. */
async function liveTask(app: App, { id, path }: Commune, number: number): Promise<void> {
  const source = {
    number: '512/TB-VP',
    issuedOn: '2021-07-01',
    issuer: 'Ủy ban nhân dân Thành phố',
    title: 'Kết luận của Chủ tịch tại cuộc họp giao ban',
    signatory: 'Chủ tịch',
  };
  const task = {
    paragraph: 'mục 1',
    quote: 'Giao Ủy ban nhân dân phường rà soát thủ tục hành chính lĩnh vực hộ tịch.',
    title: 'Rà soát thủ tục hành chính lĩnh vực hộ tịch',
    leadUnitId: id,
    coUnits: [],
    product: 'Báo cáo rà soát',
    answerable: 'Chủ tịch phường',
    deadline: { on: Temporal.PlainDate.from('2021-11-30') },
  };
  const [opened] = must(
    await app.tasks.assign(office, { giver: 'chair', source, secret: false, tasks: [task] }, key()),
  );
  const { caseId } = opened!;
  let seen = opened!.entries;
  const move = async (who: Actor, name: string, data: object) => {
    seen = must(await app.work.move(who, { caseId, move: name, data }, { key: key(), seen })).entries;
  };
  const chair = officerOf(id, ['agency-head', 'signatory'], number + 4, path);
  await move(chair, 'acknowledge', {});
  await move(chair, 'hand-in', { number: '99/BC-UBND', on: '2021-07-05', summary: 'Đã rà soát 21 thủ tục.' });
  await move(office, 'complete', {});
}
