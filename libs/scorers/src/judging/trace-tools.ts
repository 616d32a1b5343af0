import { RE2JS, RE2JSException } from 're2js';
import { z } from 'zod';
import type { JudgeTool } from '../judge.ts';
import type { ScoredSpan, ScoredTrace } from '../subject.ts';
import { cutMiddle, writeBlocks } from './blocks.ts';
import { outlineOf, spanLine, traceInfo } from './trace-outline.ts';

/** Of one answer of a tool. */
export const MAX_ANSWER_CHARACTERS = 20_000;
const SPANS_A_PAGE = 100;
/** Of a trace, searched for a pattern. */
const MAX_SEARCHED_CHARACTERS = 4_000_000;
const MOST_MATCHES = 50;
const MOST_CONTEXT = 500;

const page = z.coerce.number().int().min(0).default(0);
const pageToken = { type: 'string', description: 'Of the answer before: what comes after it.' };

const traceInfoTool = defineTool({
  name: 'get_trace_info',
  description: 'State, duration, tokens, cost, tags and metadata of the trace.',
  given: z.object({}),
  properties: {},
  answer: traceInfo,
});

const listSpansTool = defineTool({
  name: 'list_spans',
  description:
    'The spans of the trace in order: id, parent, name, type, duration, status; without what they hold.',
  given: z.object({ page_token: page }),
  properties: { page_token: pageToken },
  answer: (trace, { page_token }) => listSpans(trace, page_token),
});

const rootSpanTool = defineTool({
  name: 'get_root_span',
  description:
    'The root span with its inputs and outputs: what the application was asked and what it answered.',
  given: z.object({ page_token: page }),
  properties: { page_token: pageToken },
  answer: ({ spans }, { page_token }) => spanPage(spans[0], page_token),
});

const spanTool = defineTool({
  name: 'get_span',
  description: 'A span with its inputs and outputs.',
  given: z.object({ span_id: z.string(), page_token: page }),
  properties: {
    span_id: { type: 'string', description: 'Of the span, as list_spans tells it.' },
    page_token: pageToken,
  },
  answer: ({ spans }, { span_id, page_token }) => {
    const span = spans.find(({ spanId }) => spanId === span_id);
    return span
      ? spanPage(span, page_token)
      : `There is no span '${span_id}': list_spans tells which there are.`;
  },
});

const searchTool = defineTool({
  name: 'search_trace_regex',
  description:
    'Where a regular expression (RE2, upper and lower case are the same) matches in the inputs and outputs of the spans.',
  given: z.object({
    pattern: z.string().min(1).max(1000),
    max_matches: z.coerce.number().int().min(1).max(MOST_MATCHES).catch(MOST_MATCHES),
    surrounding_content_length: z.coerce.number().int().min(0).max(MOST_CONTEXT).catch(100),
  }),
  properties: {
    pattern: { type: 'string', description: 'The regular expression.' },
    max_matches: { type: 'integer', description: `At most ${MOST_MATCHES}.` },
    surrounding_content_length: {
      type: 'integer',
      description: 'Characters around a match; 100 unless told.',
    },
  },
  answer: searchTrace,
});

const TOOLS = [traceInfoTool, listSpansTool, rootSpanTool, spanTool, searchTool];

/** What a judge may look up in a trace; names and arguments are those of MLflow's judges. Every answer is bounded and is a block. */
export function traceTools(trace: ScoredTrace): readonly JudgeTool[] {
  return TOOLS.map((toolOf) => toolOf(trace));
}

/** The block that a judge of a whole trace begins with. */
export function traceBlock(trace: ScoredTrace): string {
  return `${traceInfo(trace)}\n\nSpans (look closer with the tools):\n${outlineOf(trace)}`;
}

interface ToolDefinition<Shape extends z.ZodObject> {
  readonly name: string;
  readonly description: string;
  readonly given: Shape;
  readonly properties: Readonly<Record<string, { readonly type: string; readonly description: string }>>;
  answer(trace: ScoredTrace, given: z.output<Shape>): string;
}

function defineTool<Shape extends z.ZodObject>(
  definition: ToolDefinition<Shape>,
): (trace: ScoredTrace) => JudgeTool {
  const { name, description, given: shape, properties } = definition;
  const required = Object.keys(properties).filter((key) => key === 'span_id' || key === 'pattern');
  return (trace) => ({
    name,
    description,
    parameters: { type: 'object', properties, required },
    answer: ({ arguments: given }) => {
      const { success, data, error } = shape.safeParse(parseArguments(given));
      const text = success
        ? definition.answer(trace, data)
        : `The arguments are not right: ${faultsOf(error)}.`;
      return writeBlocks({ [name]: cutMiddle(text, MAX_ANSWER_CHARACTERS) });
    },
  });
}

function faultsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

function parseArguments(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    return 'not JSON';
  }
}

function listSpans({ spans }: ScoredTrace, from: number): string {
  const listed = spans.slice(from, from + SPANS_A_PAGE).map((span) => spanLine(span, 0));
  const next = from + listed.length;
  return [...listed, next < spans.length ? `page_token: ${next}` : 'There are no more.'].join('\n');
}

function spanPage(span: ScoredSpan | undefined, from: number): string {
  if (!span) return 'The trace has no spans.';
  const text = spanText(span);
  const room = MAX_ANSWER_CHARACTERS - 200;
  const shown = text.slice(from, from + room);
  return from + room < text.length ? `${shown}\npage_token: ${from + room}` : shown;
}

function spanText(span: ScoredSpan): string {
  const { inputs = null, outputs = null, documents, tools } = span;
  return `${spanLine(span, 0)}\n${JSON.stringify({ inputs, outputs, documents, tools }, null, 2)}`;
}

function searchTrace(
  { spans }: ScoredTrace,
  search: { pattern: string; max_matches: number; surrounding_content_length: number },
): string {
  const pattern = compile(search.pattern);
  if (typeof pattern === 'string') return pattern;
  const found: string[] = [];
  let left = MAX_SEARCHED_CHARACTERS;
  for (const span of spans) {
    const text = spanText(span).slice(0, left);
    left -= text.length;
    const matcher = pattern.matcher(text);
    while (found.length < search.max_matches && matcher.find()) {
      const context = search.surrounding_content_length;
      found.push(
        `span ${span.spanId}: …${text.slice(Math.max(0, matcher.start() - context), matcher.end() + context)}…`,
      );
    }
    if (left <= 0) found.push('The rest of this very long trace was not searched.');
    if (left <= 0 || found.length >= search.max_matches) break;
  }
  return found.length === 0 ? 'Nothing matches.' : found.join('\n\n');
}

function compile(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (error instanceof RE2JSException)
      return `The pattern is no regular expression of RE2: ${error.message}.`;
    throw error;
  }
}
