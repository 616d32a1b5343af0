import type { ChatTurn } from './chat-trace.ts';
import { answerTo } from './chat-trace.ts';
import { answer, type DemoTarget } from './demo-target.ts';

const DATASET_NAME = 'shop-assistant golden questions';
const QUEUE_NAME = 'Answers that customers disliked';
const REVIEWER = 'maria@trailshop.example';

/** A data set made of good answers; records with the same inputs are merged, so it never doubles. */
export async function loadDataset(
  { api }: DemoTarget,
  experimentId: string,
  golden: readonly ChatTurn[],
): Promise<string> {
  const query = { experiment_id: experimentId };
  const { datasets } = await answer(api.GET('/api/v1/datasets', { params: { query } }));
  const found = datasets.find(({ name }) => name === DATASET_NAME);
  const tags = { made_by: 'npm run demo' };
  const dataset =
    found ??
    (await answer(
      api.POST('/api/v1/datasets', { body: { name: DATASET_NAME, experiment_ids: [experimentId], tags } }),
    ));
  const records = golden.map((turn) => ({
    inputs: { question: turn.topic.question },
    outputs: { answer: answerTo(turn), sources: [turn.topic.article] },
    expectations: { expected_response: turn.topic.answer },
    source: { source_type: 'TRACE' as const, source_data: { trace_id: `tr-${turn.traceId}` } },
  }));
  const path = { id: dataset.dataset_id };
  await answer(api.POST('/api/v1/datasets/{id}/records', { params: { path }, body: { records } }));
  return dataset.dataset_id;
}

const QUESTIONS = [
  {
    name: 'correctness',
    kind: 'feedback',
    input: { kind: 'pass_fail', positive_label: 'Correct', negative_label: 'Wrong' },
    instruction: 'Does the answer say what the article says?',
    has_comment: true,
  },
  {
    name: 'tone',
    kind: 'feedback',
    input: {
      kind: 'categorical',
      options: ['friendly', 'neutral', 'too chatty', 'rude'],
      multi_select: false,
    },
    instruction: 'How does the answer sound?',
    has_comment: false,
  },
  {
    name: 'expected_response',
    kind: 'expectation',
    input: { kind: 'text', max_length: 1000 },
    instruction: 'What should have been answered?',
    has_comment: false,
  },
] as const;

/** Questions for reviewers, and a queue of traces that customers did not find helpful. */
export async function loadReview(
  { api }: DemoTarget,
  experimentId: string,
  disliked: readonly string[],
): Promise<void> {
  const query = { experiment_id: experimentId };
  const { label_schemas: schemas } = await answer(api.GET('/api/v1/label-schemas', { params: { query } }));
  const ids: string[] = [];
  for (const question of QUESTIONS) {
    const found = schemas.find(({ name }) => name === question.name);
    const made =
      found ??
      (await answer(
        api.POST('/api/v1/label-schemas', { body: { experiment_id: experimentId, ...labelBody(question) } }),
      ));
    ids.push(made.schema_id);
  }
  const { review_queues: queues } = await answer(api.GET('/api/v1/review-queues', { params: { query } }));
  const body = {
    experiment_id: experimentId,
    name: QUEUE_NAME,
    users: [REVIEWER],
    schema_ids: ids,
    created_by: REVIEWER,
  };
  const queue =
    queues.find(({ name }) => name === QUEUE_NAME) ??
    (await answer(api.POST('/api/v1/review-queues', { body })));
  if (disliked.length === 0) return;
  const path = { queue_id: queue.queue_id };
  await answer(
    api.POST('/api/v1/review-queues/{queue_id}/items', {
      params: { path },
      body: { trace_ids: [...disliked] },
    }),
  );
}

function labelBody(question: (typeof QUESTIONS)[number]) {
  const { input } = question;
  return {
    ...question,
    input: input.kind === 'categorical' ? { ...input, options: [...input.options] } : input,
  };
}
