import type { ByteRange } from '../artifact-store.ts';

const ONE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * The part that a `Range` header asks for of so many bytes. 'whole' for no range and for what may be ignored (RFC 9110 14.2: other
 * units, several ranges); 'unsatisfiable' for one behind the end.
 */
export function parseByteRange(
  header: string | undefined,
  bytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes : Math.min(bytes, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < start) return 'whole';
  return start < end ? { start, end } : 'unsatisfiable';
}
