// @ts-check
// Owns the calls to the local Teams (services/local/teams/api.ts): paths below the page's own address, JSON both ways.
// Must not draw anything, and must not repeat a call by itself: a press repeated is the person's choice.

/** @import { ActAnswer, ActRequest, ClockAnswer, DialogRequest, Directory, LocalMessage, Places, RefreshRequest, SayRequest, SearchRequest, TrafficEntry } from '../teams/api.js' */

/** An answer other than 2xx (`status`), or none at all (`status` null). */
export class ApiError extends Error {
  /** @param {string} path @param {number | null} status @param {unknown} [cause] */
  constructor(path, status, cause) {
    super(`${path} answered ${status ?? 'nothing'}`, { cause });
    this.name = 'ApiError';
    this.code = 'LOCAL_TEAMS_CALL';
    this.status = status;
  }
}

/**
 * @param {string} path below `local/`
 * @param {unknown} [body] makes it a POST
 * @returns {Promise<any>}
 */
async function call(path, body) {
  /** @type {RequestInit} */
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`local/${path}`, body === undefined ? { cache: 'no-store' } : post);
  } catch (cause) {
    throw new ApiError(path, null, cause);
  }
  if (!response.ok) {
    throw new ApiError(path, response.status);
  }
  return response.json();
}

/** @param {string} as */
const viewer = (as) => `as=${encodeURIComponent(as)}`;

/** @returns {Promise<Directory>} */
export const getDirectory = () => call('directory');

/** @param {string} as @returns {Promise<Places>} */
export const getPlaces = (as) => call(`places?${viewer(as)}`);

/** @param {string} as @param {string} conversationId @returns {Promise<LocalMessage[]>} */
export const getMessages = (as, conversationId) =>
  call(`conversations/${encodeURIComponent(conversationId)}/messages?${viewer(as)}`);

/** @param {ActRequest} request @returns {Promise<ActAnswer>} */
export const act = (request) => call('act', request);

/** @param {DialogRequest} request @returns {Promise<ActAnswer>} */
export const submitDialog = (request) => call('dialog', request);

/** @param {SayRequest} request @returns {Promise<LocalMessage>} */
export const say = (request) => call('say', request);

/** @param {RefreshRequest} request @returns {Promise<LocalMessage>} */
export const refresh = (request) => call('refresh', request);

/** @param {SearchRequest} request @returns {Promise<{ results: { title: string, value: string }[] }>} */
export const search = (request) => call('search', request);

/** @returns {Promise<ClockAnswer>} */
export const getClock = () => call('clock');

/** @param {{ to: string } | { byMs: number } | { toNext: true }} move @returns {Promise<ClockAnswer>} */
export const moveClock = (move) => call('clock', move);

/** @param {number} after the highest seq seen @returns {Promise<TrafficEntry[]>} */
export const getTraffic = (after) => call(`traffic?after=${after}`);

/** The address of the events of one person. @param {string} as */
export const eventsAddress = (as) => `local/events?${viewer(as)}`;
