export interface NotebookSearch {
  readonly trace_id: readonly string[];
}

const TRACE_ID = /^(?:tr-)?[0-9a-f]{32}$/i;

/** The traces that an address names, in order; what is no id of one is left out. */
export function readNotebookSearch({ trace_id: ids }: Readonly<Record<string, unknown>>): NotebookSearch {
  const named = [ids].flat().map(String);
  return { trace_id: [...new Set(named)].filter((id) => TRACE_ID.test(id)) };
}
