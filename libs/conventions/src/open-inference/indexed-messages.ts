import { attributeJson, type AttributeMap, type AttributeValue } from '@millrace/domain';

/** Path segments that only name the kind of the list's elements (`llm.input_messages.0.message.role`). */
const WRAPPERS = new Set(['message', 'tool_call', 'message_content', 'document']);
const INDEX = /^\d{1,6}$/;
/** Longer than any path of the specification; bounds the recursion over a hostile key. */
const LONGEST_PATH = 16;

type Node = Map<string, AttributeValue | Node>;

/**
 * JSON text of a list that was spread over attributes `<prefix><index>.<path>`; of the first prefix that has any. Source:
 * OpenInference specification, "Flattening lists".
 */
export function indexedMessages(attributes: AttributeMap, prefixes: readonly string[]): string | undefined {
  for (const prefix of prefixes) {
    const root: Node = new Map();
    for (const [key, value] of attributes) {
      if (key.startsWith(prefix)) place(root, key.slice(prefix.length).split('.'), value);
    }
    if (root.size > 0) return attributeJson(collapse(root));
  }
  return undefined;
}

function place(root: Node, path: readonly string[], value: AttributeValue): void {
  const names = path.filter((segment) => !WRAPPERS.has(segment));
  const last = names.pop();
  if (last === undefined || path.length > LONGEST_PATH) return;
  let node = root;
  for (const name of names) {
    const known = node.get(name);
    const child: Node = known instanceof Map ? (known as Node) : new Map();
    if (child !== known) node.set(name, child);
    node = child;
  }
  node.set(last, value);
}

/** A node whose keys are all indexes is a list, in order of the indexes. */
function collapse(value: AttributeValue | Node): AttributeValue {
  if (!(value instanceof Map)) return value as AttributeValue;
  const entries = [...(value as Node)];
  if (!entries.every(([key]) => INDEX.test(key))) {
    return new Map(entries.map(([key, item]) => [key, collapse(item)]));
  }
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => collapse(item));
}
