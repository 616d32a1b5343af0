import type { ComparedSideChoice } from '../../../api/evaluations.ts';

const FIELDS = {
  run: 'run_id',
  evaluation: 'evaluation_id',
  prompt: 'prompt_version',
  model: 'logged_model_id',
} as const;

/** A side as the address has it, `run:<id>`, for the server; undefined for what is none. */
export function toSide(text: string | undefined): ComparedSideChoice | undefined {
  const [, kind, id] = /^(run|evaluation|prompt|model):(.+)$/.exec(text ?? '') ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return { [FIELDS[kind as keyof typeof FIELDS]]: id };
}
