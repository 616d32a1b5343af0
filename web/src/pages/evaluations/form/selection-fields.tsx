import { Autocomplete, SegmentedControl, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { comparablePromptsQuery } from '../../../api/comparable.ts';
import { datasetsOfQuery } from '../../../api/datasets-of.ts';
import { ModelInput } from '../../../components/model-input.tsx';
import type { SelectionForm } from './selection-form.ts';

interface SelectionFieldsProps {
  readonly experimentId: string;
  readonly form: SelectionForm;
  readonly change: (part: Partial<SelectionForm>) => void;
}

/** What is judged. */
export function SelectionFields({ experimentId, form, change }: SelectionFieldsProps) {
  return (
    <>
      <SegmentedControl
        aria-label="What is judged"
        value={form.kind}
        onChange={(kind) => change({ kind: kind as SelectionForm['kind'] })}
        data={[
          { value: 'filter', label: 'Traces of a time' },
          { value: 'ids', label: 'Chosen traces' },
          { value: 'dataset', label: 'A dataset' },
        ]}
      />
      {form.kind === 'filter' && <WindowFields form={form} change={change} />}
      {form.kind === 'ids' && (
        <Textarea
          label="Trace ids"
          description="One a line, or separated by commas"
          withAsterisk
          autosize
          minRows={3}
          maxRows={10}
          value={form.traceIds}
          onChange={({ currentTarget: { value } }) => change({ traceIds: value })}
        />
      )}
      {form.kind === 'dataset' && <DatasetFields experimentId={experimentId} form={form} change={change} />}
    </>
  );
}

function WindowFields({ form, change }: Omit<SelectionFieldsProps, 'experimentId'>) {
  return (
    <>
      <TextInput
        label="Filter"
        placeholder="status = 'OK' AND tags.stage = 'production'"
        description="Which traces; all when empty"
        value={form.filter}
        onChange={({ currentTarget: { value } }) => change({ filter: value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="From"
          type="datetime-local"
          value={form.from}
          onChange={({ currentTarget: { value } }) => change({ from: value })}
        />
        <TextInput
          label="To"
          type="datetime-local"
          value={form.to}
          onChange={({ currentTarget: { value } }) => change({ to: value })}
        />
      </SimpleGrid>
    </>
  );
}

function DatasetFields({ experimentId, form, change }: SelectionFieldsProps) {
  const { data } = useQuery(datasetsOfQuery(experimentId));
  const { data: prompts = [] } = useQuery(comparablePromptsQuery);
  const datasets = data?.datasets ?? [];
  return (
    <>
      <Select
        label="Dataset"
        withAsterisk
        searchable
        placeholder={datasets.length === 0 ? 'This experiment has no dataset' : 'Choose one'}
        data={datasets.map(({ dataset_id: id, name, record_count: count }) => ({
          value: id,
          label: `${name} (${count} records)`,
        }))}
        value={form.datasetId === '' ? null : form.datasetId}
        onChange={(id) => change({ datasetId: id ?? '' })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Autocomplete
          label="Answer anew with prompt"
          description="With a model: every record is answered first"
          placeholder="prompts:/answer/4"
          limit={50}
          data={prompts.map(({ value }) => value.replace(/^prompt:/, 'prompts:/'))}
          value={form.taskPrompt}
          onChange={(taskPrompt) => change({ taskPrompt })}
        />
        <ModelInput
          label="and model"
          description="Empty: the outputs of the records are judged"
          value={form.taskModel}
          onChange={(taskModel) => change({ taskModel })}
        />
      </SimpleGrid>
    </>
  );
}
