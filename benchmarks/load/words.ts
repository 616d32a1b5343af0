/** A small deterministic random generator (mulberry32), so that every run sends the same bytes. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  'a an ar be ca ce co con de di do en er es ex fi for ge ha in is it ka la le li lo ma me mi mo na ne ni no or pa per pla po pre pro ra re ri ro sa se si so sta su ta te ter the ti tion to tra ture un va ver vi ward ing ed ly ment ness able'.split(
    ' ',
  );

/** Made-up text whose words are Zipf-distributed, so that it compresses about like English. */
export function sentences(random: () => number, length: number): string {
  let out = '';
  while (out.length < length) {
    const rank = Math.floor(6000 ** random());
    let word = '';
    for (let n = rank; n > 0 || word === ''; n = Math.floor(n / SYLLABLES.length))
      word += SYLLABLES[n % SYLLABLES.length] ?? '';
    out += word + (random() < 0.08 ? '. ' : ' ');
  }
  return out.slice(0, length);
}
