/** The number in a field that may be empty. */
export function daysOf(value: string | number): number | undefined {
  return value === '' ? undefined : Number(value);
}
