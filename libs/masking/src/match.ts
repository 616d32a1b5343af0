/** A part of a text, by its first character and the one behind its last. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** Finds what is to be masked; linear in the length of the text. */
export type Finder = (text: string) => readonly Match[];

export const NOTHING: readonly Match[] = [];

/** All matches of an expression with the flag `g`, without empty ones. */
export function matchesOf(text: string, expression: RegExp): readonly Match[] {
  let matches: Match[] | undefined;
  eachMatch(text, expression, (index, found) => {
    if (found !== '') (matches ??= []).push({ from: index, to: index + found.length });
  });
  return matches ?? NOTHING;
}

/** As `matchAll`, which makes an expression anew for each text. */
export function eachMatch(
  text: string,
  expression: RegExp,
  visit: (index: number, found: string) => void,
): void {
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const [found] = match;
    if (found === '') expression.lastIndex += 1;
    visit(match.index, found);
  }
}
