// Reporting one possible conflict with the nomination at hand: one's own, or another member's with a reason.
import { membersOf } from '../../../services/process/round/matters/impartiality/people';
import { submit } from '../../card';
import type { DialogContent, Element } from '../../card';
import type { ReportInput } from '../../inputs/impartiality';
import { formOf, noForm } from '../forms/form';
import { choiceInput, textInput } from '../forms/inputs';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { groundInput } from './declaration';

const REASON_MAX = 1_000;

export function reportForm(input: ReportInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return noForm(scene.language, { name: 'UnknownNomination' });
  const data = { roundId: round.id, nominationId: nomination.id };
  return formOf({
    language: scene.language,
    title: t.impartiality.reportTitle,
    eyebrow: scene.numbered(nomination),
    fault: input.fault,
    lead: [t.impartiality.reportLead],
    inputs: [
      ...personInput(scene, input),
      ...groundInput(scene, 'ground', t.impartiality.ground, { value: input.ground }),
      ...textInput(t, {
        id: 'reason',
        label: t.impartiality.about,
        multiline: true,
        value: input.reason,
        help: t.impartiality.reasonHelp,
        max: REASON_MAX,
      }),
    ],
    notes: [t.common.textIsRecorded],
    actions: [submit(input.surface, t.common.send, 'conflict.report', data, { style: 'primary' })],
  });
}

function personInput(scene: Scene, { viewer, person }: ReportInput): readonly Element[] {
  const people = membersOf(scene.round, scene.date).filter((id) => id !== viewer.personId);
  const others = people
    .map((id) => ({ title: scene.personLabel(id), value: id }))
    .toSorted((one, two) => scene.f.compare(one.title, two.title));
  return choiceInput(scene.t, {
    id: 'person',
    label: scene.t.impartiality.person,
    required: true,
    folded: true,
    value: person === '' ? viewer.personId : person,
    options: [{ title: scene.t.impartiality.myself, value: viewer.personId }, ...others],
  });
}
