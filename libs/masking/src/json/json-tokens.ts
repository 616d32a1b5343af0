/** Where the string that begins at `from` ends: behind its quote, or at the end of a text that was cut. */
export function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34) return at + 1;
  }
  return text.length;
}

/** Whether a string token has its closing quote. */
export function isClosed(token: string): boolean {
  return token.length > 1 && stringEnd(`${token}"`, 0) === token.length;
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/gs;
const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What stands between the quotes; escapes that JSON does not know, or that were cut off, stay as they are. */
export function decodeString(token: string): string {
  const inner = token.slice(1, isClosed(token) ? -1 : undefined);
  if (!inner.includes('\\')) return inner;
  return inner.replaceAll(ESCAPE, (escape: string, hex: string | undefined, short: string | undefined) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (short === undefined) return escape;
    return SHORT[short] ?? ('"\\/'.includes(short) ? short : escape);
  });
}

const BLANK = /[ \t\r\n]*/y;
const COLON = /[ \t\r\n]*:[ \t\r\n]*/y;
const SCALAR = /[^ \t\r\n,\]}]+/y;

/** Where the value begins whose key ends at `at`; undefined when what ends there is no key. */
export function valueStart(text: string, at: number): number | undefined {
  COLON.lastIndex = at;
  return COLON.test(text) ? COLON.lastIndex : undefined;
}

/** Where the value that begins at `from` ends, or the text does. */
export function valueEnd(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return stringEnd(text, from);
  if (first !== '{' && first !== '[') return scalarEnd(text, from);
  let depth = 0;
  for (let at = from; at < text.length;) {
    const character = text[at];
    if (character === '"') {
      at = stringEnd(text, at);
      continue;
    }
    at += 1;
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function scalarEnd(text: string, from: number): number {
  SCALAR.lastIndex = from;
  return SCALAR.test(text) ? SCALAR.lastIndex : from;
}

/** Whether a text can be JSON at all, which is cheaper to tell than whether it is. */
export function mayBeJson(text: string): boolean {
  BLANK.lastIndex = 0;
  BLANK.test(text);
  return '{["'.includes(text[BLANK.lastIndex] ?? ' ');
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
