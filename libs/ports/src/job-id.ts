/** The id of a job as the port tells it: its kind, a dot, and the id the adapter knows it by. */
export function jobId(kind: string, id: string): string {
  return `${kind}.${id}`;
}

/** Undefined for what can't be the id of a job. */
export function splitJobId(id: string): { readonly kind: string; readonly id: string } | undefined {
  const match = /^([a-z][a-z0-9-]*)\.([0-9A-Za-z:_-]{1,200})$/.exec(id);
  return match?.[1] !== undefined && match[2] !== undefined ? { kind: match[1], id: match[2] } : undefined;
}
