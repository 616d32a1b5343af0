import { Rejected, type JsonValue } from '@millrace/domain';

type Schema = Readonly<Record<string, unknown>>;

/** What a judge may find. */
export interface VerdictType {
  /** JSON schema by which it is asked for. */
  readonly schema: Schema;
  /** The verdict in an answer. Throws Rejected when it is none of this type: nothing is guessed or rounded. */
  read(answer: JsonValue | undefined): JsonValue;
}

/** One of some words, numbers or booleans. */
export function oneOf(values: readonly (string | number | boolean)[]): VerdictType {
  const types = [...new Set(values.map((value) => typeof value))];
  const schema = { ...(types.length === 1 && { type: types[0] }), enum: values };
  return typeOf(schema, `one of ${values.join(', ')}`, (answer) => values.some((value) => value === answer));
}

/** `yes` is the good verdict of every judge. */
export const YES_OR_NO = oneOf(['yes', 'no']);
export const TRUE_OR_FALSE = typeOf(
  { type: 'boolean' },
  'true or false',
  (answer) => typeof answer === 'boolean',
);
export const ANY_TEXT = typeOf({ type: 'string' }, 'a text', (answer) => typeof answer === 'string');

export interface NumberRange {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

export function numberOf(kind: 'number' | 'integer', { minimum, maximum }: NumberRange = {}): VerdictType {
  const schema = {
    type: kind,
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
  const range = [minimum !== undefined && ` from ${minimum}`, maximum !== undefined && ` to ${maximum}`];
  const said = `${kind === 'integer' ? 'a whole number' : 'a number'}${range.filter(Boolean).join('')}`;
  return typeOf(schema, said, (answer) => {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return false;
    if (kind === 'integer' && !Number.isInteger(answer)) return false;
    return answer >= (minimum ?? -Infinity) && answer <= (maximum ?? Infinity);
  });
}

/** What `inner` is, or nothing. */
export function orNothing(inner: VerdictType): VerdictType {
  return {
    schema: { anyOf: [inner.schema, { type: 'null' }] },
    read: (answer) => (answer === null ? null : inner.read(answer)),
  };
}

export function listOf(inner: VerdictType): VerdictType {
  return {
    schema: { type: 'array', items: inner.schema },
    read: (answer) => listIn(answer).map((each) => inner.read(each)),
  };
}

/** Values by name; asked for as a list of pairs, since no provider's strict schemas know objects with names of their own. */
export function mapOf(inner: VerdictType): VerdictType {
  const pair = {
    type: 'object',
    properties: { name: { type: 'string' }, value: inner.schema },
    required: ['name', 'value'],
    additionalProperties: false,
  };
  return {
    schema: { type: 'array', items: pair },
    read: (answer) =>
      Object.fromEntries(
        listIn(answer).map((each) => {
          const { name, value } = fieldsIn(each);
          if (typeof name !== 'string') throw notOfType(each, 'a pair of name and value');
          return [name, inner.read(value)];
        }),
      ),
  };
}

function typeOf(schema: Schema, said: string, isRight: (answer: JsonValue) => boolean): VerdictType {
  return {
    schema,
    read: (answer) => {
      if (answer === undefined || !isRight(answer)) throw notOfType(answer, said);
      return answer;
    },
  };
}

function listIn(answer: JsonValue | undefined): readonly JsonValue[] {
  if (!Array.isArray(answer)) throw notOfType(answer, 'a list');
  return answer;
}

function fieldsIn(answer: JsonValue): Readonly<Record<string, JsonValue>> {
  if (typeof answer !== 'object' || answer === null || isList(answer)) throw notOfType(answer, 'a pair');
  return answer;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

const LONGEST_QUOTE = 100;

function notOfType(answer: JsonValue | undefined, said: string): Rejected {
  const quoted = (JSON.stringify(answer) ?? 'nothing').slice(0, LONGEST_QUOTE);
  return new Rejected(
    `The judge answered ${quoted} where it was to answer ${said}: ask again, or another model.`,
  );
}
