// The page behind a link to a spreadsheet: download it, send it back filled in. What is sent is only kept; it is given in
// Teams, by whoever presses there. Anything but a living link is answered with the same page that says so.
import { createHash } from 'node:crypto';
import * as cards from '../../cards';
import type { Language } from '../../services/process/words';
import type { Parts } from '../parts';
import { checkAssessments, sheetDraftId, sheetView, writeAssessments } from '../sheets/sheet';
import type { SheetOf, SheetView } from '../sheets/sheet';
import type { HttpAnswer, HttpRequest, Route } from './server';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The page's only script: sends the chosen file as it is and shows what came back. Texts come in the page's attributes. */
const SCRIPT = `
const form = document.querySelector('form');
const said = document.querySelector('[role=status]');
const show = (lead, lines) => {
  said.replaceChildren(...[lead, ...lines].map((text) => Object.assign(document.createElement('p'), { textContent: text })));
};
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  if (!file) return;
  try {
    const headers = { 'Content-Type': 'application/octet-stream' };
    const response = await fetch(location.href, { method: 'POST', headers, body: file });
    if (response.status === 413) { show(form.dataset.large, []); return; }
    const { lead, lines } = await response.json();
    show(lead, lines);
  } catch { show(form.dataset.failed, []); }
});`;

const STYLE = `
body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #242424; }
h1 { font-size: 1.4rem; } label { display: block; margin: 1.5rem 0 .5rem; font-weight: 600; }
a, button { display: inline-block; font: inherit; padding: .5rem 1rem; border: 1px solid #5b5fc7; border-radius: 4px; }
a { color: #5b5fc7; text-decoration: none; } button { background: #5b5fc7; color: #fff; margin-top: 1rem; }
[role=status] { margin-top: 1.5rem; white-space: pre-wrap; } small { color: #616161; }`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing but this page's own script and style, and nothing sent anywhere but here. */
const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function sheetRoutes(parts: Parts): readonly Route[] {
  return [
    { method: 'get', path: '/sheets/:key', handle: async (request) => page(parts, request) },
    { method: 'get', path: '/sheets/:key/file', handle: async (request) => download(parts, request) },
    { method: 'post', path: '/sheets/:key', takesFile: true, handle: async (request) => upload(parts, request) },
  ];
}

async function behind(parts: Parts, { params }: HttpRequest): Promise<SheetView | null> {
  const link = await parts.links.open(params['key'] ?? '');
  return link === null ? null : sheetView(parts, link.data as SheetOf, parts.clock.now());
}

async function page(parts: Parts, request: HttpRequest): Promise<HttpAnswer> {
  const view = await behind(parts, request);
  return view === null
    ? html(404, 'da', `<h1>${escaped(cards.textsOf('da').sheet.pageGone)}</h1>`)
    : html(200, view.of.language, content(view, request.params['key'] ?? ''));
}

function content({ of, round }: SheetView, key: string): string {
  const { language } = of;
  const t = cards.textsOf(language).sheet;
  const words = (list: readonly { readonly label: Readonly<Record<Language, string>> }[]): string =>
    escaped(list.map(({ label }) => label[language]).join(' · '));
  const { scale, evidence } = round.definition;
  return `<h1>${escaped(t.pageTitle)}</h1><p>${escaped(t.pageLead)}</p>
<p><a href="/sheets/${key}/file" download>${escaped(t.pageDownload)}</a></p>
<p>${escaped(t.pageScale)}<br>${words(scale)}</p>
${evidence.length === 0 ? '' : `<p>${escaped(t.pageEvidence)}<br>${words(evidence)}</p>`}
<p><small>${escaped(t.pageEmptyRows)} ${escaped(t.pageNoPatients)}</small></p>
<form data-failed="${escaped(t.pageFailed)}" data-large="${escaped(t.notASheet)}">
<label for="file">${escaped(t.pageFile)}</label><input id="file" name="file" type="file" accept=".xlsx" required>
<br><button>${escaped(t.pageSend)}</button></form><div role="status"></div><script>${SCRIPT}</script>`;
}

async function download(parts: Parts, request: HttpRequest): Promise<HttpAnswer> {
  const view = await behind(parts, request);
  if (view === null) return page(parts, request);
  const bytes = await writeAssessments(parts, view);
  return { status: 200, file: { contentType: XLSX, name: `${view.of.taskId}.xlsx`, bytes } };
}

async function upload(parts: Parts, request: HttpRequest): Promise<HttpAnswer> {
  const view = await behind(parts, request);
  if (view === null || !Buffer.isBuffer(request.body)) {
    return { status: 404, body: { lead: cards.textsOf(view?.of.language ?? 'da').sheet.pageGone, lines: [] } };
  }
  const { of, now } = view;
  const t = cards.textsOf(of.language).sheet;
  const checked = await checkAssessments(view, request.body);
  if (!checked.ok) return { status: 200, body: { lead: t.pageFaults, lines: checked.lines } };
  await parts.drafts.save({
    id: sheetDraftId(of),
    personId: of.personId,
    kind: 'sheet',
    subject: `${of.roundId}/${of.taskId}`,
    data: { rows: checked.rows, at: now },
    updatedAt: now,
  });
  return { status: 200, body: { lead: t.pageRead(checked.rows.length), lines: [] } };
}

function html(status: number, language: Language, body: string): HttpAnswer {
  const title = escaped(cards.textsOf(language).sheet.pageTitle);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  return {
    status,
    headers: { 'Content-Security-Policy': POLICY },
    text: {
      contentType: 'text/html; charset=utf-8',
      content: `<!doctype html><html lang="${language}"><head>${head}<style>${STYLE}</style></head><body>${body}</body></html>`,
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
