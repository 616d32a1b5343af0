import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rejected } from '../errors.ts';
import type { Filter, SpanFilter } from './filter.ts';
import { parseFilter } from './parse-filter.ts';

describe('a comparison', () => {
  it.each([
    ["request_id = 'tr-1'", ['trace', 'request_id', '=', 'tr-1']],
    ["attributes.request_id IN ('a', 'b')", ['trace', 'request_id', 'IN', ['a', 'b']]],
    ["trace.request_id not in ('a')", ['trace', 'request_id', 'NOT IN', ['a']]],
    ['timestamp > 1700000000000', ['trace', 'timestamp', '>', 1700000000000]],
    ['attribute.timestamp_ms<=5', ['trace', 'timestamp', '<=', 5]],
    ['execution_time_ms >= 1.5e3', ['trace', 'execution_time', '>=', 1500]],
    ['trace.execution_time != -2', ['trace', 'execution_time', '!=', -2]],
    ['end_time < 9', ['trace', 'end_time', '<', 9]],
    ["status = 'ERROR'", ['trace', 'status', '=', 'ERROR']],
    ["attributes.status != 'OK'", ['trace', 'status', '!=', 'OK']],
    ["name ILIKE 'a%'", ['trace', 'name', 'ILIKE', 'a%']],
    ['name IS NOT NULL', ['trace', 'name', 'IS NOT NULL', undefined]],
    ['client_request_id rlike "^r\\d"', ['trace', 'client_request_id', 'RLIKE', '^r\\d']],
    ["attribute.run_id = '1964'", ['trace', 'run_id', '=', '1964']],
    ["prompt = 'p/1'", ['trace', 'prompt', '=', 'p/1']],
    ["tag.env = 'prod'", ['tag', 'env', '=', 'prod']],
    ["tags.`mlflow.user` LIKE 'a_c'", ['tag', 'mlflow.user', 'LIKE', 'a_c']],
    ['tags."my key" IS NULL', ['tag', 'my key', 'IS NULL', undefined]],
    ["tags.a-b = 'it''s'", ['tag', 'a-b', '=', "it's"]],
    [String.raw`tags.a = 'it\'s 100\%'`, ['tag', 'a', '=', String.raw`it's 100\%`]],
    ["request_metadata.`mlflow.modelId` = 'm-1'", ['metadata', 'mlflow.modelId', '=', 'm-1']],
    [
      'metadata.mlflow.trace.tokenUsage IS NOT NULL',
      ['metadata', 'mlflow.trace.tokenUsage', 'IS NOT NULL', undefined],
    ],
    ["feedback.quality = 'good'", ['feedback', 'quality', '=', 'good']],
    ['feedback.quality >= 0.5', ['feedback', 'quality', '>=', 0.5]],
    ["expectation.truth RLIKE '4.'", ['expectation', 'truth', 'RLIKE', '4.']],
    ["issue.id = 'iss-1'", ['issue', 'id', '=', 'iss-1']],
  ])('%s', (text, [entity, key, comparator, value]) => {
    const filter = parseFilter(text);
    expect(filter).toEqual({
      kind: 'comparison',
      field: { entity, key },
      comparator,
      ...(value !== undefined && { value }),
      range: { start: 0, end: text.length },
    });
  });
});

describe('a condition on a span', () => {
  it.each([
    ["trace.text LIKE '%apple%'", ['span', 'content', 'LIKE', '%apple%']],
    ["text MATCH 'apple pie'", ['span', 'content', 'MATCH', 'apple pie']],
    ["inputs MATCH 'refund'", ['span', 'inputs', 'MATCH', 'refund']],
    ["span.name='gamma'", ['span', 'name', '=', 'gamma']],
    ["span.type IN ('TOOL','LLM')", ['span', 'type', 'IN', ['TOOL', 'LLM']]],
    ["span.status = 'ERROR'", ['span', 'status', '=', 'ERROR']],
    [
      "span.attributes.gen_ai.request.model LIKE '%4o%'",
      ['span.attribute', 'gen_ai.request.model', 'LIKE', '%4o%'],
    ],
    ["span.content ILIKE '%x%'", ['span', 'content', 'ILIKE', '%x%']],
    ['span.attributes.retries >= 3', ['span.attribute', 'retries', '>=', 3]],
    ['span.attributes.retries IS NULL', ['span.attribute', 'retries', 'IS NULL', undefined]],
    ["span.latency > '1.5s'", ['span', 'latency', '>', 1500]],
    ['span.tokens >= 100', ['span', 'tokens.total', '>=', 100]],
    ["'apple pie'", ['span', 'content', 'MATCH', 'apple pie']],
    ['b7ad6b7169203331', ['span', 'id', '=', 'b7ad6b7169203331']],
    ['1234567890123456', ['span', 'id', '=', '1234567890123456']],
  ])('%s', (text, [entity, key, comparator, value]) => {
    const range = { start: 0, end: text.length };
    const where = { kind: 'comparison', field: { entity, key }, comparator, range };
    expect(parseFilter(text)).toEqual({
      kind: 'span',
      where: { ...where, ...(value !== undefined && { value }) },
      range,
    });
  });

  it.each([
    ["span(name = 'a' AND (model = 'x' OR NOT span.model = 'y'))", 'span((a and (x or not y)))'],
    [
      "span(type = 'L' AND ancestor(type = 'A') AND NOT descendant(status = 'E' AND parent(name = 'p')))",
      'span((L and ancestor(A) and not descendant((E and parent(p)))))',
    ],
  ])('%s is one condition with its structure', (text, expected) => {
    expect(parseFilter(text)).toMatchObject({ kind: 'span', range: { start: 0, end: text.length } });
    expect(shape(text)).toBe(expected);
  });
});

describe('an id that stands alone', () => {
  it.each([
    '4bf92f3577b34da6a3ce929d0e0e4736',
    'tr-4bf92f3577b34da6a3ce929d0e0e4736',
    "'4bf92f3577b34da6a3ce929d0e0e4736'",
    '4BF92F35-77B3-4DA6-A3CE-929D0E0E4736',
  ])('%s is a trace', (text) => {
    expect(parseFilter(text)).toMatchObject({
      field: { entity: 'trace', key: 'request_id' },
      comparator: '=',
      value: 'tr-4bf92f3577b34da6a3ce929d0e0e4736',
    });
  });
});

describe('clauses together', () => {
  it('AND binds tighter than OR, brackets and NOT bind as written', () => {
    expect(shape("status='a' AND status='b' or not (status='c' oR status='d') and status='e'")).toBe(
      '((a and b) or (not (c or d) and e))',
    );
  });

  it('span clauses of one AND hold on the same span, brackets and span() make a span of their own', () => {
    expect(shape("span.name='a' AND status='b' AND span.type='c'")).toBe('(span((a and c)) and b)');
    expect(shape("(span.name='a' AND span.type='b') AND (span.name='c')")).toBe(
      '(span((a and b)) and span(c))',
    );
    expect(shape("span.name='a' AND span(name='c')")).toBe('(span(a) and span(c))');
    expect(shape("span.name='a' AND NOT span.name='b' AND span.name='c'")).toBe(
      '(span((a and c)) and not span(b))',
    );
  });

  it('knows where each stands', () => {
    const filter = parseFilter("  status = 'OK'\n AND  name = 'x' ");
    expect(filter).toMatchObject({
      kind: 'and',
      operands: [{ range: { start: 2, end: 15 } }, { range: { start: 22, end: 32 } }],
    });
  });

  it.each(['', '  \n'])('a blank filter %j is none', (text) => expect(parseFilter(text)).toBeUndefined());
});

describe('a fault', () => {
  it.each([
    ["bogus = 'x'", 'bogus', "Invalid attribute key 'bogus' specified. Valid keys are:"],
    ["trace_id = 'tr-1'", 'trace_id', "Write 'request_id'"],
    ["nothing.x = 'x'", 'nothing.x', "Invalid entity type 'nothing'"],
    [
      "span.bogus = 'x'",
      'span.bogus',
      "Invalid span attribute 'bogus'. Supported attributes: name, status, type",
    ],
    ["constructor = 'x'", 'constructor', "Invalid attribute key 'constructor'"],
    ['status = OK', 'OK', 'Parameter value is either not quoted'],
    ['tags.n = 5', '5', 'Parameter value is either not quoted'],
    ["tags.env > 'a'", '>', "Invalid comparator '>' for tags.env: not one of {'=', '!=', 'LIKE'"],
    ["name IN ('a')", 'IN', "Invalid comparator 'IN' for name"],
    ["run_id NOT IN ('a')", 'NOT IN', "Invalid comparator 'NOT IN' for run_id"],
    ["prompt != 'p/1'", '!=', "Invalid comparator '!=' for prompt"],
    ['status IS NULL', 'IS NULL', "Invalid comparator 'IS NULL' for status"],
    ["metadata.`mlflow.trace.cost` LIKE 'a'", 'LIKE', "Invalid comparator 'LIKE'"],
    ["timestamp > 'a'", "'a'", "Expected a numeric value for timestamp when using comparator '>'"],
    ["timestamp LIKE 'a'", 'LIKE', "Invalid comparator 'LIKE' for timestamp"],
    [
      "feedback.q > 'a'",
      "'a'",
      "Expected a numeric value for feedback.q when using comparator '>'. Got value 'a'",
    ],
    ['status IN ()', ')', 'one or more quoted strings'],
    ['status IN (1)', '1', 'one or more quoted strings'],
    ["status IN 'a'", "'a'", 'Expected a list in brackets'],
    ["status == 'a'", '==', "Invalid comparator '=='"],
    ["status = 'a' name = 'b'", 'name', 'Expected AND or OR'],
    ["(status = 'a'", '(', 'This bracket is not closed'],
    ["status = 'a", "'a", "' is not closed"],
    ["status = 'a' ; DROP", ';', "unexpected ';'"],
    ["= 'a'", '=', 'Expected a field'],
    ["'a' = status", "'a'", 'Expected a field'],
    ["span(kind = 'a')", 'kind', "Invalid span attribute 'kind'"],
    ["span(name = 'a'", '(', 'This bracket is not closed'],
    ["span(sibling(name = 'a'))", 'sibling', "Unknown relation 'sibling'. There are: parent, ancestor"],
    ["span(tags.a = 'b')", 'tags.a', "Invalid span attribute 'tags.a'"],
    ["latency > 'soon'", "'soon'", "a quoted duration such as '1.5s'"],
    ["timestamp > 'monday'", "'monday'", 'a quoted RFC 3339 time'],
    ["name MATCH 'a'", 'MATCH', "Invalid comparator 'MATCH' for name"],
  ])('%s points at %s', (text, fault, message) => {
    const error = faultOf(text);
    expect(error.reason).toBe('invalid');
    const [said, line, carets = ''] = error.message.split('\n');
    expect(said).toContain(message);
    expect(line?.slice(2)).toBe(text);
    expect(text.slice(carets.indexOf('^') - 2, carets.lastIndexOf('^') - 1)).toBe(fault);
  });

  it.each(['status', 'status =', 'status = "a" AND', 'NOT', "status = 'a' AND (", 'name IS'])(
    'at the end of %j is marked there',
    (text) => {
      const [, , carets = ''] = faultOf(text).message.split('\n');
      expect(carets.indexOf('^') - 2).toBe(text.length);
    },
  );

  it('far into a long filter is shown with what surrounds it', () => {
    const text = `${"tags.a = 'x' AND ".repeat(20)}tags.b > 'y' AND ${"tags.a = 'x' AND ".repeat(20)}tags.c = 'z'`;
    const [, line = '', carets = ''] = faultOf(text).message.split('\n');
    expect(line.length).toBeLessThanOrEqual(102);
    expect(line.charAt(carets.indexOf('^'))).toBe('>');
  });

  it.each([
    ['nested too deep', `${'('.repeat(60)}status = 'a'${')'.repeat(60)}`],
    ['too many clauses', Array.from({ length: 201 }, () => "status = 'a'").join(' OR ')],
    ['too long a list', `status IN (${Array.from({ length: 1001 }, () => "'a'").join()})`],
    ['too long', `status = '${'a'.repeat(20_000)}'`],
    ['many relations', `span(${Array.from({ length: 11 }, () => "child(name = 'a')").join(' OR ')})`],
    ['relations too deep', `span(${'parent('.repeat(4)}name = 'a'${')'.repeat(5)}`],
    ['many NOTs', `${'NOT '.repeat(5000)}status = 'a'`],
  ])('%s is refused', (_, text) => expect(faultOf(text)).toBeInstanceOf(Rejected));
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...[
      'status',
      "'a'",
      '=',
      'AND',
      'OR',
      'NOT',
      '(',
      ')',
      'span(',
      'ancestor(',
      'span.name',
      'IS',
      'NULL',
      'IN',
      ',',
    ],
    ...[
      'tags.`k`',
      '12',
      '1e3',
      '4bf92f3577b34da6',
      'MATCH',
      "'1.5s'",
      'latency',
      '"',
      '`',
      '\\',
      '\0',
      '\u{1F600}',
    ],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 20 }).map((parts) => parts.join(' ')),
  );

  it('is a filter, or refused with its place', () => {
    fc.assert(
      fc.property(text, (given) => {
        try {
          parseFilter(given);
        } catch (error) {
          expect(error).toBeInstanceOf(Rejected);
          expect((error as Rejected).message).toMatch(/\n {2}.*\n {2} *\^+$/s);
        }
      }),
      { seed: 20_261_121, numRuns: 2_000 },
    );
  });
});

function faultOf(text: string): Rejected {
  try {
    parseFilter(text);
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
  throw new Error(`not refused: ${text}`);
}

function shape(text: string): string {
  const filter = parseFilter(text);
  return filter ? print(filter) : '';
}

function print(filter: Filter | SpanFilter): string {
  switch (filter.kind) {
    case 'comparison':
      return String(filter.value);
    case 'not':
      return `not ${print(filter.operand)}`;
    case 'span':
      return `span(${print(filter.where)})`;
    case 'related':
      return `${filter.relation}(${print(filter.where)})`;
    default:
      return `(${filter.operands.map(print).join(` ${filter.kind} `)})`;
  }
}
