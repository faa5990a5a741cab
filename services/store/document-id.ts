// The key of a stored document. MongoDB calls it `_id`; outside the models we say id.

export function idOf(document: { readonly _id: string }): string {
  const { _id: id } = document;
  return id;
}
