import { ActionIcon, NumberInput, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { api, dataOf } from '../../../../api/client.ts';
import { exportSchedulesQuery, type ExportSchedule } from '../../../../api/exports.ts';
import { useChange } from '../../../../api/use-change.ts';
import { FormModal } from '../../../../components/form-modal.tsx';
import { daysOf } from './days-of.ts';

/** Its name, and for how long files are kept; what is exported stays as it was made. */
export function EditExport({ schedule }: { readonly schedule: ExportSchedule }) {
  const { schedule_id: id, name, keep_days: days } = schedule;
  const [isOpen, { open, close }] = useDisclosure();
  const form = useForm({ initialValues: { name, keepDays: (days ?? '') as string | number } });
  const label = `Edit the export “${name}”`;
  const saving = useChange(
    () =>
      dataOf(
        api.PATCH('/api/v1/export-schedules/{schedule_id}', {
          params: { path: { schedule_id: id } },
          body: { name: form.values.name, keep_days: daysOf(form.values.keepDays) ?? null },
        }),
      ),
    [exportSchedulesQuery.queryKey],
  );
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={open}>
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
      <FormModal
        title={label}
        action="Save"
        isOpen={isOpen}
        onClose={close}
        submission={saving}
        isComplete={form.values.name.trim() !== ''}
      >
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <NumberInput
          label="Keep the files for so many days"
          description="Empty: for ever"
          min={1}
          max={36_500}
          allowDecimal={false}
          {...form.getInputProps('keepDays')}
        />
      </FormModal>
    </>
  );
}
