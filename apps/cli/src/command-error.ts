/** Why a command was not done; the message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
