import { api, dataOf, type Schemas } from './client.ts';

export type PlaygroundQuestion = Omit<Partial<Schemas['RunPlaygroundBody']>, 'model'> & {
  readonly model: string;
};
export type PlaygroundAnswer = Schemas['PlaygroundAnswer'];

/** Asks a model; the call is paid and traced. */
export function runPlayground(question: PlaygroundQuestion): Promise<PlaygroundAnswer> {
  return dataOf(
    api.POST('/api/v1/playground/completions', { body: question as Schemas['RunPlaygroundBody'] }),
  );
}
