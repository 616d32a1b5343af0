/** Fields of requests that say what is meant. Values of settings, contents and secrets are not among them. */
const NAMING = /(^|_)(id|ids|uuid)$|^(name|new_name|key|alias|version|role|tag_key|run_uuid|path|user_name)$/;
const MOST_CHARACTERS = 1_000;

interface AuditedRequest {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** What a request names, as JSON of at most 1,000 characters. */
export function auditTarget({ params, query, body }: AuditedRequest): string {
  const named = [query, body, params].flatMap((fields) =>
    typeof fields === 'object' && fields !== null && !ArrayBuffer.isView(fields)
      ? Object.entries(fields).filter(([name, value]) => isNaming(name, value))
      : [],
  );
  return JSON.stringify(Object.fromEntries(named)).slice(0, MOST_CHARACTERS);
}

function isNaming(name: string, value: unknown): boolean {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (name !== '*' && !NAMING.test(snake)) return false;
  return Array.isArray(value) ? value.every(isPlain) : isPlain(value);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
