// Meetings and deadlines in somebody's calendar. Graph enters each key once.
import { createHash } from 'node:crypto';
import type { Caller } from './caller';
import { idIn } from './caller';
import { GraphFailure } from './failures';
import type { Graph, GraphMeeting } from './port';
import * as shapes from './shapes';

const needs = ['Calendars.ReadWrite'] as const;

export function calendarOf({ call }: Caller): Pick<Graph, 'meet' | 'moveMeeting' | 'cancelMeeting'> {
  return {
    meet: async (meeting) => {
      const body = { ...eventOf(meeting), transactionId: transactionIdOf(meeting.key) };
      const path = events(meeting.organiser);
      return shapes.event.parse(await call({ method: 'POST', path, body, needs, once: true })).id;
    },
    moveMeeting: async (organiser, eventId, meeting) => {
      await call({ method: 'PATCH', path: `${events(organiser)}/${idIn(eventId)}`, body: eventOf(meeting), needs });
    },
    cancelMeeting: async (organiser, eventId, reason) => {
      const path = `${events(organiser)}/${idIn(eventId)}/cancel`;
      try {
        await call({ method: 'POST', path, body: { comment: reason }, needs, once: true });
      } catch (error) {
        if (!(error instanceof GraphFailure) || error.kind !== 'gone') throw error;
      }
    },
  };
}

const events = (organiser: string): string => `/users/${idIn(organiser)}/events`;

function eventOf(meeting: Omit<GraphMeeting, 'organiser' | 'key'>): object {
  const { subject, text, startsAt, endsAt, attendees } = meeting;
  return {
    subject: subject.slice(0, 255),
    body: { contentType: 'text', content: text },
    start: { dateTime: localUtc(startsAt), timeZone: 'UTC' },
    end: { dateTime: localUtc(endsAt), timeZone: 'UTC' },
    attendees: attendees.map(({ email, name }) => ({ emailAddress: { address: email, name }, type: 'required' })),
  };
}

/** Graph wants the moment without its Z, and the zone beside it. */
function localUtc(instant: string): string {
  return instant.replace(/Z$/, '');
}

/** A GUID made of the key: Graph bounds its length, not its form. */
function transactionIdOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
