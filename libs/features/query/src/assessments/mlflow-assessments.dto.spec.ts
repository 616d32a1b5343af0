import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAssessment, storedAssessment, withUpdate } from '@millrace/domain';
import { readMlflowParameters } from '@millrace/service-kit';
import { completeAssessment } from './complete-assessment.ts';
import {
  createAssessmentMessage,
  toMlflowAssessment,
  toNewAssessment,
  toUpdate,
  updateAssessmentMessage,
} from './mlflow-assessments.dto.ts';

interface Exchange {
  readonly feature: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly request: { readonly assessment?: object } | null;
  readonly response: { readonly assessment: { readonly trace_id: string; readonly assessment_id: string } };
}

const CALLS = readFileSync('test/fixtures/mlflow-calls.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Exchange);
const CREATED = CALLS.filter(
  ({ method, path, status }) => method === 'POST' && path.endsWith('/assessments') && status === 200,
);
const NOW = Date.UTC(2026, 10, 21);

const read = (trace: string, body: unknown) =>
  readMlflowParameters({ body, query: {}, params: { trace_id: trace } }, createAssessmentMessage);

function created(trace: string, body: unknown, position?: number) {
  return completeAssessment(
    toNewAssessment(read(trace, body).assessment),
    trace.replace('tr-', ''),
    NOW,
    position,
  );
}

describe('a recorded assessment', () => {
  it('there are some', () => expect(CREATED.length).toBeGreaterThan(4));

  it.each(CREATED)('is answered as the stock server did', ({ request, response: { assessment } }) => {
    const told = created(assessment.trace_id, request);
    const answer = toMlflowAssessment(told, assessment.trace_id.replace('tr-', ''));
    expect(answer).toEqual({ ...assessment, assessment_id: answer.assessment_id });
    expect(answer.assessment_id).toMatch(/^a-[0-9a-f]{32}$/);
    expect(parseAssessment(JSON.stringify(storedAssessment(told)))).toEqual(told);
  });
});

describe('the id of an assessment', () => {
  const body = { assessment: { assessment_name: 'x', feedback: { value: 1 } } };
  const timed = { assessment: { ...body.assessment, create_time: '2026-01-02T03:04:05Z' } };

  it('follows from a call that may be repeated', () => {
    expect(created('tr-1', timed).id).toBe(created('tr-1', timed).id);
    expect(created('tr-1', timed).id).not.toBe(created('tr-2', timed).id);
    expect(created('tr-1', body).id).not.toBe(created('tr-1', body).id);
  });

  it('keeps the order of one start-trace', () => {
    const ids = [0, 1, 2, 16].map((position) => created('tr-1', body, position).id);
    expect([...ids].sort()).toEqual(ids);
    expect(created('tr-1', body, 1).id).toBe(ids[1]);
  });
});

describe('an update', () => {
  const update = (assessment: object, mask: string) =>
    toUpdate(
      readMlflowParameters(
        {
          body: { assessment, update_mask: mask },
          query: {},
          params: { trace_id: 'tr-1', assessment_id: 'a-1' },
        },
        updateAssessmentMessage,
      ),
    );

  it('says what its mask names, in either spelling', () => {
    const told = { assessment_name: 'n', rationale: 'r', metadata: { a: '1' }, feedback: { value: 2 } };
    expect(update(told, 'assessmentName,feedback')).toEqual({
      name: 'n',
      content: { kind: 'feedback', value: 2, error: undefined },
    });
    expect(update({ ...told, valid: false }, 'assessment_name, rationale,metadata,valid')).toEqual({
      name: 'n',
      rationale: 'r',
      metadata: new Map([['a', '1']]),
      isValid: false,
    });
    const before = created('tr-1', {
      assessment: { assessmentName: 'x', feedback: { value: 1 }, rationale: 'stays' },
    });
    expect(withUpdate(before, update(told, 'feedback'), 9)).toMatchObject({
      name: 'x',
      rationale: 'stays',
      updatedAt: 9,
    });
  });

  it.each(['', 'source', 'feedback,createTime'])('with the mask %j is refused', (mask) => {
    expect(() => update({ feedback: { value: 1 } }, mask)).toThrow('update_mask');
  });
});
