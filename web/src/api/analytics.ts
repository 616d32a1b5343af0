import { api, dataOf, type Schemas } from './client.ts';

export type FiguresQuestion = Omit<Partial<Schemas['QueryAnalyticsBody']>, 'measures'> &
  Pick<Schemas['QueryAnalyticsBody'], 'measures'>;
export type Figures = Schemas['Figures'];
export type FigureRow = Schemas['FigureRow'];

/** Measures by dimensions and time. Times are milliseconds, costs US dollars. */
export function askFigures(question: FiguresQuestion, signal: AbortSignal): Promise<Figures> {
  return dataOf(
    api.POST('/api/v1/analytics/query', { body: question as Schemas['QueryAnalyticsBody'], signal }),
  );
}
