const SPANS_FILE = /^(\d{1,15})\/traces\/tr-([0-9a-f]{32})\/artifacts\/traces\.json$/;

/** Whose spans a file holds: clients of MLflow before 3.4 upload those of a trace as one of its artifacts (mlflow/WIRE.md 2.2). */
export function traceOfSpansFile(
  path: string,
): { readonly experimentId: number; readonly traceId: string } | undefined {
  const [, experimentId, traceId] = SPANS_FILE.exec(path) ?? [];
  return experimentId === undefined || traceId === undefined
    ? undefined
    : { experimentId: Number(experimentId), traceId };
}

/** Where the same document is made from the stored spans, for clients that look for a file that nobody uploaded. */
export function spansDocumentPath(path: string): string {
  const { traceId = '' } = traceOfSpansFile(path) ?? {};
  return `/ajax-api/3.0/mlflow/get-trace-artifact?request_id=tr-${traceId}`;
}
