import { expect, it } from 'vitest';
import { loadSubject, subjectFixture } from '../../spec/load-subject.ts';
import type { ScoredTrace } from '../subject.ts';
import { MAX_ANSWER_CHARACTERS, traceBlock, traceTools } from './trace-tools.ts';

const LONG = 'x'.repeat(100_000);
const trace = traceOf({
  inputs: 'How?',
  outputs: 'So.',
  spans: [
    { spanId: 'a1', name: 'root', type: 'AGENT', inputs: 'How?', outputs: 'So.' },
    {
      spanId: 'b2',
      parentSpanId: 'a1',
      name: 'search',
      type: 'TOOL',
      inputs: { q: 'Lisbon' },
      failed: 'timed out',
    },
    { spanId: 'c3', parentSpanId: 'a1', name: 'long', type: 'TOOL', outputs: `${LONG}needle` },
  ],
});

function traceOf(told: object): ScoredTrace {
  const subject = loadSubject(subjectFixture.parse({ trace: told }));
  if (subject.level !== 'trace') throw new Error('the fixture is a trace');
  return subject.trace;
}

/** What a tool says inside its block. */
function use(name: string, given: unknown = {}): string {
  const tool = traceTools(trace).find((each) => each.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  const text = tool.answer({
    id: '1',
    name,
    arguments: typeof given === 'string' ? given : JSON.stringify(given),
  });
  expect(text).toMatch(new RegExp(`^<<<begin ${name} [0-9a-f]{32}>>>\\n`));
  expect(text.length).toBeLessThan(MAX_ANSWER_CHARACTERS + 200);
  return text.split('\n').slice(1, -1).join('\n');
}

it('begins with an outline of the trace', () => {
  const block = traceBlock(trace);
  expect(block).toContain('- a1 "root" AGENT 1000 ms OK');
  expect(block).toContain('  - b2 parent=a1 "search" TOOL 1000 ms ERROR: "timed out"');
  expect(block).not.toContain('Lisbon');
  const many = traceOf({ spans: Array.from({ length: 5000 }, (_, index) => ({ spanId: `s${index}` })) });
  expect(traceBlock(many).split('\n').length).toBeLessThan(230);
  expect(traceBlock(many)).toContain('… and 4800 more');
});

it('tells of the trace and its spans', () => {
  expect(use('get_trace_info')).toContain('"state": "OK"');
  expect(use('list_spans')).toMatch(/b2.*\n.*c3.*\nThere are no more\.$/);
  expect(use('get_root_span')).toContain('"outputs": "So."');
  expect(use('get_span', { span_id: 'b2' })).toContain('"q": "Lisbon"');
  expect(use('get_span', { span_id: 'zz' })).toContain("no span 'zz'");
});

it('tells of a long span page by page', () => {
  let from: string | undefined = '0';
  let text = '';
  while (from !== undefined) {
    const page = use('get_span', { span_id: 'c3', page_token: from });
    from = /page_token: (\d+)$/.exec(page)?.[1];
    text += page.replace(/\npage_token: \d+$/, '');
  }
  expect(text).toContain(`${LONG}needle`);
});

it('searches', () => {
  expect(use('search_trace_regex', { pattern: 'lis[b]on' })).toMatch(/^span b2: ….*Lisbon.*…$/s);
  expect(use('search_trace_regex', { pattern: 'needle', surrounding_content_length: 3 })).toBe(
    'span c3: …xxxneedle"\n}…',
  );
  expect(use('search_trace_regex', { pattern: 'x', max_matches: 2 }).match(/^span /gm)).toHaveLength(2);
  expect(use('search_trace_regex', { pattern: 'nowhere' })).toBe('Nothing matches.');
});

it('answers what can not be understood with the reason', () => {
  expect(use('search_trace_regex', { pattern: '(' })).toContain('no regular expression');
  expect(use('search_trace_regex')).toContain('pattern:');
  expect(use('get_span', 'no JSON')).toContain('The arguments are not right');
  expect(use('list_spans', { page_token: 'x' })).toContain('page_token');
  expect(use('list_spans', '')).toContain('a1');
});
