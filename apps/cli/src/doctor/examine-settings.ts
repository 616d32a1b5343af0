import { isLoopback } from '@millrace/access';
import { CLIENT_SETTINGS } from '@millrace/cli';
import type { Finding } from '@millrace/domain';
import { ConfigError, loadConfig } from '@millrace/service-kit';
import { KNOWN_SETTINGS, schema, type DoctorConfig } from './doctor.config.ts';

const PREFIX = 'MILLRACE_';
/** Of its letters, how many may differ in a name that was mistyped. */
const TYPO_SHARE = 1 / 3;

export interface SettingsExamination {
  readonly findings: readonly Finding[];
  /** Undefined when settings are not right: then there is nothing to connect to. */
  readonly config: DoctorConfig | undefined;
}

/** Settings that are unknown, wrong, contradictory or unsafe, by their names. */
export function examineSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SettingsExamination {
  const unknown = unknownSettings(Object.keys(environment));
  try {
    const config = loadConfig(schema, environment);
    const findings = [...unknown, ...unsafeSettings(config), ...missingParts(config)];
    const ok: Finding = { subject: 'settings', state: 'ok', says: 'known and right' };
    return { findings: findings.length > 0 ? findings : [ok], config };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const faults = error.message.split('\n').slice(1);
    const wrong = faults.map((says): Finding => ({ subject: 'settings', state: 'wrong', says: says.trim() }));
    return { findings: [...unknown, ...wrong], config: undefined };
  }
}

function unknownSettings(names: readonly string[]): Finding[] {
  return names
    .filter((name) => name.startsWith(PREFIX) && ![...KNOWN_SETTINGS, ...CLIENT_SETTINGS].includes(name))
    .map((name) => {
      const subject = 'settings';
      const near = nearest(name);
      if (near) return { subject, state: 'wrong', says: `${name} is no setting: did you mean ${near}?` };
      const says = `${name} is no setting of a service, which does not mind it: docs/settings.md lists all`;
      return { subject, state: 'warning', says };
    });
}

function nearest(name: string): string | undefined {
  const [best] = KNOWN_SETTINGS.map((known) => ({ known, distance: distanceOf(name, known) })).sort(
    (a, b) => a.distance - b.distance,
  );
  const farthest = TYPO_SHARE * (name.length - PREFIX.length);
  return best && best.distance <= farthest ? best.known : undefined;
}

/** How many letters to change, add or leave out (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function unsafeSettings(config: DoctorConfig): Finding[] {
  const findings: Finding[] = [];
  const warn = (says: string) => void findings.push({ subject: 'settings', state: 'warning', says });
  const isOpen = !config.MILLRACE_AUTHENTICATION && !isLoopback(config.MILLRACE_HOST);
  if (isOpen) {
    warn(
      `nobody has to sign in and ${config.MILLRACE_HOST} is reached by others: set MILLRACE_AUTHENTICATION=on unless something in front guards it`,
    );
  }
  const publicUrl = config.MILLRACE_PUBLIC_URL;
  if (publicUrl?.startsWith('http://') && !isLoopback(new URL(publicUrl).hostname)) {
    warn(
      'MILLRACE_PUBLIC_URL is http://: passwords and sessions cross the network in the open; use https://',
    );
  }
  if (config.MILLRACE_CLOCK_OFFSET_SECONDS !== 0) {
    warn('MILLRACE_CLOCK_OFFSET_SECONDS is for tests: schedules and alerts fire at wrong times');
  }
  return findings;
}

const PARTS = ['MILLRACE_KAFKA_BROKERS', 'MILLRACE_CLICKHOUSE_URL', 'MILLRACE_POSTGRES_URL'] as const;

/** Services share servers; standalone may have any of them embedded. */
function missingParts(config: DoctorConfig): Finding[] {
  const isDistributed = PARTS.every((name) => config[name] !== undefined);
  if (!isDistributed) return [];
  const findings: Finding[] = [];
  const warn = (says: string) => void findings.push({ subject: 'settings', state: 'warning', says });
  if (config.MILLRACE_SECRET_KEY === undefined)
    warn(
      'MILLRACE_SECRET_KEY is missing: as separate services no keys of model providers can be kept; set one and back it up',
    );
  if (config.MILLRACE_REDIS_URL === undefined)
    warn('MILLRACE_REDIS_URL is missing: the evaluator service needs it, only standalone does without');
  if (config.MILLRACE_BLOB_URL === undefined)
    warn('MILLRACE_BLOB_URL is missing: separate services need it, only standalone does without');
  return findings;
}
