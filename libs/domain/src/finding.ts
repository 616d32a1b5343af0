/** What an examination of an installation found. */
export interface Finding {
  /** What was looked at: `kafka topic millrace.spans`. */
  readonly subject: string;
  /** `warning`: it works, and something may go wrong; `wrong`: it does not work, or loses what it should keep. */
  readonly state: 'ok' | 'warning' | 'wrong';
  /** What is so; and, unless all is well, what to do. */
  readonly says: string;
}

/** The findings of an examination; one that fails is a finding itself. */
export async function examine(
  subject: string,
  advice: string,
  work: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await work();
  } catch (error) {
    return [{ subject, state: 'wrong', says: `${reasonOf(error)}: ${advice}` }];
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join(', ');
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
