import { Rejected, type JsonValue } from '@millrace/domain';
import { Ajv, type Options } from 'ajv8';
import { Ajv2019 } from 'ajv8/dist/2019.js';
import { Ajv2020 } from 'ajv8/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { RE2JS } from 're2js';

const MOST_FAULTS = 10;
const LONGEST_SCHEMA = 100_000;

/** Patterns of a schema run in linear time, like those of every scorer. */
const engine = Object.assign(
  (pattern: string) => RE2JS.compile(RE2JS.translateRegExp(pattern), RE2JS.LOOKBEHINDS),
  { code: 'RE2JS' },
);
const OPTIONS: Options = {
  strict: false,
  allErrors: true,
  validateFormats: true,
  formats: { ...fullFormats },
  code: { regExp: engine },
  logger: false,
};

/** A function that tells what is wrong with a value, in words. Throws Rejected for a schema that is none. */
export function compileSchema(
  schema: Readonly<Record<string, unknown>>,
): (value: JsonValue) => readonly string[] {
  if (JSON.stringify(schema).length > LONGEST_SCHEMA) {
    throw new Rejected(`'schema': it has more than ${LONGEST_SCHEMA} characters.`);
  }
  const validate = compile(schema);
  return (value) => {
    try {
      if (validate(value)) return [];
    } catch (error) {
      throw new Rejected(`The schema can't be applied: ${reasonOf(error)}.`, 'invalid', { cause: error });
    }
    const faults = (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || 'it'} ${message}`,
    );
    const rest = faults.length - MOST_FAULTS;
    return rest > 0 ? [...faults.slice(0, MOST_FAULTS), `and ${rest} more`] : faults;
  };
}

function compile(schema: Readonly<Record<string, unknown>>) {
  try {
    if ('$async' in schema) throw new Error('$async is not supported');
    return ajvOf(schema['$schema']).compile(schema);
  } catch (error) {
    throw new Rejected(`'schema': ${reasonOf(error)}.`, 'invalid', { cause: error });
  }
}

function ajvOf(draft: unknown): Ajv {
  if (typeof draft !== 'string' || draft.includes('2020-12')) return new Ajv2020(OPTIONS);
  return draft.includes('2019-09') ? new Ajv2019(OPTIONS) : new Ajv(OPTIONS);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
