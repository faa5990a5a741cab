// Ids that every object has by birth (`constructor`, `toString` …): looked up in a record of ours they would find something.
// Knows no card; what is refused by it is answered as a changed card.

/** True when an id in a card's data is a name that plain objects inherit. Words people typed are not ids. */
export function namesInherited(data: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(data).some(
    ([key, value]) => /(Id|^network|^tier)$/.test(key) && typeof value === 'string' && value in Object.prototype,
  );
}
