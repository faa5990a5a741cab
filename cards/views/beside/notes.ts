// Filing a message to a case, and the notes of a round: date, short theme, who filed it, and the way to the message.
import type { DialogContent, Card, Element } from '../../card';
import { execute, openUrl, submit } from '../../card';
import { inline, plain } from '../../escape';
import type { NoteFormInput, NotesInput } from '../../inputs/beside';
import { render } from '../../render';
import type { Note } from '../../../services/process/round/matters/notes';
import { themeMax } from '../../verbs/beside';
import { buttons, listOf, paged, pageNote, pager } from '../blocks';
import { formOf } from '../forms/form';
import { choiceInput, textInput } from '../forms/inputs';
import { rowsPerPage } from '../lists/list-card';
import type { Row } from '../../templates';
import { caps, ownScene, sceneOf, settingOf } from '../scene';
import type { Scene } from '../scene';

export function noteForm(input: NoteFormInput): DialogContent {
  const { viewer, look, message } = input;
  const { t, f, language } = settingOf(viewer.language, look);
  const options = input.cases.flatMap((one) => optionsOf(input, one));
  if (options.length === 0) {
    return formOf({ language, title: t.beside.noCase, fault: input.fault, lead: [t.beside.noCaseLead], actions: [] });
  }
  return formOf({
    language,
    title: t.beside.fileTitle,
    fault: input.fault,
    lead: [t.beside.fileLead(inline(message.author, caps.name), f.moment(message.sentAt))],
    inputs: [
      ...choiceInput(t, { id: 'case', label: t.beside.case, required: true, folded: true, options }),
      ...textInput(t, { id: 'theme', label: t.beside.theme, required: true, max: themeMax, help: t.beside.themeHelp }),
    ],
    notes: [t.beside.fileNote],
    actions: [submit(input.surface, t.beside.file, 'note.file', {}, { style: 'primary' })],
  });
}

/** The newest round first, each as a whole and then by nomination, in the order of their numbers. */
function optionsOf({ viewer, look }: NoteFormInput, { round, nominationIds }: NoteFormInput['cases'][number]) {
  const scene = sceneOf({ round, look, language: viewer.language });
  const nominations = nominationIds.flatMap((id) => round.nominations[id] ?? []);
  return [
    { title: scene.t.beside.wholeRound(plain(round.name, caps.label)), value: String(round.id) },
    ...nominations
      .toSorted((a, b) => scene.f.compare(a.number ?? '~', b.number ?? '~'))
      .map((nomination) => ({
        title: `${nomination.number ?? ''} ${scene.titleLabel(nomination)}`.trim(),
        value: `${round.id}/${nomination.id}`,
      })),
  ];
}

export function notesCard(input: NotesInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const list = paged(round.matters.notes.toReversed(), input.page, rowsPerPage);
  const turn = (page: number, title: string): Element => execute(title, 'notes.show', { roundId: round.id, page });
  const data = {
    eyebrow: [inline(round.name, caps.label)],
    title: t.beside.notesTitle,
    lead: list.total === 0 ? [t.beside.notesNone] : [],
    rows: list.items.map((note) => rowOf(scene, note)),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turn)),
  };
  return render('list', listOf(data), { language: scene.language, summary: t.beside.notesTitle });
}

function rowOf(scene: Scene, note: Note): Row {
  const { t, f, round } = scene;
  const about = note.nominationId === null ? undefined : round.nominations[note.nominationId];
  const link = scene.look.texts(note.texts)?.['link' as never] ?? '';
  const lines = [
    t.beside.noteAbout(about === undefined ? inline(round.name, caps.label) : scene.numbered(about)),
    t.beside.noteSent(f.moment(note.sentAt), scene.text(note.texts, 'author') ?? ''),
    t.beside.noteFiled(f.moment(note.filedAt), scene.person(note.filedBy)),
  ];
  return {
    title: scene.text(note.texts, 'theme') ?? t.common.erased,
    lines,
    buttons: buttons(openUrl(t.beside.seeMessage, link)),
  };
}
