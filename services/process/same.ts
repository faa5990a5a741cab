// Whether two values of plain JSON say the same, whatever the order of their keys.

/** Deep equality of plain JSON: objects by keys, lists by order. A key that holds `undefined` is as good as absent. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(Reflect.get(one, key), Reflect.get(other, key)));
}
