import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import { DossierWalk, people } from '../tests/dossier-walk.ts';
import { type Bench, perSecond, perSecondTogether, row } from './measure.ts';

/**
 * Whole lifecycles a second of the engine alone, in memory: submit, accept, forward, take over, propose, sign, return,
 * each asked of the rules, hashed and folded. Beside it a workflow engine in common use that walks two user tasks.
 */
export const benchRules: Bench = async (seconds) => {
  const ours = perSecond(walkDossier, seconds);
  const peer = await perSecondTogether(walkTwoTasks, 1, seconds);
  return [
    row('lifecycles of seven moves', ours, 'per second', peer),
    row('bpmn-engine 25, two user tasks', peer, 'per second'),
  ];
};

function walkDossier(): void {
  const { desk, head, handler, signatory } = people;
  const walk = new DossierWalk('2021-02-08T09:00');
  const refusal =
    walk.accept('2021-02-08T09:30') ??
    walk.make('forward', '2021-02-08T10:00', desk, { note: '' }) ??
    walk.make('take-over', '2021-02-08T10:30', head, {}) ??
    walk.make('propose', '2021-02-08T11:00', handler, { outcome: 'grant', summary: 'Đủ', reason: '', clause: '' }) ??
    walk.make('sign', '2021-02-09T09:00', signatory, { signingForm: 'KT', title: '' }) ??
    walk.make('return-result', '2021-02-17T09:00', desk, { receivedBy: 'Trần Văn An', method: 'desk' });
  if (refusal) throw new Error(`the walk was refused: ${refusal}`);
}

const twoTasks = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://motcua.example/bench">
  <process id="dossier" isExecutable="true">
    <startEvent id="submitted" />
    <sequenceFlow id="to-handling" sourceRef="submitted" targetRef="handling" />
    <userTask id="handling" />
    <sequenceFlow id="to-signing" sourceRef="handling" targetRef="signing" />
    <userTask id="signing" />
    <sequenceFlow id="to-end" sourceRef="signing" targetRef="returned" />
    <endEvent id="returned" />
  </process>
</definitions>`;

async function walkTwoTasks(): Promise<void> {
  const engine = Engine({ name: 'dossier', source: twoTasks });
  const listener = new EventEmitter();
  listener.on('activity.wait', (task: { signal(): void }) => task.signal());
  const ended = engine.waitFor('end');
  await engine.execute({ listener });
  await ended;
}
