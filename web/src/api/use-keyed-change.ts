import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';

/** A change with an input and a result, after which every query that begins with the key is asked anew. */
export function useKeyedChange<Result, Input = void>(
  key: QueryKey,
  change: (input: Input) => Promise<Result>,
  onDone?: (result: Result) => void,
): UseMutationResult<Result, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result) => {
      onDone?.(result);
      await queries.invalidateQueries({ queryKey: key });
    },
  });
}
