/** Cuts what comes into pieces of exactly `size` bytes, but for the last; none when nothing comes. */
export async function* byteChunks(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    let rest = piece;
    while (length + rest.length >= size) {
      const taken = size - length;
      gathered.push(rest.subarray(0, taken));
      rest = rest.subarray(taken);
      const chunk = Buffer.concat(gathered, size);
      gathered = [];
      length = 0;
      yield chunk;
    }
    if (rest.length > 0) gathered.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(gathered, length);
}
