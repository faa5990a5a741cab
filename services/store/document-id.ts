// The key of a stored document. MongoDB calls it `_id`; outside the models we say id.
// Knows nothing of any particular document.

export function idOf(document: { readonly _id: string }): string {
  const { _id: id } = document;
  return id;
}
