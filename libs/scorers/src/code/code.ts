import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { NO_EFFORT, needsExpectation } from '../check.ts';
import type { Scorer } from '../scorer.ts';
import type { Subject } from '../subject.ts';
import { checkProgram } from './check-program.ts';
import { describeSubject } from './describe-subject.ts';
import { readVerdicts } from './read-verdicts.ts';

const MEGABYTE = 1024 * 1024;

const parameters = z.strictObject({
  source: z
    .string()
    .min(1)
    .max(100_000)
    .describe(
      'A JavaScript module. Its default export is a function of { inputs, outputs, expectations, trace }, or of { session } at that ' +
        'level; it returns a boolean, a number, a text, { value, rationale, name }, a list of them, or null for no verdict.',
    ),
  level: z.enum(['trace', 'session']).default('trace').describe('What it is given.'),
  needs_expectations: z
    .array(z.string().min(1))
    .default([])
    .describe('Names of expectations without which it skips.'),
  timeout_ms: z.number().int().min(1).max(30_000).default(1_000).describe('Milliseconds that it may take.'),
  memory_mb: z.number().int().min(8).max(256).default(64).describe('Megabytes that it may take.'),
});

export const code = defineBuiltIn({
  name: 'code',
  title: 'Code',
  description: 'Whatever your own JavaScript finds, run without network, files or other modules.',
  level: 'any',
  parameters,
  needsExpectations: [],
  reads: ['whatever the program reads'],
  isJudge: false,
  create: (name, { source, level, needs_expectations, timeout_ms, memory_mb }): Scorer => ({
    name,
    level,
    source: { type: 'code', id: name },
    needsExpectations: needs_expectations,
    effort: NO_EFFORT,
    check: () => checkProgram(source, name),
    score: async (subject, tools) => {
      if (subject.level !== level) throw new Error(`scorer '${name}' is for a ${level}`);
      const missing = needs_expectations.find((expectation) => !isExpected(subject, expectation));
      if (missing !== undefined) return needsExpectation(missing);
      const result = await tools.code.run({
        source,
        argument: describeSubject(subject),
        timeoutMs: timeout_ms,
        memoryBytes: memory_mb * MEGABYTE,
      });
      const verdicts = readVerdicts(result, name);
      return verdicts
        ? { kind: 'scored', verdicts }
        : { kind: 'skipped', reason: 'its program says nothing' };
    },
  }),
});

function isExpected(subject: Subject, name: string): boolean {
  const traces = subject.level === 'trace' ? [subject.trace] : subject.traces;
  return traces.some(({ expectations }) => expectations[name] !== undefined);
}
