const TRACE_ID = /^(?:tr-)?([0-9a-f]{32})$/i;

/** 32 lower-case hex digits of an id written with or without MLflow's `tr-`; undefined for anything else. */
export function parseTraceId(text: string): string | undefined {
  return TRACE_ID.exec(text)?.[1]?.toLowerCase();
}
