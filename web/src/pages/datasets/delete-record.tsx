import { api, dataOf } from '../../api/client.ts';
import type { DatasetRecord } from '../../api/datasets.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';

export function DeleteRecord({ dataset_id: id, dataset_record_id: recordId }: DatasetRecord) {
  const deletion = useChange(
    () =>
      dataOf(
        api.POST('/api/v1/datasets/{id}/records/delete', {
          params: { path: { id } },
          body: { record_ids: [recordId] },
        }),
      ),
    [['datasets']],
  );
  return (
    <ConfirmButton label="Delete this record" deed={deletion}>
      Evaluations that were made on it stay as they are.
    </ConfirmButton>
  );
}
