import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBolt, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { EVALUATIONS_KEY } from '../../api/evaluations.ts';
import { deleteSchedule, runSchedule, updateSchedule, type Schedule } from '../../api/schedules.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';

interface ScheduleButtonsProps {
  readonly schedule: Schedule;
  readonly onDeleted?: () => void;
}

/** Run now, pause or resume, delete. */
export function ScheduleButtons({ schedule, onDeleted }: ScheduleButtonsProps) {
  const { schedule_id: id, name, is_paused: isPaused } = schedule;
  const onError = ({ message }: Error): void => {
    notifications.show({ color: 'red', title: name, message });
  };
  const run = useChange(
    () => runSchedule(id),
    [EVALUATIONS_KEY],
    () => notifications.show({ title: name, message: 'An evaluation has begun.' }),
  );
  const pause = useChange(() => updateSchedule(id, { is_paused: !isPaused }), [EVALUATIONS_KEY]);
  const deletion = useChange(() => deleteSchedule(id), [EVALUATIONS_KEY], onDeleted);
  const PauseGlyph = isPaused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label="Run now">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Run now: ${name}`}
          loading={run.isPending}
          onClick={() => run.mutate(undefined, { onError })}
        >
          <IconBolt size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={isPaused ? 'Resume' : 'Pause'}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${isPaused ? 'Resume' : 'Pause'}: ${name}`}
          loading={pause.isPending}
          onClick={() => pause.mutate(undefined, { onError })}
        >
          <PauseGlyph size={16} />
        </ActionIcon>
      </Tooltip>
      <ConfirmButton label={`Delete the schedule “${name}”`} deed={deletion}>
        It fires no more. Its evaluations and what they found stay.
      </ConfirmButton>
    </Group>
  );
}
