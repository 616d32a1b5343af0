import {
  parseFilterOf,
  type Comparator,
  type Comparison,
  type PlainFilter,
  type ReadField,
} from '@millrace/domain';

/** The left side of a comparison over experiments. */
export interface ExperimentField {
  readonly entity: 'attribute' | 'tag';
  readonly key: string;
}

/** SQL with `:name` parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const TEXT: readonly Comparator[] = ['=', '!=', 'LIKE', 'ILIKE'];
const NUMERIC: readonly Comparator[] = ['=', '!=', '<', '<=', '>', '>='];
const COLUMNS: Readonly<Record<string, string>> = {
  name: 'experiment.name',
  experiment_id: 'experiment.id',
  creation_time: 'experiment.creation_time',
  last_update_time: 'experiment.last_update_time',
};
const COMPARATORS: Readonly<Record<string, readonly Comparator[]>> = {
  name: [...TEXT, 'IN', 'NOT IN'],
  experiment_id: ['=', '!=', 'IN', 'NOT IN'],
  creation_time: NUMERIC,
  last_update_time: NUMERIC,
};

/** Column of an attribute that experiments can be filtered and ordered by; undefined for any other. */
export function experimentColumn(key: string): string | undefined {
  return Object.hasOwn(COLUMNS, key) ? COLUMNS[key] : undefined;
}

/** Parses MLflow's filter for experiments (mlflow/WIRE.md section 3); undefined for a blank one. */
export function parseExperimentFilter(text: string): PlainFilter<ExperimentField> | undefined {
  return parseFilterOf(text, readField);
}

const readField: ReadField<ExperimentField> = (segments) => {
  const [first = '', ...rest] = segments;
  const label = segments.join('.');
  const prefix = first.toLowerCase();
  if (rest.length > 0 && (prefix === 'tag' || prefix === 'tags')) {
    const field = { entity: 'tag' as const, key: rest.join('.') };
    return { field, comparators: [...TEXT, 'IS NULL', 'IS NOT NULL'], value: 'text', label };
  }
  const isPrefixed = rest.length > 0 && ['attribute', 'attributes', 'attr'].includes(prefix);
  const key = isPrefixed ? rest.join('.') : label;
  const comparators = Object.hasOwn(COMPARATORS, key) ? COMPARATORS[key] : undefined;
  if (!comparators) {
    return `Invalid attribute key '${key}' specified. Valid keys are: ${Object.keys(COLUMNS).join(', ')}, tags.<key>.`;
  }
  const value = comparators === NUMERIC ? 'number' : 'text';
  return { field: { entity: 'attribute', key }, comparators, value, label };
};

/** The filter as a condition on `experiment`, all values as parameters. */
export function toSql(filter: PlainFilter<ExperimentField>): SqlCondition {
  const parameters: Record<string, unknown> = {};
  const bind = (value: unknown): string => {
    const name = `value${Object.keys(parameters).length}`;
    parameters[name] = value;
    return name;
  };
  return { sql: conditionOf(filter, bind), parameters };
}

type Bind = (value: unknown) => string;

function conditionOf(filter: PlainFilter<ExperimentField>, bind: Bind): string {
  if (filter.kind === 'comparison') return comparisonOf(filter, bind);
  if (filter.kind === 'not') return `NOT (${conditionOf(filter.operand, bind)})`;
  return filter.operands.map((operand) => `(${conditionOf(operand, bind)})`).join(` ${filter.kind} `);
}

function comparisonOf(comparison: Comparison<ExperimentField>, bind: Bind): string {
  const { entity, key } = comparison.field;
  if (entity === 'attribute') {
    const column = COLUMNS[key] ?? key;
    return valueCondition(key === 'experiment_id' ? `${column}::text` : column, comparison, bind);
  }
  const exists = `EXISTS (SELECT 1 FROM experiment_tags tag WHERE tag.experiment_id = experiment.id AND tag.key = :${bind(key)}`;
  if (comparison.comparator === 'IS NULL') return `NOT ${exists})`;
  if (comparison.comparator === 'IS NOT NULL') return `${exists})`;
  return `${exists} AND ${valueCondition('tag.value', comparison, bind)})`;
}

function valueCondition(
  column: string,
  { comparator, value }: Comparison<ExperimentField>,
  bind: Bind,
): string {
  if (comparator === 'IN' || comparator === 'NOT IN') return `${column} ${comparator} (:...${bind(value)})`;
  return `${column} ${comparator} :${bind(value)}`;
}
