import { randomSource } from '../load/words.ts';

/** What the made spans are like: ten to a trace, traces evenly over a week, most of them in one experiment. */
export const SPANS_PER_TRACE = 10;
export const WEEK_MS = 7 * 86_400_000;
const SHARDS = 20_000;
const VOCABULARY = 50_000;
const MODELS = "['gpt-4o-mini', 'gpt-4o', 'claude-sonnet-4-5', 'gemini-2.5-flash']";
/** storing/span-presence.ts: model, provider, session, inputs, outputs, tokens (input, output, total); a root has previews. */
const PRESENCE = 1 + 2 + 4 + 128 + 256 + 512 + 4096 + 16384 + 32768;
const ROOT_PREVIEWS = 16 + 32;
const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi fo ga ge gi go ha he ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );

/** Made-up words by rank: `word(0)` is the commonest; the rank of a word in the texts below is Zipf-distributed. */
export function word(rank: number): string {
  const random = randomSource(rank + 1);
  const count = rank < 100 ? 1 : rank < 3000 ? 2 : 3;
  const syllables = Array.from(
    { length: count },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '',
  );
  return `${syllables.join('')}${rank.toString(36)}`;
}

/** The table of words that `madeSpans` draws from. */
export const CREATE_WORDS = 'CREATE TABLE words (words Array(String)) ENGINE = MergeTree ORDER BY tuple()';

export function insertWords(): string {
  const words = Array.from({ length: VOCABULARY }, (_, rank) => `'${word(rank)}'`);
  return `INSERT INTO words VALUES ([${words.join(',')}])`;
}

/** Zipf-distributed words; `salt` makes the texts of one row differ. */
function text(salt: string, count: string): string {
  const rank = `toUInt32(pow(${VOCABULARY}, intHash32(n * 16777259 + k + ${salt}) / 4294967296))`;
  return `arrayStringConcat(arrayMap(k -> vocabulary[${rank}], range(${count})), ' ')`;
}

const message = (role: string, content: string): string =>
  `concat('[{"role":"${role}","parts":[{"type":"text","content":"', ${content}, '"}]}]')`;

/** Columns of `spans` that the made spans fill; the others are empty. */
export const MADE_COLUMNS = `workspace_id, experiment_id, trace_id, span_id, parent_span_id, sequence, received_at,
  start_time, end_time, name, kind, type, status_code, status_message, service, scope_name, model, provider, presence,
  tokens_input, tokens_output, tokens_total, session_id, request_preview, response_preview,
  attributes, attribute_types, inputs, inputs_attribute, outputs, outputs_attribute, resource`;

/** A SELECT of MADE_COLUMNS for spans `first` to `first + count`, some 0.8 kB each, in order of time: the last is at `endMs`. */
export function madeSpans(range: {
  readonly first: number;
  readonly count: number;
  readonly total: number;
  readonly endMs: number;
}): string {
  const { first, count, total, endMs } = range;
  const spacingNs = Math.floor((WEEK_MS * 1e6) / (total / SPANS_PER_TRACE));
  const firstNs = `${Math.floor(endMs - WEEK_MS)}000000`;
  return `
WITH (SELECT any(words) FROM words) AS vocabulary
SELECT 'default', if(trace % 10 < 8, 0, trace % 10),
  toFixedString(reinterpretAsString(sipHash128(trace)), 16) AS trace_id,
  reinterpretAsFixedString(sipHash64(number)),
  if(place = 0, toFixedString('', 8), reinterpretAsFixedString(sipHash64(number - place + intDiv(place - 1, 3)))),
  number + 1, toDateTime64(toInt64(begin / 1000000000), 3, 'UTC') AS received,
  fromUnixTimestamp64Nano(begin, 'UTC'), fromUnixTimestamp64Nano(begin + duration, 'UTC'),
  if(place = 0, 'invoke_agent bench', concat('chat step ', toString(place % 7))), 1, if(place = 0, 'AGENT', 'LLM'),
  if(n % 49 = 7, 2, 1), if(n % 49 = 7, 'timeout', ''), 'bench-agent', 'bench.genai',
  ${MODELS}[1 + intHash32(n + 3) % 4] AS model, 'openai', ${PRESENCE} + if(place = 0, ${ROOT_PREVIEWS}, 0),
  50 + n % 400 AS input, 20 + n % 100 AS output, input + output, concat('session-', toString(intDiv(trace, 5))),
  if(place = 0, substring(question, 1, 200), ''), if(place = 0, substring(answer, 1, 200), ''),
  CAST(([ 'gen_ai.operation.name', 'gen_ai.provider.name', 'gen_ai.request.model', 'app.shard', 'app.request_id',
    'gen_ai.usage.input_tokens', 'gen_ai.usage.output_tokens'],
    [if(place = 0, 'invoke_agent', 'chat'), 'openai', model, concat('shard-', toString(intHash32(n + 5) % ${SHARDS})),
    lower(hex(sipHash64(n + 9))), toString(input), toString(output)]), 'Map(LowCardinality(String), String)'), 'sssssii<s>s',
  ${message('user', 'question')}, 'gen_ai.input.messages', ${message('assistant', 'answer')}, 'gen_ai.output.messages', '{"service.name":"bench-agent"}'
FROM (
  SELECT number, toUInt32(number) AS n, intDiv(number, ${SPANS_PER_TRACE}) AS trace, number % ${SPANS_PER_TRACE} AS place,
    ${firstNs} + trace * ${spacingNs} + place * 1000000 AS begin, 40000000 + intHash32(n + 11) % 4000000000 AS duration,
    concat(${text('0', '26 + n % 16')}, ' ref', lower(hex(intHash32(n + 13))), '\\\\n', ${text('7919', '6')}) AS question,
    ${text('104729', '16 + n % 16')} AS answer
  FROM numbers(${first}, ${count}))`;
}
