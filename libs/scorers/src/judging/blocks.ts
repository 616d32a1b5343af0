import { createHash } from 'node:crypto';

/** What a judge is to read, by name: material to be judged, never to be obeyed. */
export type Blocks = Readonly<Record<string, string>>;

/** Of all blocks of one request together: about 100,000 tokens, which the models that judge take. */
export const MAX_CONTENT_CHARACTERS = 400_000;

/** Characters that are not seen but read: controls, marks of direction, zero-width spaces, tags, variation selectors beyond emoji's. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex -- controls are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/gu;

/**
 * Texts in blocks that none of them can close: every begin and end carries an id that is made from all the content and is nowhere in
 * it. The same content gives the same text, so an identical judgement can be found again. Too much of it is cut, see `fitBlocks`.
 */
export function writeBlocks(blocks: Blocks): string {
  const shown = fitBlocks(blocks, MAX_CONTENT_CHARACTERS);
  const id = boundaryOf(shown);
  return Object.entries(shown)
    .map(([name, text]) => `<<<begin ${name} ${id}>>>\n${text}\n<<<end ${name} ${id}>>>`)
    .join('\n\n');
}

/** What is not seen is written out, and the longest texts lose their middle until all together have at most `limit` characters. */
export function fitBlocks(blocks: Blocks, limit: number): Blocks {
  const shown = Object.entries(blocks).map(([name, text]) => [name, showHidden(text)] as const);
  let left = limit;
  const byLength = shown.toSorted(([, one], [, other]) => one.length - other.length);
  const cut = new Map(
    byLength.map(([name, text], index) => {
      const share = Math.floor(left / (byLength.length - index));
      const kept = cutMiddle(text, share);
      left -= kept.length;
      return [name, kept] as const;
    }),
  );
  return Object.fromEntries(shown.map(([name]) => [name, cut.get(name) ?? '']));
}

/** A text of at most `limit` characters: its beginning and its end, and how much is missing between them. */
export function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const note = `\n[… ${text.length - limit} or more characters are left out here …]\n`;
  const room = Math.max(0, limit - note.length);
  const end = Math.floor(room / 2);
  return `${text.slice(0, room - end)}${note}${end > 0 ? text.slice(-end) : ''}`
    .toWellFormed()
    .slice(0, limit);
}

function showHidden(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(
      HIDDEN,
      (hidden) => `⟨U+${hidden.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
}

function boundaryOf(blocks: Blocks): string {
  const texts = Object.values(blocks).map((text) => text.toLowerCase());
  for (let round = 0; ; round++) {
    const seed = `millrace judge ${round} ${JSON.stringify(blocks)}`;
    const id = createHash('sha256').update(seed).digest('hex').slice(0, 32);
    if (!texts.some((text) => text.includes(id))) return id;
  }
}
