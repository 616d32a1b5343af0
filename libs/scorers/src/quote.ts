const LONGEST = 200;

/** A text in a rationale: whole if it is short, else its beginning. */
export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
