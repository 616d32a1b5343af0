import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { Rejected } from '@millrace/domain';
import { answerGraphql } from './answer-graphql.ts';
import { MlflowCalls } from './mlflow-calls.ts';

const RUN = {
  info: { run_id: 'r1', experiment_id: '7', start_time: 1795235081870837 },
  data: { metrics: [{ key: 'loss', value: 'NaN', step: 3 }] },
};

/** The REST calls behind it, with what they were asked. */
function serve() {
  const asked: unknown[] = [];
  const fastify = Fastify();
  fastify.post('/api/2.0/mlflow/runs/search', (request) => {
    asked.push([request.headers['x-mlflow-workspace'], request.body]);
    return { runs: [RUN] };
  });
  fastify.get('/api/2.0/mlflow/experiments/get', (request, reply) => {
    asked.push(request.query);
    void reply.status(404);
    return { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'No Experiment' };
  });
  fastify.get('/api/2.0/mlflow/model-versions/search', (request) => {
    asked.push(request.query);
    return { model_versions: [{ name: 'm', version: '1' }] };
  });
  return { asked, calls: new MlflowCalls(fastify, { 'x-mlflow-workspace': 'team' }) };
}

describe('GraphQL of MLflow', () => {
  it('is its REST calls in camelCase, in the workspace of the request', async () => {
    const { asked, calls } = serve();
    const query = `query S($input: MlflowSearchRunsInput) { mlflowSearchRuns(input: $input) {
      runs { info { runId startTime } data { metrics { key value step } params { key } } modelVersions { name version } } } }`;
    const variables = { input: { experimentIds: ['7'], maxResults: 5 } };
    const answer = await answerGraphql({ query, variables }, calls);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      data: {
        mlflowSearchRuns: {
          runs: [
            {
              info: { runId: 'r1', startTime: '1795235081870837' },
              data: { metrics: [{ key: 'loss', value: null, step: '3' }], params: [] },
              modelVersions: [{ name: 'm', version: '1' }],
            },
          ],
        },
      },
    });
    expect(asked).toEqual([['team', { experimentIds: ['7'], maxResults: 5 }], { filter: "run_id='r1'" }]);
  });

  it('tells a refusal as apiError', async () => {
    const query =
      '{ mlflowGetExperiment(input: {experimentId: "9"}) { experiment { name } apiError { code message } } }';
    expect(JSON.parse(JSON.stringify(await answerGraphql({ query }, serve().calls)))).toEqual({
      data: {
        mlflowGetExperiment: {
          experiment: null,
          apiError: { code: 'RESOURCE_DOES_NOT_EXIST', message: 'No Experiment' },
        },
      },
    });
  });

  it.each(['{', '{ nothing }', `{ ${'a '.repeat(3000)} }`, 'mutation { nothing }'])(
    'refuses %.20s',
    async (query) => {
      await expect(answerGraphql({ query }, serve().calls)).rejects.toThrow(Rejected);
    },
  );
});
