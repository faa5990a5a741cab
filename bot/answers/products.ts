// What a round brings about: the plan as a document, publication.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { DocumentFormInput } from '../../cards/inputs/round';
import type { VerbData } from '../../cards/verbs';
import type { FieldId, GroupId, RoundId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { act, required } from './act';
import type { Answer } from './answer';
import { bodyOf } from './ballots';
import { draftKinds, keep } from './drafts';
import { ask, fault, inRound, said } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { looking, viewerOf } from './turn';

type DocumentValues = DocumentFormInput['values'];
type Where = { readonly roundId: RoundId; readonly taskId: TaskId };

export async function documentOpen(turn: Turn, data: VerbData<'document.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    documentForm(turn, standing, data, await valuesOf(turn, standing, data), data.page ?? 0, null),
  );
}

export async function documentSave(turn: Turn, data: VerbData<'document.save'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const before = await valuesOf(turn, standing, data);
    const values: DocumentValues = {
      link: data.link ?? before.link,
      summary: data.summary ?? before.summary,
      chapters: { ...before.chapters, ...(data.chapters as DocumentValues['chapters']) },
    };
    await keep(turn, {
      id: draftId(data),
      kind: draftKinds.document,
      subject: `${data.roundId}/${data.taskId}`,
      data: values,
    });
    if (values.link !== '' && !/^https:\/\/\S+$/.test(values.link))
      return documentForm(turn, standing, data, values, 0, { name: 'LinkInvalid' });
    switch (data.go) {
      case 'next':
        return documentForm(turn, standing, data, values, data.page + 1, null);
      case 'back':
        return documentForm(turn, standing, data, values, Math.max(0, data.page - 1), null);
      case 'close':
        return said(turn, 'saved');
      case 'finish':
        return submitDocument(turn, standing, data, values);
    }
  });
}

async function submitDocument(
  turn: Turn,
  standing: Standing,
  data: VerbData<'document.save'>,
  values: DocumentValues,
): Promise<Answer> {
  const chapters = Object.entries(values.chapters).map(([id, text]) => [`chapter_${id}`, text]);
  const acted = await act(turn, standing, {
    subject: data.taskId,
    basis: data.version,
    texts: { link: values.link, summary: values.summary, ...Object.fromEntries(chapters) },
    command: (texts) => ({
      type: 'SubmitDocument',
      taskId: data.taskId,
      version: data.version,
      texts: required(texts),
    }),
  });
  if (!acted.ok) return documentForm(turn, acted.standing, data, values, 0, acted.fault);
  await turn.parts.drafts.remove(draftId(data));
  return said(turn, 'documentSubmitted');
}

async function documentForm(
  turn: Turn,
  standing: Standing,
  where: Where,
  values: DocumentValues,
  page: number,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.documentForm({ ...form(turn, standing, where, wrong), look, page, values }),
  );
}

export async function documentRemarkOpen(turn: Turn, data: VerbData<'document.remark.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    remarkForm(turn, standing, data, { chapter: '', text: '' }, null),
  );
}

export async function documentRemark(turn: Turn, data: VerbData<'document.remark'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const bodyId = data.bodyId ?? bodyOf(turn, standing, data.taskId);
    if (bodyId === null) return fault(turn, { name: 'NoMandate' });
    const { taskId, version, chapter, text = '' } = data;
    const groupId = chapter === undefined ? null : as<GroupId>(chapter);
    const acted = await act(turn, standing, {
      subject: `${taskId}/${bodyId}/${groupId ?? ''}`,
      basis: version,
      texts: { remark: text },
      command: (texts) => ({ type: 'RemarkOnDocument', taskId, bodyId, version, groupId, texts: required(texts) }),
    });
    if (acted.ok) return said(turn, 'remarkMade');
    return remarkForm(turn, acted.standing, data, { chapter: chapter ?? '', text }, acted.fault);
  });
}

async function remarkForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'document.remark.open'>,
  typed: { readonly chapter: string; readonly text: string },
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.documentRemarkForm({ ...form(turn, standing, data, wrong), look, bodyId: data.bodyId ?? null, ...typed }),
  );
}

export async function documentAgree(turn: Turn, data: VerbData<'document.agree'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const bodyId = data.bodyId ?? bodyOf(turn, standing, data.taskId);
    if (bodyId === null) return fault(turn, { name: 'NoMandate' });
    const acted = await act(turn, standing, {
      subject: `${data.taskId}/${bodyId}`,
      basis: data.version,
      texts: null,
      command: () => ({ type: 'AgreeToDocument', taskId: data.taskId, bodyId, version: data.version }),
    });
    return acted.ok ? ownTask(turn, acted.standing, data.taskId) : fault(turn, acted.fault);
  });
}

export async function publicationOpen(turn: Turn, data: VerbData<'publication.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    ask(turn, standing, (look) => cards.publicationForm({ ...form(turn, standing, data, null), look })),
  );
}

export async function publicationPublish(turn: Turn, data: VerbData<'publication.publish'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: 0,
      texts: null,
      command: () => ({ type: 'Publish', taskId: data.taskId, nextRoundId: nextRoundId(data.roundId) }),
    });
    return acted.ok ? said(turn, 'published') : fault(turn, acted.fault);
  });
}

/** The next round's id follows from this one's, so that two attempts open one round. */
function nextRoundId(roundId: RoundId): RoundId {
  const counted = /^(.*)\.(\d+)$/.exec(roundId);
  return as<RoundId>(counted === null ? `${roundId}.2` : `${counted[1]}.${Number(counted[2]) + 1}`);
}

async function valuesOf(turn: Turn, standing: Standing, where: Where): Promise<DocumentValues> {
  const stored = await turn.parts.drafts.read(draftId(where));
  if (stored !== null) return stored.data as DocumentValues;
  const work = standing.round.tasks[where.taskId]?.work;
  const newest = work?.family === 'document' ? work.versions.at(-1) : undefined;
  if (newest === undefined) return { link: '', summary: '', chapters: {} };
  const texts = (await looking(turn, standing.calendar, (look) => look.texts(newest.texts))) ?? {};
  const chapters = Object.entries(texts).flatMap(([key, text]) =>
    key.startsWith('chapter_') ? [[as<GroupId>(key.slice(8)), text]] : [],
  );
  return {
    link: texts[as<FieldId>('link')] ?? '',
    summary: texts[as<FieldId>('summary')] ?? '',
    chapters: Object.fromEntries(chapters),
  };
}

function draftId(where: Where): string {
  return `document/${where.roundId}/${where.taskId}`;
}

function form(turn: Turn, standing: Standing, where: Where, wrong: Fault | null) {
  return { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, taskId: where.taskId };
}
