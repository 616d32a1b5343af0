/** Characters of one payload that stay once the budget is spent on it, so that a judge sees how it begins. */
const KEPT_CHARACTERS = 1_000;

/** How many characters of payloads a judge may be given; what does not fit is cut, and that is told. */
export class PayloadBudget {
  private cut = 0;

  constructor(private left: number) {}

  /** How many payloads were cut. */
  get cutPayloads(): number {
    return this.cut;
  }

  /** Whether a payload of this size is given whole; then it is paid for. */
  spend(characters: number): boolean {
    if (characters > this.left) {
      this.cut += 1;
      return false;
    }
    this.left -= characters;
    return true;
  }
}

/** The beginning of a payload, and how much there is of it. */
export function cutPayload(text: string, size: number): string {
  return `${text.slice(0, KEPT_CHARACTERS)}… [cut: the first ${Math.min(KEPT_CHARACTERS, text.length)} of about ${size} characters]`;
}
