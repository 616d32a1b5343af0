import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh, type Icon } from '@tabler/icons-react';
import {
  EVALUATIONS_KEY,
  isEnded,
  tellEvaluation,
  type Evaluation,
  type EvaluationDeed,
} from '../../api/evaluations.ts';
import { useChange } from '../../api/use-change.ts';

interface Deed {
  readonly deed: EvaluationDeed;
  readonly label: string;
  readonly icon: Icon;
}

/** What may be done with an evaluation as it is now. */
export function EvaluationButtons({ evaluation }: { readonly evaluation: Evaluation }) {
  const change = useChange(
    (deed: EvaluationDeed) => tellEvaluation(evaluation.evaluation_id, deed),
    [EVALUATIONS_KEY],
  );
  return (
    <Group gap={2} wrap="nowrap">
      {deedsOf(evaluation).map(({ deed, label, icon: Glyph }) => (
        <Tooltip key={deed} label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${label}: ${evaluation.name}`}
            loading={change.isPending && change.variables === deed}
            onClick={() =>
              change.mutate(deed, {
                onError: ({ message }) => notifications.show({ color: 'red', title: label, message }),
              })
            }
          >
            <Glyph size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}

function deedsOf(evaluation: Evaluation): readonly Deed[] {
  const { state, ledger } = evaluation;
  const deeds: Deed[] = [];
  if (state === 'running' || state === 'selecting')
    deeds.push({ deed: 'pause', label: 'Pause', icon: IconPlayerPause });
  if (state === 'paused') deeds.push({ deed: 'resume', label: 'Resume', icon: IconPlayerPlay });
  if (!isEnded(evaluation)) deeds.push({ deed: 'cancel', label: 'Cancel', icon: IconPlayerStop });
  if (ledger.failed > 0 || ledger.sessions.failed > 0)
    deeds.push({ deed: 'retry-failed', label: 'Retry what failed', icon: IconRefresh });
  return deeds;
}
