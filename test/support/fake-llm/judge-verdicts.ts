import { createHash } from 'node:crypto';

export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly minimum?: number;
  readonly maximum?: number;
}

type FakeVerdict = 'yes' | 'no';

const SHARE = /yes-(\d+)-percent$/;

/**
 * The verdict of a fake judge: `…always-no`; `…yes-30-percent`, by the hash of the question, so that the same question always
 * gets the same verdict; else yes.
 */
export function verdictOf(instruction: string, question: string): FakeVerdict {
  if (instruction.endsWith('always-no')) return 'no';
  const share = SHARE.exec(instruction)?.[1];
  if (share === undefined) return 'yes';
  const place = createHash('sha256').update(question).digest().readUInt16BE() % 100;
  return place < Number(share) ? 'yes' : 'no';
}

/** The least value of a schema: for `yes` the word yes, else the first of a list, true, the most; for `no` the other end. */
export function valueOf(schema: JsonSchema, verdict: FakeVerdict, name = ''): unknown {
  const { type, enum: values, const: only, anyOf, properties = {}, minimum, maximum } = schema;
  if (only !== undefined) return only;
  if (values) return values.includes(verdict) ? verdict : values.at(verdict === 'yes' ? 0 : -1);
  if (anyOf?.[0]) return valueOf(anyOf[0], verdict, name);
  if (type === 'object') {
    const entries = Object.entries(properties);
    return Object.fromEntries(entries.map(([key, each]) => [key, valueOf(each, verdict, key)]));
  }
  if (type === 'array') return [];
  if (type === 'boolean') return verdict === 'yes';
  if (type === 'number' || type === 'integer') return verdict === 'yes' ? (maximum ?? 1) : (minimum ?? 0);
  return name === 'rationale' ? `The fake judge says ${verdict}.` : verdict;
}
