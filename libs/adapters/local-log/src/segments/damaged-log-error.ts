/** Acknowledged records of a segment can't be read: names the place and the way out. */
export class DamagedLogError extends Error {
  override readonly name = 'DamagedLogError';

  constructor(path: string, offset: number, what: string) {
    super(
      `the log file ${path} is damaged at byte ${offset}: ${what}. Stop Millrace and restore the file from a copy; without one, ` +
        `'truncate -s ${offset} ${path}' keeps what is before the damage and gives up the rest of this file`,
    );
  }
}
