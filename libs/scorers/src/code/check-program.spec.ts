import { Rejected } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { checkScorer, loadScorer } from '../definitions/load-scorer.ts';

const define = (source: string): string =>
  JSON.stringify({ millrace_scorer: { kind: 'code', parameters: { source } } });

const fault = (source: string): unknown => {
  try {
    checkScorer(define(source), 'mine');
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(Rejected);
    return (error as Rejected).message;
  }
};

describe('a program that is registered', () => {
  it.each([
    ['export default ({ outputs }) => outputs?.length > 3;'],
    ['const answer = await Promise.resolve(1);\nexport default async () => answer;'],
    [
      'class Judge { #limit = 3; static { this.made = true; } score = () => this.#limit; }\nexport default new Judge().score',
    ],
    ['function score() { return null; }\nexport { score as default };'],
    ['export default () => /(?<year>\\d{4})/u.test("2026") ? 1_000 : [1, 2].findLast(Boolean) ?? 0'],
  ])('may be any module: %s', (source) => {
    expect(fault(source)).toBeUndefined();
  });

  it.each([
    [
      'export default ({ outputs }) => {\n  return outputs.length >;\n};',
      'line 2, column 26: Unexpected token',
    ],
    ['export default () => {', 'line 1, column 23: Unexpected token'],
    ["export default () => 'open", 'line 1, column 22: Unterminated string constant'],
    [
      'const a = 1;\nconst a = 2;\nexport default () => a;',
      "line 2, column 7: Identifier 'a' has already been declared",
    ],
    ['def score(outputs):\n  return 1', 'line 1, column 5: Unexpected token'],
    ['export default () => with_(1);\nwith (Math) { max(1) }', "line 2, column 1: 'with' in strict mode"],
  ])('is refused with the place of its fault: %s', (source, expected) => {
    expect(fault(source)).toBe(`The program of scorer 'mine' has a fault in ${expected}.`);
  });

  it('needs a default export', () => {
    expect(fault('export const score = () => 1;')).toContain(
      "no default export: begin its function with 'export default'",
    );
  });

  it('may still be loaded as it was kept, for it says itself what is wrong when it runs', () => {
    expect(loadScorer(define('export default () => {'), 'mine').name).toBe('mine');
  });
});
