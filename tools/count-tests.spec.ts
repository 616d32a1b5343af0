import { describe, expect, it } from 'vitest';
import {
  chooseSuites,
  countCheck,
  countVitest,
  failedFiles,
  totalOf,
  withSecondRun,
} from './count-tests.mjs';

const test = (status: string) => ({ status, fullName: `a ${status} test` });
const file = (...statuses: string[]) => ({
  name: 'a.spec.ts',
  status: statuses.every((s) => s === 'passed') ? 'passed' : 'failed',
  assertionResults: statuses.map(test),
});

describe('countVitest', () => {
  it('counts passed and failed tests', () => {
    expect(countVitest({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toMatchObject({
      passed: 2,
      failed: 1,
    });
  });

  it('counts a skipped test as failed', () => {
    expect(countVitest({ testResults: [file('passed', 'skipped')] }, 0)).toMatchObject({
      passed: 1,
      failed: 1,
    });
    expect(countVitest({ testResults: [file('todo')] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts a file that could not be loaded, a crash, an empty run and a bad exit', () => {
    expect(
      countVitest(
        {
          testResults: [
            { name: 'b.spec.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] },
          ],
        },
        1,
      ),
    ).toMatchObject({ failed: 1 });
    expect(countVitest(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest({ testResults: [file('passed')] }, 134)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('adds up over suites', () => {
    expect(
      totalOf([
        { passed: 2, failed: 0 },
        { passed: 3, failed: 1 },
      ]),
    ).toEqual({ passed: 5, failed: 1 });
  });
});

it('a suite that a signal or the time limit ended has failed, though its report looks well', () => {
  expect(countVitest({ testResults: [file('passed')] }, null)).toMatchObject({ passed: 1, failed: 1 });
  expect(countCheck(null)).toMatchObject({ passed: 0, failed: 1 });
  expect(countCheck(1)).toMatchObject({ passed: 0, failed: 1 });
  expect(countCheck(0)).toMatchObject({ passed: 1, failed: 0 });
});

it('all suites run unless some are named, and a name that is none is refused', () => {
  expect(chooseSuites(['unit', 'e2e'], [])).toEqual(['unit', 'e2e']);
  expect(chooseSuites(['unit', 'e2e'], ['e2e'])).toEqual(['e2e']);
  expect(() => chooseSuites(['unit', 'e2e'], ['unti'])).toThrow(
    'there is no suite unti; there are unit, e2e',
  );
});

describe('withSecondRun', () => {
  const named = (name: string, ...statuses: string[]) => ({ ...file(...statuses), name });
  const first = { testResults: [named('a.spec.ts', 'passed'), named('b.spec.ts', 'passed', 'failed')] };

  it('is asked for the files that failed', () => {
    expect(failedFiles(first)).toEqual(['b.spec.ts']);
    const unloaded = { name: 'c.spec.ts', status: 'failed', assertionResults: [] };
    expect(failedFiles({ testResults: [unloaded] })).toEqual(['c.spec.ts']);
  });

  it('tells of a test that passed at the second try only', () => {
    const tests = [test('passed'), { ...test('passed'), fullName: 'a failed test' }];
    const second = { testResults: [{ name: 'b.spec.ts', status: 'passed', assertionResults: tests }] };
    expect(countVitest(withSecondRun(first, second), 0)).toEqual({
      passed: 3,
      failed: 0,
      problems: ['passed at the second try only: b.spec.ts > a failed test'],
    });
  });

  it('leaves failed what failed twice, and what the second run did not reach', () => {
    expect(countVitest(withSecondRun(first, first), 1)).toMatchObject({ passed: 2, failed: 1 });
    expect(countVitest(withSecondRun(first, { testResults: [] }), 1)).toMatchObject({ passed: 2, failed: 1 });
    expect(countVitest(withSecondRun(first, undefined), 1)).toMatchObject({ passed: 2, failed: 1 });
  });
});
