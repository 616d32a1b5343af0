import { JsonInput } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.ts';
import type { DatasetRecord } from '../../api/datasets.ts';
import { useChange } from '../../api/use-change.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { NEW_RECORD, readObject, toText, type RecordText } from './record-json.ts';

interface EditRecordProps {
  readonly datasetId: string;
  /** Undefined: a new one. */
  readonly record: DatasetRecord | undefined;
  readonly onClose: () => void;
}

/** Records are known by their inputs: those of one that exists stay, what is expected changes. */
export function EditRecord({ datasetId, record, onClose }: EditRecordProps) {
  const [text, setText] = useState<RecordText>(record === undefined ? NEW_RECORD : toText(record));
  const saving = useChange(async () => {
    const inputs = readObject('Inputs', text.inputs);
    const expectations = readObject('Expected', text.expectations);
    const source = { source_type: 'HUMAN', source_data: {} };
    const records = [{ inputs, expectations, ...(record === undefined && { source }) }];
    const params = { path: { id: datasetId } };
    await dataOf(api.POST('/api/v1/datasets/{id}/records', { params, body: { records: records as never } }));
  }, [['datasets']]);
  return (
    <FormModal
      title={record === undefined ? 'Add a record' : 'Edit what is expected'}
      action="Save"
      size="lg"
      isOpen
      onClose={onClose}
      submission={saving}
    >
      <JsonInput
        label="Inputs"
        description="What the application is called with"
        readOnly={record !== undefined}
        autosize
        minRows={4}
        maxRows={14}
        data-autofocus={record === undefined}
        value={text.inputs}
        onChange={(inputs) => setText((all) => ({ ...all, inputs }))}
      />
      <JsonInput
        label="Expected"
        description="For example expected_response, expected_facts, guidelines: what judges compare with"
        autosize
        minRows={4}
        maxRows={14}
        data-autofocus={record !== undefined}
        value={text.expectations}
        onChange={(expectations) => setText((all) => ({ ...all, expectations }))}
      />
    </FormModal>
  );
}
