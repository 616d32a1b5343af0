const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes as lower-case hex digits. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** Throws SyntaxError for a text that is not lower-case hex. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 === 1 || /[^0-9a-f]/.test(text))
    throw new SyntaxError('these bytes are not written in hex');
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
