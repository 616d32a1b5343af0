import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

/** A change on the server, after which everything read under these keys is read anew. */
export function useChange(send: () => Promise<unknown>, ...changed: readonly QueryKey[]) {
  const queries = useQueryClient();
  return useMutation<unknown, Error, void>({
    mutationFn: send,
    onSuccess: () => Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
