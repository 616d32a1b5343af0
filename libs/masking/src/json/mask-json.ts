import { decodeString, isClosed, stringEnd, valueEnd, valueStart } from './json-tokens.ts';

/** What becomes of the parts of a JSON text; undefined keeps one as it is. */
export interface JsonMasking {
  /** A key or a value that is a string, unescaped. */
  readonly string: (text: string) => string;
  /** An integer, as it is written. */
  readonly integer: (text: string) => string;
  /** What stands for the whole value of a key; undefined where the key says nothing. `value` is its JSON. */
  readonly valueOf: (key: string, value: string) => string | undefined;
}

const INTEGER = /-?\d{8,}(?![\d.eE])/y;
/** What no string of JSON holds as it is. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f]/;
/** Next to these a run of digits is no number of its own. */
const WORD = /[\w.+-]/;

/**
 * Masks strings, long integers and values of keys; everything else, so also every other number, stays as it was written. A text that is
 * no JSON, or was cut, is read as far as it looks like it.
 */
export function maskJson(text: string, masking: JsonMasking): string {
  const parts: string[] = [];
  let keptFrom = 0;
  const put = (from: number, to: number, replacement: string): void => {
    parts.push(text.slice(keptFrom, from), replacement);
    keptFrom = to;
  };
  for (let at = 0; at < text.length;) {
    const character = text.charCodeAt(at);
    if (character !== 34) {
      at = character === 45 || isDigit(character) ? maskInteger(text, at, masking, put) : at + 1;
      continue;
    }
    const end = stringEnd(text, at);
    const token = text.slice(at, end);
    if (CONTROL.test(token)) {
      // A quote of prose: what is outside of JSON is masked as text.
      at += 1;
      continue;
    }
    const decoded = decodeString(token);
    const masked = masking.string(decoded);
    if (masked !== decoded) put(at, end, encodeString(masked, isClosed(token)));
    const value = valueStart(text, end);
    at = value ?? end;
    if (value === undefined) continue;
    const stop = valueEnd(text, value);
    const whole = stop > value ? masking.valueOf(decoded, text.slice(value, stop)) : undefined;
    if (whole === undefined) continue;
    put(value, stop, JSON.stringify(whole));
    at = stop;
  }
  if (parts.length === 0) return text;
  parts.push(text.slice(keptFrom));
  return parts.join('');
}

/** Returns where to go on. */
function maskInteger(
  text: string,
  at: number,
  { integer }: JsonMasking,
  put: (from: number, to: number, replacement: string) => void,
): number {
  INTEGER.lastIndex = at;
  const isInWord = at > 0 && WORD.test(text.charAt(at - 1));
  if (isInWord || !INTEGER.test(text)) return at + 1;
  const end = INTEGER.lastIndex;
  const digits = text.slice(at, end);
  const masked = integer(digits);
  if (masked !== digits) put(at, end, JSON.stringify(masked));
  return end;
}

/** A string that was cut stays so. */
function encodeString(text: string, hasEnd: boolean): string {
  const encoded = JSON.stringify(text);
  return hasEnd ? encoded : encoded.slice(0, -1);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
