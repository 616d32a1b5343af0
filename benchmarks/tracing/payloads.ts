/** What the texts of a trace look like: a few long ones, or thousands of small fields. */
export type Shape = 'messages' | 'records';

export interface Payload {
  readonly asked: unknown;
  readonly answered: unknown;
}

const MESSAGE = 'The wheel turns “as the water falls”, and the miller listens to the stones. '.repeat(26);
/** Each of the two spans of a trace has both what was asked and what was answered. */
const VALUES_A_TRACE = 4;

/** Values whose JSON takes about `bytes` in a trace of two spans that both carry them. */
export function makePayload(shape: Shape, bytes: number): Payload {
  const make = shape === 'messages' ? messages : records;
  return { asked: make(bytes / VALUES_A_TRACE), answered: make(bytes / VALUES_A_TRACE) };
}

/** A conversation, in messages of up to 2 kB. */
function messages(bytes: number): object {
  const count = Math.ceil(bytes / MESSAGE.length);
  const content = MESSAGE.slice(0, Math.ceil(bytes / count));
  return {
    model: 'gpt-4o-mini',
    messages: Array.from({ length: count }, (_, at) => ({ role: at % 2 ? 'assistant' : 'user', content })),
  };
}

/** What a search of a table found: rows of eight fields. */
function records(bytes: number): object {
  const row = (at: number): object => ({
    ...{ id: at, title: `order ${at}`, score: at / 7, paid: at % 3 === 0 },
    ...{ city: 'Delft', tags: ['a', 'b'], place: { row: at, column: 3 }, note: null },
  });
  const size = JSON.stringify(row(1_000)).length + 1;
  return { rows: Array.from({ length: Math.ceil(bytes / size) }, (_, at) => row(at)) };
}
