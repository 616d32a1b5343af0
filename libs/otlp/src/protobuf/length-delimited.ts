/** Tag and length of a field. */
export function lengthDelimited(tag: number, length: number): Uint8Array {
  const bytes = [tag];
  let rest = length;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
