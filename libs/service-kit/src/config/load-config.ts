import { z } from 'zod';
import { maskSecrets, SECRET_NAME } from '../logs/mask-secrets.ts';

/** Settings that can't be used; the message has a line for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Settings = Readonly<Record<string, string | undefined>>;

/**
 * Parses settings by their names in the environment; flags, under the same names, win. An empty setting counts as absent.
 * Throws ConfigError telling every fault at once.
 */
export function loadConfig<Schema extends z.ZodType>(
  schema: Schema,
  environment: Settings,
  flags: Settings = {},
): z.output<Schema> {
  const given = Object.fromEntries(
    [...Object.entries(environment), ...Object.entries(flags)].filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${explain(issue, given)}`);
  const count = faults.length === 1 ? 'a setting is' : `${faults.length} settings are`;
  throw new ConfigError(`cannot start, ${count} not right:\n${faults.join('\n')}`);
}

function explain({ path, message }: z.core.$ZodIssue, given: Settings): string {
  const name = path.map(String).join('.');
  if (name === '') return message;
  const value = given[name];
  const expectation = message.replace(/^Invalid (input|option): /, '').replace(/, received undefined$/, '');
  if (value === undefined) return `${name} is missing: ${expectation}`;
  return `${name} is ${SECRET_NAME.test(name) ? 'not right' : JSON.stringify(maskSecrets(value))}: ${expectation}`;
}
