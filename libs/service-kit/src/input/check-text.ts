import { Rejected } from '@millrace/domain';

/** Throws Rejected for a text of more than `most` characters, or an empty one; `what` begins the sentence, e.g. `The key of a run tag`. */
export function checkText(what: string, text: string, most: number): void {
  if (text.trim() === '') throw new Rejected(`${what} must not be empty.`);
  checkLength(what, text, most);
}

/** Throws Rejected for a text of more than `most` characters. */
export function checkLength(what: string, text: string, most: number): void {
  if (text.length > most) {
    throw new Rejected(`${what} has at most ${most} characters, not ${text.length}.`);
  }
}
