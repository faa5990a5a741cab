// Assessing in a spreadsheet: the way to the sheet, what was read of it, and the button that gives it. Nothing of the sheet
// itself is shown: it is read where it was written.
import { execute, openPage } from '../../card';
import type { Card } from '../../card';
import type { SheetCardInput } from '../../inputs/round';
import { render } from '../../render';
import { buttons, pageOf, present, section } from '../blocks';
import { ownScene } from '../scene';

export function sheetCard(input: SheetCardInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const { link, kept, lines } = input;
  const ids = { roundId: round.id, taskId: input.taskId, mandateId: input.mandateId };
  const back = execute(t.common.back, 'task.show', { roundId: round.id, taskId: input.taskId });
  const data = {
    eyebrow: [scene.eyebrow(input.taskId)],
    title: t.sheet.title,
    lead: present(...lines, kept === null && lines.length === 0 && (link === null ? t.sheet.none : t.sheet.lead)),
    sections:
      kept === null
        ? []
        : [
            section({
              lines: present(
                t.sheet.read(kept.rows, f.time(kept.at)),
                kept.changes > 0 && t.sheet.changes(kept.changes),
                kept.same > 0 && t.sheet.same(kept.same),
              ),
              buttons: buttons(
                execute(t.sheet.give(kept.rows), 'sheet.give', ids, { style: 'primary' }),
                execute(t.sheet.discard, 'sheet.discard', ids),
              ),
            }),
          ],
    notes: link === null ? [] : [t.sheet.linkUntil(f.time(link.until)), t.common.reasonIsRecorded],
    buttons: buttons(
      link === null ? null : openPage(t.sheet.open, link.url),
      link === null ? execute(t.sheet.newLink, 'sheet.show', ids) : execute(t.sheet.again, 'sheet.read', ids),
      back,
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: t.sheet.title });
}
