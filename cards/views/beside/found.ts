// What a search shares in a conversation: a nomination or a group as everyone may see it. No own view, no answer buttons:
// Trinvis need not be in that conversation.
import { openUrl } from '../../card';
import type { Card } from '../../card';
import type { FoundGroupInput, FoundNominationInput } from '../../inputs/beside';
import { render } from '../../render';
import { inline, plain } from '../../escape';
import { buttons, pageOf, present, section } from '../blocks';
import { behalfLine } from '../lists/nominations';
import { groupName } from '../lists/products';
import { isFinal, nominationWord } from '../nomination-status';
import { plainCard } from '../plain';
import { caps, sceneOf } from '../scene';

/** A shared card is read in passing: more titles than this are counted. */
const titlesMax = 12;

export function foundNominationCard(input: FoundNominationInput): Card {
  const scene = sceneOf(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  const group = nomination.groupId === null ? undefined : round.groups[nomination.groupId];
  const word = nomination.decision === 'selected' ? t.nomination.selected : t.nomination.notSelected;
  const data = {
    eyebrow: [inline(round.name, caps.label)],
    title: scene.numbered(nomination),
    lead: present(
      behalfLine(scene, nomination),
      t.nomination.statusLine(t.nomination.word[nominationWord(round, nomination)]),
      isFinal(round, nomination) && t.nomination.decision(word),
      group && t.nomination.group(groupName(scene, group)),
    ),
    buttons: buttons(input.link !== null && openUrl(t.beside.open, input.link)),
  };
  return render('page', pageOf(data), { language: scene.language, summary: scene.titleLabel(nomination) });
}

export function foundGroupCard(input: FoundGroupInput): Card {
  const scene = sceneOf(input);
  const { t, round } = scene;
  const group = round.groups[input.groupId];
  if (group === undefined) return plainCard(scene, t.faults.UnknownGroup);
  const nominations = group.nominationIds.flatMap((id) => round.nominations[id] ?? []);
  const titles = nominations.slice(0, titlesMax).map((nomination) => scene.numbered(nomination));
  const data = {
    eyebrow: [t.beside.groupLead],
    title: groupName(scene, group),
    lead: [inline(round.name, caps.label), t.beside.inGroup(nominations.length)],
    sections: titles.length === 0 ? [] : [section({ lines: titles })],
    buttons: buttons(input.link !== null && openUrl(t.beside.open, input.link)),
  };
  return render('page', pageOf(data), { language: scene.language, summary: plain(groupName(scene, group), 200) });
}
