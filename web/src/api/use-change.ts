import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';

/** A change on the server, after which everything read under these keys is read anew. `onDone` need not wait for that. */
export function useChange<Result, Input = void>(
  send: (input: Input) => Promise<Result>,
  changed: readonly QueryKey[],
  onDone?: (result: Result) => void,
): UseMutationResult<Result, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (result) => {
      onDone?.(result);
      await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
