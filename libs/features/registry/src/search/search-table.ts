/** Takes a value and answers the placeholder that stands for it in the SQL. */
export type Bind = (value: unknown) => string;

/** An attribute of what is searched: a column, or an expression of one row's columns. */
export interface SearchAttribute {
  readonly sql: string;
  /** Where it is filtered on in another form than ordered by: an id that is a number in SQL and a text to users. */
  readonly filterSql?: string;
  readonly kind: 'text' | 'number';
  /** It may be NULL, and may be asked with IS [NOT] NULL. */
  readonly isNullable?: boolean;
  /** What users write of it, and how it is stored: the planner knows how frequent columns are, not expressions. */
  readonly words?: Readonly<Record<string, string>>;
  /** It may be filtered on, but not ordered by. */
  readonly isUnordered?: boolean;
}

/** Values by key in another table, such as tags: `tags.<key>`. */
export interface SearchCollection {
  /** Table and alias, e.g. `run_tags tag`. */
  readonly from: string;
  /** Ties a row of `from` to the row searched, e.g. `tag.run_id = run.id`; a function where that takes values. */
  readonly join: string | ((bind: Bind) => string);
  readonly key: string;
  readonly value: string;
  readonly kind: 'text' | 'number';
  /** Of each key a row searched has one value at most, and an index has them in order: an order may begin there. */
  readonly isIndexed?: boolean;
  /** Where its rows say whose they are, and what their index begins with: rare values are then looked up first. */
  readonly owner?: { readonly id: string; readonly partition: string };
  /** An index holds that many first characters of a text: what equals it is looked up there. */
  readonly indexedCharacters?: number;
}

/** What a collection is compared by: PostgreSQL counts NaN as larger than every number. */
export function comparableSql({ value, kind }: SearchCollection): string {
  return kind === 'number' ? `NULLIF(${value}, 'NaN')` : value;
}

/** Rows of another table that are asked by attribute, such as a run's datasets: `datasets.name`. */
export interface SearchRelation {
  readonly from: string;
  readonly join: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * What one kind of thing can be searched by, in the words of its users. Every SQL text in it is a constant of the program;
 * what users write is always bound.
 */
export interface SearchTable {
  /** Table and alias, e.g. `runs run`. */
  readonly from: string;
  /** Unique and never null: completes every order. */
  readonly id: string;
  /** By name; several names may lead to one column. A name such as `tags.x` goes before the collection. */
  readonly attributes: Readonly<Record<string, SearchAttribute>>;
  /** By prefix, in every spelling: `tag`, `tags`. */
  readonly collections?: Readonly<Record<string, SearchCollection>>;
  /** By prefix, in every spelling. */
  readonly relations?: Readonly<Record<string, SearchRelation>>;
  /** Prefixes that may stand before an attribute. */
  readonly attributePrefixes: readonly string[];
  /** Items of `order_by` that apply when none is given. */
  readonly defaultOrder: readonly string[];
}

/** What can be asked of `table`, for messages. */
export function describeFields({ attributes, collections = {}, relations = {} }: SearchTable): string {
  return [
    ...Object.keys(attributes),
    ...Object.keys(collections).map((prefix) => `${prefix}.<key>`),
    ...Object.entries(relations).map(
      ([prefix, relation]) => `${prefix}.${Object.keys(relation.attributes).join('|')}`,
    ),
  ].join(', ');
}

/** What ties a collection to the row searched. */
export function joinSql({ join }: SearchCollection, bind: Bind): string {
  return typeof join === 'string' ? join : join(bind);
}

/** Its own value of a key; not what every object inherits. */
export function own<Value>(
  table: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
