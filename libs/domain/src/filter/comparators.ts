import type { Comparator } from './filter.ts';
import type { FieldRule } from './read-comparison.ts';

const ORDERED: readonly Comparator[] = ['<', '<=', '>', '>='];
const PATTERNS: readonly Comparator[] = ['LIKE', 'ILIKE', 'RLIKE'];
const PRESENCE: readonly Comparator[] = ['IS NULL', 'IS NOT NULL'];

/** Which comparators suit which kind of field; the sets of MLflow's fields are those of mlflow/WIRE.md section 6.7. */
export const COMPARATORS = {
  numeric: ['=', '!=', ...ORDERED],
  listed: ['=', '!=', 'IN', 'NOT IN', ...PATTERNS],
  nullable: ['=', '!=', ...PATTERNS, ...PRESENCE],
  listedNullable: ['=', '!=', 'IN', 'NOT IN', ...PATTERNS, ...PRESENCE],
  fullText: ['MATCH', 'LIKE', 'ILIKE'],
  assessed: ['=', '!=', ...ORDERED, ...PATTERNS, ...PRESENCE],
  attribute: ['=', '!=', ...ORDERED, 'IN', 'NOT IN', ...PATTERNS, ...PRESENCE],
  /** Of what the server computes, whose JSON text is no one's to match patterns on. */
  computed: ['=', '!=', ...PRESENCE],
  equal: ['='],
} as const satisfies Readonly<Record<string, readonly Comparator[]>>;

/** A field's rule but for the name that faults give it. */
export type Rule<Field> = Omit<FieldRule<Field>, 'label'>;

/** Finds a rule by name; not what every object inherits. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
