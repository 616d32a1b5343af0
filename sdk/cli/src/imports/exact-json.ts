/** Longer integers are rounded by JSON.parse. */
const LONG_INTEGER = /-?\d{16,}(?![\d.eE])/g;
const QUOTE = '"';
const BACKSLASH = '\\';

/** As JSON.parse, but integers of 16 digits and more are kept, as text; OTLP takes them so. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(quoteLongIntegers(text));
}

/** A loop and no expression over the whole: payloads of megabytes would exhaust its stack. */
function quoteLongIntegers(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const begin = text.indexOf(QUOTE, at);
    const outside = begin < 0 ? text.slice(at) : text.slice(at, begin);
    parts.push(outside.replace(LONG_INTEGER, '"$&"'));
    if (begin < 0) break;
    at = endOfText(text, begin);
    parts.push(text.slice(begin, at));
  }
  return parts.join('');
}

function endOfText(text: string, begin: number): number {
  let end = text.indexOf(QUOTE, begin + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf(QUOTE, end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}
