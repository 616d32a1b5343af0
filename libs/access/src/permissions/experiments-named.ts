/** As far as a request names experiments. */
export interface NamingRequest {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly query?: unknown;
  readonly params?: unknown;
  readonly body?: unknown;
}

/** What a request names, by id and by name. */
export interface ExperimentsNamed {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/**
 * Every experiment that a request names wherever our own and MLflow's calls do: header, query, path, body, the places of a search, the place
 * of a trace. All of them, so that none hides behind another.
 */
export function experimentsNamed({ headers, query, params, body }: NamingRequest): ExperimentsNamed {
  const given = [query, params, body];
  const places = [
    ...fieldsOf(given, 'locations'),
    ...fieldsOf(fieldsOf([...fieldsOf(given, 'trace'), ...given], 'trace_info'), 'trace_location'),
  ];
  const located = fieldsOf(fieldsOf(places, 'mlflow_experiment'), 'experiment_id');
  const ids = [...fieldsOf(given, 'experiment_id'), ...fieldsOf(given, 'experiment_ids'), ...located];
  const all = [...listOf(headers['x-mlflow-experiment-id']), ...ids];
  return { ids: all.map(textOf), names: fieldsOf(given, 'experiment_name').map(textOf) };
}

/** What records have under a name, in either of protobuf's spellings; what is repeated one by one. */
function fieldsOf(records: readonly unknown[], name: string): unknown[] {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return records
    .filter(isRecord)
    .flatMap((record) => [...new Set([name, camel])].flatMap((spelling) => listOf(record[spelling])));
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

/** What is neither text nor number names nothing that there is. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
