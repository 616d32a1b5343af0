import { checkText } from '@millrace/service-kit';
import { Rejected } from '@millrace/domain';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@millrace/access';

/** A login or an e-mail address. */
const NAME = /^[a-z0-9][a-z0-9._@+-]{0,254}$/;

/** What somebody signs in with, in the form it is kept. Throws Rejected. */
export function parseUserName(text: string): string {
  const name = text.trim().toLowerCase();
  checkText('The name of a user', name, 255);
  if (NAME.test(name)) return name;
  throw new Rejected(
    `'${text.slice(0, 100)}' is no name of a user: use letters, digits and . _ @ + - (an e-mail address will do).`,
  );
}

/** Throws Rejected for one that is too short or too long. Source: NIST SP 800-63B: length, not kinds of characters. */
export function checkPassword(password: string): void {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
    throw new Rejected(
      `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters, not ${password.length}.`,
    );
  }
}
