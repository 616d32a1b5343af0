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
  return shortJson(named);
}

/** Values are cut until the whole is short enough: what is left can still be read as JSON. */
function shortJson(named: readonly (readonly [string, unknown])[]): string {
  for (let most = MOST_CHARACTERS; most > 1; most = Math.floor(most / 2)) {
    const text = JSON.stringify(Object.fromEntries(named.map(([name, value]) => [name, cut(value, most)])));
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return '{}';
}

function cut(value: unknown, most: number): unknown {
  if (typeof value === 'string' && value.length > most) return `${value.slice(0, most)}…`;
  if (!Array.isArray(value)) return value;
  const kept = value.slice(0, Math.ceil(most / 10)).map((item) => cut(item, most));
  return kept.length < value.length ? [...kept, `and ${value.length - kept.length} more`] : kept;
}

function isNaming(name: string, value: unknown): boolean {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (name !== '*' && !NAMING.test(snake)) return false;
  return Array.isArray(value) ? value.every(isPlain) : isPlain(value);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
