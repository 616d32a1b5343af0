type Role = 'user' | 'assistant';

/** Names under which frameworks keep the words of a turn, the likeliest first. */
const KEYS: Readonly<Record<Role, readonly string[]>> = {
  user: ['messages', 'question', 'query', 'prompt', 'input', 'inputs', 'text', 'content', 'message'],
  assistant: [
    'messages',
    'choices',
    'answer',
    'output',
    'outputs',
    'response',
    'text',
    'content',
    'message',
    'result',
  ],
};
const ROLES: Readonly<Record<Role, readonly string[]>> = {
  user: ['user', 'human'],
  assistant: ['assistant', 'ai', 'model'],
};

const MESSAGE_TYPES = [...ROLES.user, ...ROLES.assistant, 'system', 'tool', 'function'];

/** The words in the inputs or outputs of a trace, as a conversation shows them; laid out JSON where there are none. */
export function readableText(text: string, role: Role): string {
  const parsed = parse(text);
  if (parsed === undefined || isEmpty(parsed)) return parsed === undefined ? text : '';
  return wordsOf(parsed, role) ?? JSON.stringify(parsed, undefined, 2);
}

function wordsOf(value: unknown, role: Role): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return ofList(value, role);
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = value as Readonly<Record<string, unknown>>;
  for (const key of [...KEYS[role], 'parts']) {
    const found = key in entries ? wordsOf(entries[key], role) : undefined;
    if (found !== undefined) return found;
  }
  const values = Object.values(entries);
  return values.length === 1 && typeof values[0] === 'string' ? values[0] : undefined;
}

/** Of messages the last one of the role, of parts all texts. */
function ofList(list: readonly unknown[], role: Role): string | undefined {
  const spoken = list.filter((each) => isBy(each, role)).at(-1);
  if (spoken !== undefined) return wordsOf(spoken, role);
  if (list.some(hasRole)) return undefined;
  const texts = list.map((each) => wordsOf(each, role)).filter((each) => each !== undefined);
  return texts.length === list.length && texts.length > 0 ? texts.join('\n') : undefined;
}

/** Whether it is a message of anybody; parts of one have a type too, but never one of these. */
function hasRole(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type } = value as { readonly type?: unknown };
  return 'role' in value || MESSAGE_TYPES.some((each) => each === type);
}

function isBy(value: unknown, role: Role): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { role: said, type } = value as { readonly role?: unknown; readonly type?: unknown };
  return ROLES[role].some((each) => each === said || each === type);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
