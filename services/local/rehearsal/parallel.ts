// Several things at a time, and never too many: what a bot on two cores is kept busy by.

/** As many people at once as a bot answers without any of them waiting long. */
export const PEOPLE_AT_ONCE = 6;

/** Answers in the order in which the work ended; the first that fails ends it for all. */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
  atOnce = PEOPLE_AT_ONCE,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) answers.push(await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return answers;
}
