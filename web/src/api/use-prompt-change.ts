import type { UseMutationResult } from '@tanstack/react-query';
import { PROMPTS_KEY } from './prompts.ts';
import { useChange } from './use-change.ts';

/** A change of prompts, after which every page shows them anew. */
export function usePromptChange<Result, Input = void>(
  send: (input: Input) => Promise<Result>,
  onDone?: (result: Result) => void,
): UseMutationResult<Result, Error, Input> {
  return useChange(send, [PROMPTS_KEY], onDone);
}
