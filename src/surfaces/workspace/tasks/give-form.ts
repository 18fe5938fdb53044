import type { Role } from '#case-engine/rules/authority.ts';
import type { AssignmentWish, TaskGiver } from '#modules/tasks/index.ts';
import { parseDate } from '#surfaces/ui/index.ts';
import type { FormRead } from '#surfaces/web/read-form.ts';

export const mostTasks = 20;
export const mostCoUnits = 3;
export const limitUnits = ['working-day', 'calendar-day', 'month'] as const;

export const rowsIn = (form: FormRead): number =>
  Math.min(mostTasks, Math.max(1, /^\d{1,2}$/.test(form.text('rows')) ? Number(form.text('rows')) : 1));

/** The document and its tasks as typed; what is empty is said by the command, at its field. */
export function readAssignment(form: FormRead): AssignmentWish {
  const issuedOn = parseDate(form.text('issuedOn'))?.toString() ?? form.text('issuedOn');
  const [unitId = '', role = ''] = form.text('follower').split(':');
  const text = (name: string, most: number) => form.text(name).slice(0, most);
  const tasks = Array.from({ length: rowsIn(form) }, (_, index) => {
    const field = (name: string, most = 500) => text(`tasks.${index}.${name}`, most);
    const on = parseDate(field('dueOn'));
    const amount = /^\d{1,3}$/.exec(field('amount'))?.[0];
    const atLeast = Number(field('goalAtLeast', 20).replaceAll('.', '').replace(',', '.'));
    const figureId = field('goalFigure', 100);
    const unit = limitUnits.find((one) => one === field('unit')) ?? 'working-day';
    return {
      paragraph: field('paragraph', 200),
      quote: field('quote', 8000),
      title: field('title'),
      leadUnitId: field('leadUnitId', 100),
      coUnits: Array.from({ length: mostCoUnits }, (_c, place) => field(`coUnit${place + 1}`, 100))
        .filter((id, place, all) => id !== '' && all.indexOf(id) === place)
        .map((id) => ({ unitId: id, question: field('question', 2000) })),
      product: field('product'),
      answerable: field('answerable', 200),
      ...(figureId ? { goal: { figureId, atLeast: Number.isFinite(atLeast) ? atLeast : 0 } } : {}),
      deadline: on ? { on } : amount && Number(amount) > 0 ? { limit: `${Number(amount)} ${unit}` } : null,
    };
  });
  return {
    giver: form.text('giver') as Exclude<TaskGiver, 'lead-unit'>,
    source: {
      number: text('number', 100),
      issuedOn,
      issuer: text('issuer', 200),
      title: text('sourceTitle', 500),
      signatory: text('signatory', 200),
    },
    secret: form.text('secret') === 'yes',
    ...(unitId && role ? { follower: { unitId, role: role as Role } } : {}),
    tasks: tasks.filter(({ quote, title, leadUnitId }, index) => index === 0 || quote || title || leadUnitId),
  };
}
