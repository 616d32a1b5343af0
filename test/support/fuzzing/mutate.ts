import fc from 'fast-check';
import { hostileText, hostileValue } from './hostile-values.ts';
import type { RecordedCall } from './recorded-calls.ts';

/** One change of a value: `place` chooses where, counted over all its nodes. */
interface Mutation {
  readonly place: number;
  readonly kind: 'replace' | 'remove' | 'repeat' | 'add';
  readonly value: unknown;
  readonly text: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(60),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'repeat', 'add'),
  value: hostileValue,
  text: hostileText,
});

/** One of the calls with one to three things wrong with it. */
export function mutatedCall(calls: readonly RecordedCall[]): fc.Arbitrary<RecordedCall> {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });
  return fc
    .tuple(fc.constantFrom(...calls), mutations)
    .map(([call, changes]) => changes.reduce(mutateCall, call));
}

function mutateCall(call: RecordedCall, change: Mutation): RecordedCall {
  if (call.body !== undefined && change.place % 5 !== 0) return { ...call, body: mutate(call.body, change) };
  const names = Object.keys(call.query);
  const name = names[change.place % Math.max(names.length, 1)];
  if (name === undefined || change.kind === 'add')
    return { ...call, path: mutatePath(call.path, change), query: { ...call.query, added: [change.text] } };
  const { [name]: values = [], ...others } = call.query;
  if (change.kind === 'remove') return { ...call, query: others };
  const next = change.kind === 'repeat' ? [...values, ...values, change.text] : [change.text];
  return { ...call, query: { ...others, [name]: next } };
}

/** Another text for the last part of the address, where that is an id or a name. */
function mutatePath(path: string, { text, place }: Mutation): string {
  const parts = path.split('/');
  if (place % 2 === 0 || parts.length < 6) return path;
  return [...parts.slice(0, -1), encodeURIComponent(text.toWellFormed().slice(0, 2_000))].join('/');
}

/** The value with its node number `place` changed. */
export function mutate(value: unknown, change: Mutation): unknown {
  let left = change.place % countNodes(value);
  const visit = (node: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return changed(node, change);
    }
    left -= 1;
    if (Array.isArray(node)) return node.map(visit).filter((each) => each !== undefined);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, visit(each)]));
  };
  return visit(value);
}

function changed(node: unknown, { kind, value, text }: Mutation): unknown {
  if (kind === 'remove') return undefined;
  if (kind === 'repeat') return [node, node];
  if (kind === 'add' && typeof node === 'object' && node !== null && !Array.isArray(node))
    return { ...node, [text]: value };
  return value;
}

function countNodes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((count: number, each) => count + countNodes(each), 1);
}
