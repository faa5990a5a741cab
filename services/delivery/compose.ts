// Makes messages of notices at the moment they are sent: asks the state again, drops what is done, gathers the rest.
import * as cards from '../../cards';
import type { Calendar, CalendarSettings, Instant } from '../process/calendar';
import type { BodyId, NominationId, OverrideId, QuestionId, TaskId } from '../process/ids';
import { as } from '../process/ids';
import { mayTakePart } from '../process/round/matters/impartiality/standing';
import { outstandingIn } from '../process/round/outstanding';
import type { RoundState } from '../process/round/state';
import type { CommitHead, Drafts, Notice, People, PostedCards } from '../store/ports';
import { composeDigest } from './digest';
import { carry } from './carryNotices';
import { conflictTold } from './conflictNotices';
import { draftShared } from './draftNotices';
import type { CardLink } from './cardLinks';
import type { Look } from './look';
import type { Composed } from './notices';
import { isShown } from './planning';
import { messageOf } from './roundCards';
import { cardKey } from './keys';
import { backingsOf, notifiedAt } from './letters';
import { viewerBehind } from './viewerBehind';
import { threadKey } from './wanted';

export interface Rounds {
  read(roundId: string): Promise<{ readonly state: RoundState | null; readonly head: CommitHead } | null>;
  known(roundId: string): { readonly state: RoundState | null; readonly head: CommitHead } | null;
  list(): Promise<readonly string[]>;
}

export interface ComposeParts {
  readonly rounds: Rounds;
  readonly people: People;
  readonly posted: PostedCards;
  readonly drafts: Pick<Drafts, 'read' | 'of'>;
  readonly look: Look;
  readonly cardLink: CardLink;
  readonly calendarOf: (settings: CalendarSettings) => Calendar;
  readonly now: () => Instant;
  /** A person's language: chosen, else that of Teams, else Danish. */
  readonly languageOf: (person: {
    readonly language: 'da' | 'en' | null;
    readonly locale: string | null;
  }) => 'da' | 'en';
}

type One = Composed['messages'][number];
export type Part = { readonly message: One } | { readonly dropped: string };

export async function compose(parts: ComposeParts, addressKey: string, notices: readonly Notice[]): Promise<Composed> {
  const reminders = notices.filter((notice) => notice.kind === 'reminder');
  const others = notices.filter((notice) => notice.kind !== 'reminder');
  const messages: One[] = [];
  const dropped: { key: string; reason: string }[] = [];
  const take = (keys: readonly string[], part: Part): void => {
    if ('message' in part) messages.push(part.message);
    else dropped.push(...keys.map((key) => ({ key, reason: part.dropped })));
  };
  for (const notice of others) take([notice.key], await composeOne(parts, addressKey, notice));
  if (reminders.length > 0) {
    const digest = await composeDigest(parts, await viewerBehind(parts, addressKey), reminders);
    if (digest.message !== null) messages.push(digest.message);
    dropped.push(...digest.dropped);
  }
  return { messages, dropped };
}

async function composeOne(parts: ComposeParts, addressKey: string, notice: Notice): Promise<Part> {
  const found = await parts.rounds.read(String(notice.data['roundId']));
  const round = found?.state ?? null;
  if (found === null || round === null) return { dropped: 'UnknownRound' };
  switch (notice.kind) {
    case 'receipt':
    case 'returned':
    case 'outcome':
      return letter(parts, addressKey, notice, round, found.head);
    case 'draftShared':
      return draftShared(parts, addressKey, notice, round);
    case 'carry':
      return carry(parts, addressKey, notice, round);
    case 'conflict':
      return conflictTold(parts, addressKey, notice, round);
    case 'backing':
      return backingAsked(parts, addressKey, notice, round);
    case 'answered':
      return answered(parts, addressKey, notice, round);
    case 'override':
      return overridePosted(parts, notice, round);
    case 'lastDay':
    case 'summary':
    case 'extended':
    case 'result':
      return inThread(parts, notice, round);
    default:
      return { dropped: 'UnknownKind' };
  }
}

async function letter(
  parts: ComposeParts,
  addressKey: string,
  notice: Notice,
  round: RoundState,
  head: CommitHead,
): Promise<Part> {
  const viewer = await viewerBehind(parts, addressKey);
  const nominationId = as<NominationId>(String(notice.data['nominationId']));
  const nomination = round.nominations[nominationId];
  if (viewer === null || nomination === undefined) return { dropped: 'UnknownPerson' };
  if (notice.kind === 'returned' && nomination.returned === null) return { dropped: 'Done' };
  if (notice.kind === 'receipt' && nomination.status === 'withdrawn') return { dropped: 'Withdrawn' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const card = await parts.look({ now: parts.now(), calendar }, (look) => {
    const own = { round, viewer, look, nominationId };
    if (notice.kind === 'receipt') return cards.receiptCard({ ...own, head });
    if (notice.kind === 'outcome') return cards.outcomeCard({ ...own, at: notifiedAt(round) ?? parts.now() });
    return cards.nominationCard({ ...own, taskId: nomination.taskId, page: 0 });
  });
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId: null } };
}

/** Nothing is shown of a nomination to whoever has been held out of it since he asked. */
async function answered(parts: ComposeParts, addressKey: string, notice: Notice, round: RoundState): Promise<Part> {
  const viewer = await viewerBehind(parts, addressKey);
  const question = round.matters.questions.asked[as<QuestionId>(String(notice.data['questionId']))];
  if (viewer === null || question === undefined) return { dropped: 'UnknownPerson' };
  if (!mayTakePart(round, viewer.personId, question.nominationId)) return { dropped: 'HeldOut' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const card = await parts.look({ now: parts.now(), calendar }, (look) =>
    cards.answeredCard({ round, viewer, look, questionId: question.id }),
  );
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId: null } };
}

/** Dropped where it has been backed, returned or withdrawn meanwhile, or somebody else is asked by now. */
async function backingAsked(parts: ComposeParts, addressKey: string, notice: Notice, round: RoundState): Promise<Part> {
  const viewer = await viewerBehind(parts, addressKey);
  const nominationId = as<NominationId>(String(notice.data['nominationId']));
  const bodyId = as<BodyId>(String(notice.data['bodyId']));
  if (viewer === null) return { dropped: 'UnknownPerson' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const isAsked = backingsOf(round, calendar.dateOf(parts.now())).some(
    (entry) =>
      entry.personId === viewer.personId && entry.bodyId === bodyId && entry.nominationIds.includes(nominationId),
  );
  if (!isAsked) return { dropped: 'Done' };
  const card = await parts.look({ now: parts.now(), calendar }, (look) =>
    cards.backingCard({ round, viewer, look, nominationId, bodyId }),
  );
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId: null } };
}

/** In the thread of the task it is about, where there is one; else in the channel. */
async function overridePosted(parts: ComposeParts, notice: Notice, round: RoundState): Promise<Part> {
  const overrideId = as<OverrideId>(String(notice.data['overrideId']));
  const override = round.matters.overrides.all[overrideId];
  if (override === undefined) return { dropped: 'UnknownOverride' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const card = await parts.look({ now: parts.now(), calendar }, (look) =>
    cards.overridePostedCard({ round, language: 'da', look, overrideId }),
  );
  const { change } = override;
  const root = 'taskId' in change ? threadKey(round, change.taskId, String(notice.data['bodyId'])) : null;
  const thread = root === null ? undefined : (await parts.posted.read([root])).get(root);
  const threadRootId = isShown(thread) ? thread.messageId : null;
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId } };
}

/** In the thread of its step; where the thread is not there (yet), in the channel. */
async function inThread(parts: ComposeParts, notice: Notice, round: RoundState): Promise<Part> {
  const taskId = as<TaskId>(String(notice.data['taskId']));
  const bodyId = as<BodyId>(String(notice.data['bodyId']));
  const task = round.tasks[taskId];
  const calendar = parts.calendarOf(round.definition.calendar);
  if (task === undefined) return { dropped: 'UnknownTask' };
  const root = threadKey(round, taskId, bodyId);
  const own = root === null ? null : cardKey(root, task);
  const posted = await parts.posted.read(root === null || own === null ? [] : [root, own]);
  // A channel that was bound late, or never saw the task, is not told how it ended.
  const isForAll = notice.data['everywhere'] === 1;
  const isKnown = isForAll || (own !== null && isShown(posted.get(own)));
  if (root === null || !isKnown) return { dropped: 'NeverShown' };
  const open = task.status === 'open';
  if (notice.kind !== 'result' && (!open || task.deadlineRevision !== notice.data['version']))
    return { dropped: 'Done' };
  if (
    notice.kind !== 'result' &&
    notice.kind !== 'extended' &&
    outstandingIn(round, taskId, calendar.dateOf(parts.now())).length === 0
  )
    return { dropped: 'Done' };
  const card = await parts.look({ now: parts.now(), calendar }, (look) => {
    const input = { round, language: 'da' as const, look, taskId };
    if (notice.kind === 'result') return cards.resultPostedCard(input);
    if (notice.kind === 'lastDay') return cards.lastDayCard(input);
    if (notice.kind === 'summary') return cards.summaryCard(input);
    return cards.extendedCard({ ...input, deadlineAt: task.deadlineAt ?? parts.now(), reason: null });
  });
  const thread = posted.get(root);
  const threadRootId = isShown(thread) ? thread.messageId : null;
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId } };
}
