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

const MOST_SKEW_MS = 2000;

/** A server's clock against ours. */
export function clockFinding(server: string, nowMs: number): Finding {
  const skew = Math.round(Math.abs(nowMs - Date.now()));
  const subject = `${server} clock`;
  if (skew <= MOST_SKEW_MS) return { subject, state: 'ok', says: 'agrees with ours' };
  return { subject, state: 'warning', says: `is ${skew} ms off ours: run a time service on both machines` };
}

/** The migrations a database has against those of this version. */
export interface SchemaState {
  readonly applied: readonly unknown[];
  readonly missing: readonly unknown[];
  /** Of a newer version. */
  readonly unknown: readonly unknown[];
}

export function schemaFinding(server: string, { applied, missing, unknown }: SchemaState): Finding {
  const subject = `${server} schema`;
  if (unknown.length > 0) {
    const says = `is of a newer Millrace (migrations ${unknown.join(', ')}): run that version`;
    return { subject, state: 'wrong', says };
  }
  if (missing.length > 0) {
    const says = `lacks ${missing.length} migrations, the first is ${String(missing[0])}: run the migrate job (standalone does at its start)`;
    return { subject, state: 'wrong', says };
  }
  return { subject, state: 'ok', says: `has all ${applied.length} migrations` };
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join(', ');
  const reason = error instanceof Error && error.message !== '' ? error.message : String(error);
  return reason.replace(/\.$/, '');
}
