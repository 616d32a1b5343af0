import { Rejected, Unavailable } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { jobId, splitJobId } from './job-id.ts';
import { outcomeOf } from './job-outcome.ts';
import { JobPostponed } from './job-queue.ts';

const run = { attempt: 1, attempts: 5, backoffMs: 1_000 };

describe('what becomes of a job whose handler threw', () => {
  it('tries an error again after a wait that doubles, with jitter, up to an hour', () => {
    const waitOf = (attempt: number, random: number) => {
      const outcome = outcomeOf(new Error('x'), { ...run, attempts: 100, attempt }, random);
      return outcome.type === 'again' ? outcome.waitMs : undefined;
    };
    expect([1, 2, 3, 4].map((attempt) => waitOf(attempt, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waitOf(1, 0)).toBe(750);
    expect(waitOf(1, 1)).toBe(1_250);
    expect(waitOf(60, 0.5)).toBe(3_600_000);
  });

  it('waits as long as Unavailable asks, if the backoff is shorter', () => {
    expect(outcomeOf(new Unavailable('busy', 9_000), run, 0.5)).toEqual({
      type: 'again',
      waitMs: 9_000,
      reason: 'busy',
    });
    expect(outcomeOf(new Unavailable('busy', 10), run, 0.5)).toMatchObject({ waitMs: 1_000 });
  });

  it('sets aside what was Rejected, and what has no attempt left, with its reason cut to a bound', () => {
    expect(outcomeOf(new Rejected('never'), run)).toEqual({ type: 'set-aside', reason: 'never' });
    const long = outcomeOf('x'.repeat(10_000), { ...run, attempt: 5 });
    expect(long.type === 'set-aside' && long.reason).toHaveLength(4_001);
  });

  it('postpones, whatever the attempt', () => {
    const last = { ...run, attempt: 5 };
    expect(outcomeOf(new JobPostponed(50), last)).toEqual({ type: 'postponed', waitMs: 50 });
  });
});

it('ids name their kind, and nothing else passes for one', () => {
  expect(splitJobId(jobId('judge-item', 'a-1'))).toEqual({ kind: 'judge-item', id: 'a-1' });
  for (const id of ['', 'judge-item', '.a', 'Judge.a', 'judge.a b', `judge.${'a'.repeat(300)}`]) {
    expect(splitJobId(id)).toBeUndefined();
  }
});
