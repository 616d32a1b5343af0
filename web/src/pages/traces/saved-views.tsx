import { ActionIcon, Button, Group, Menu, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { experimentQuery } from '../../api/experiments.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { viewsOf, viewTag, viewText, type SavedView } from './saved-view.ts';

interface SavedViewsProps {
  /** The list as it is now, but for a name. */
  readonly current: Omit<SavedView, 'name'>;
  readonly onChosen: (view: SavedView) => void;
}

/** Filter, order and columns under a name, kept with the experiment for everyone. */
export function SavedViews({ current, onChosen }: SavedViewsProps) {
  const { experimentId } = useTraffic();
  const { data: experiment } = useQuery(experimentQuery(experimentId));
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (tags: Readonly<Record<string, string | null>>) =>
      dataOf(
        api.PATCH('/api/v1/experiments/{experiment_id}', {
          params: { path: { experiment_id: experimentId } },
          body: { tags },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['experiments', experimentId] }),
  });
  const views = viewsOf(experiment?.tags ?? {});
  return (
    <Group gap={0} wrap="nowrap">
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button size="xs" variant="default" fw={500} leftSection={<IconBookmark size={15} aria-hidden />}>
            Views
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>No view is saved yet</Menu.Label>}
          {views.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <Menu.Item onClick={() => onChosen(view)}>{view.name}</Menu.Item>
              <Menu.Item
                w="auto"
                c="var(--text-soft)"
                closeMenuOnClick={false}
                aria-label={`Delete the view ${view.name}`}
                onClick={() => change.mutate({ [viewTag(view.name)]: null })}
              >
                <IconTrash size={14} aria-hidden />
              </Menu.Item>
            </Group>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SaveView
        error={change.error?.message}
        isSaving={change.isPending}
        onSave={(name) => change.mutateAsync({ [viewTag(name)]: viewText({ name, ...current }) })}
      />
    </Group>
  );
}

interface SaveViewProps {
  readonly error: string | undefined;
  readonly isSaving: boolean;
  readonly onSave: (name: string) => Promise<unknown>;
}

function SaveView({ error, isSaving, onSave }: SaveViewProps) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void onSave(name.trim()).then(
      () => {
        setOpen(false);
        setName('');
      },
      // The form says why.
      () => undefined,
    );
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={30} aria-label="Save this view" onClick={() => setOpen(!isOpen)}>
          <IconPlus size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Group align="flex-end" gap="xs">
            <TextInput
              label="Name of the view"
              size="xs"
              data-autofocus
              value={name}
              error={error}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" loading={isSaving}>
              Save
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
