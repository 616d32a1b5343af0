import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Evaluation = Schemas['Evaluation'];
export type EvaluationItem = Schemas['EvaluationItem'];
export type EvaluationScore = Schemas['EvaluationScore'];
export type EvaluationResults = Schemas['EvaluationResults'];
export type ScorerSummary = Schemas['ScorerSummary'];
export type FailureGroup = Schemas['FailureGroup'];
export type Ledger = Schemas['Ledger'];
export type Estimate = Schemas['Estimate'];
export type Comparison = Schemas['Comparison'];
export type ScorerChoice = Schemas['CreateEvaluationBody']['scorers'][number];
export type ComparedSideChoice = Schemas['CompareEvaluationsBody']['baseline'];
export type NewEvaluation = Partial<Schemas['CreateEvaluationBody']> &
  Pick<Schemas['CreateEvaluationBody'], 'experiment_id' | 'scorers'>;

/** What a running evaluation may be told. */
export type EvaluationDeed = 'pause' | 'resume' | 'cancel' | 'retry-failed';

const PAGE = 50;
const ITEMS = 100;
const PROGRESS_MS = 1500;
const ENDED: readonly Evaluation['state'][] = ['finished', 'cancelled', 'failed'];

/** Every query of evaluations: what a change of one makes stale. */
export const EVALUATIONS_KEY = ['evaluations'] as const;

export function isEnded({ state }: Pick<Evaluation, 'state'>): boolean {
  return ENDED.includes(state);
}

/** Whether figures still change by themselves. */
function isMoving(evaluation: Evaluation | undefined): boolean {
  return evaluation !== undefined && !isEnded(evaluation) && evaluation.state !== 'paused';
}

/** The newest first; asked again while one of them runs. */
export const evaluationsQuery = (experimentId: string) =>
  infiniteQueryOptions({
    queryKey: [...EVALUATIONS_KEY, 'list', experimentId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/evaluations', {
          params: {
            query: {
              experiment_id: experimentId,
              limit: PAGE,
              ...(pageParam !== '' && { page_token: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: token }) => token,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ evaluations }) => evaluations.some(isMoving)) === true ? PROGRESS_MS : false,
  });

/** Asked again until it has ended. */
export const evaluationQuery = (id: string) =>
  queryOptions({
    queryKey: [...EVALUATIONS_KEY, 'one', id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/evaluations/{evaluation_id}', { params: { path: { evaluation_id: id } }, signal }),
      ),
    refetchInterval: ({ state }) => (isMoving(state.data) ? PROGRESS_MS : false),
  });

/** The scores of several; those of ended ones are asked for once, whatever was found while they ran. */
export const evaluationScoresQuery = (ids: readonly string[], areEnded: boolean) =>
  queryOptions({
    queryKey: [...EVALUATIONS_KEY, areEnded ? 'scores' : 'scores-so-far', ...ids],
    enabled: ids.length > 0,
    staleTime: areEnded ? Infinity : 0,
    refetchInterval: areEnded ? false : PROGRESS_MS,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/evaluations/scores', { params: { query: { evaluation_id: [...ids] } }, signal }),
      ),
  });

export const evaluationResultsQuery = (evaluation: Evaluation) =>
  queryOptions({
    queryKey: [...EVALUATIONS_KEY, 'results', evaluation.evaluation_id, evaluation.state],
    refetchInterval: isMoving(evaluation) ? PROGRESS_MS : false,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/evaluations/{evaluation_id}/results', {
          params: { path: { evaluation_id: evaluation.evaluation_id } },
          signal,
        }),
      ),
  });

/** Which rows of the ledger are shown. */
export interface ItemFilter {
  readonly state?: EvaluationItem['state'] | undefined;
  readonly scorer?: string | undefined;
  readonly passing?: boolean | undefined;
}

export const evaluationItemsQuery = (evaluation: Evaluation, { state, scorer, passing }: ItemFilter) =>
  infiniteQueryOptions({
    queryKey: [
      ...EVALUATIONS_KEY,
      'items',
      evaluation.evaluation_id,
      evaluation.state,
      state,
      scorer,
      passing,
    ],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/evaluations/{evaluation_id}/items', {
          params: {
            path: { evaluation_id: evaluation.evaluation_id },
            query: {
              limit: ITEMS,
              ...(state !== undefined && { state }),
              ...(scorer !== undefined && { scorer }),
              ...(passing !== undefined && { passing: String(passing) }),
              ...(pageParam !== '' && { page_token: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: token }) => token,
  });

export function createEvaluation(body: NewEvaluation): Promise<Evaluation> {
  return dataOf(api.POST('/api/v1/evaluations', { body: body as Schemas['CreateEvaluationBody'] }));
}

export const estimateQuery = (body: NewEvaluation, isWanted: boolean) =>
  queryOptions({
    queryKey: ['estimate', body],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/v1/evaluations/estimate', {
          body: body as Schemas['EstimateEvaluationBody'],
          signal,
        }),
      ),
  });

export async function tellEvaluation(id: string, deed: EvaluationDeed): Promise<void> {
  const asked = { params: { path: { evaluation_id: id } } };
  if (deed === 'pause') await dataOf(api.POST('/api/v1/evaluations/{evaluation_id}/pause', asked));
  if (deed === 'resume') await dataOf(api.POST('/api/v1/evaluations/{evaluation_id}/resume', asked));
  if (deed === 'cancel') await dataOf(api.POST('/api/v1/evaluations/{evaluation_id}/cancel', asked));
  if (deed === 'retry-failed')
    await dataOf(api.POST('/api/v1/evaluations/{evaluation_id}/retry-failed', asked));
}

export async function deleteEvaluation(id: string): Promise<void> {
  await dataOf(
    api.DELETE('/api/v1/evaluations/{evaluation_id}', { params: { path: { evaluation_id: id } } }),
  );
}

export const comparisonQuery = (
  experimentId: string,
  baseline: ComparedSideChoice,
  candidate: ComparedSideChoice,
) =>
  queryOptions({
    queryKey: ['comparison', experimentId, baseline, candidate],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/v1/comparisons', {
          body: { experiment_id: experimentId, baseline, candidate } as Schemas['CompareEvaluationsBody'],
          signal,
        }),
      ),
  });
