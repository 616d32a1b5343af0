import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Scorer = Schemas['Scorer'];
export type BuiltInScorer = Schemas['BuiltInScorer'];
export type OnlineScoring = Schemas['OnlineScoring'];
export type Scoring = Schemas['Scoring'];
export type JudgeAgreement = Schemas['JudgeAgreement'];
/** As the server keeps it: `{"millrace_scorer": {"kind", "parameters"}}`, or what MLflow's client wrote. */
export type ScorerDefinition = Scorer['definition'];

export const SCORERS_KEY = ['scorers'] as const;

export const scorersQuery = (experimentId: string) =>
  queryOptions({
    queryKey: [...SCORERS_KEY, 'list', experimentId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/scorers', { params: { query: { experiment_id: experimentId } }, signal })),
  });

/** Scorers that were never started are absent. */
export const onlineScoringQuery = (experimentId: string) =>
  queryOptions({
    queryKey: [...SCORERS_KEY, 'online', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/scorers/online', { params: { query: { experiment_id: experimentId } }, signal }),
      ),
  });

/** The oldest first. */
export const scorerVersionsQuery = (experimentId: string, name: string) =>
  queryOptions({
    queryKey: [...SCORERS_KEY, 'versions', experimentId, name],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/scorers/versions', {
          params: { query: { experiment_id: experimentId, name } },
          signal,
        }),
      ),
  });

export const builtInScorersQuery = queryOptions({
  queryKey: ['built-in-scorers'],
  staleTime: Infinity,
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/built-in-scorers', { signal })),
});

export function registerScorer(body: Schemas['RegisterScorerBody']): Promise<Scorer> {
  return dataOf(api.POST('/api/v1/scorers', { body }));
}

export async function deleteScorer(experimentId: string, name: string): Promise<void> {
  await dataOf(api.DELETE('/api/v1/scorers', { params: { query: { experiment_id: experimentId, name } } }));
}

export function putOnlineScoring(body: Schemas['PutOnlineScoringBody']): Promise<OnlineScoring> {
  return dataOf(api.PUT('/api/v1/scorers/online', { body }));
}

export function tryScorer(body: Schemas['TryScorerBody']): Promise<Scoring> {
  return dataOf(api.POST('/api/v1/scorings', { body }));
}

export function measureAgreement(
  body: Partial<Schemas['MeasureJudgeAgreementBody']> &
    Pick<Schemas['MeasureJudgeAgreementBody'], 'experiment_id' | 'scorer'>,
): Promise<JudgeAgreement> {
  return dataOf(api.POST('/api/v1/judge-agreement', { body: body as Schemas['MeasureJudgeAgreementBody'] }));
}
