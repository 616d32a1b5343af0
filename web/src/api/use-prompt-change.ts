import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { PROMPTS_KEY } from './prompts.ts';

/** A change of prompts, after which every page shows them anew. */
export function usePromptChange<Result, Input = void>(
  change: (input: Input) => Promise<Result>,
  onDone?: (result: Result) => void,
): UseMutationResult<Result, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result) => {
      onDone?.(result);
      await queries.invalidateQueries({ queryKey: PROMPTS_KEY });
    },
  });
}
