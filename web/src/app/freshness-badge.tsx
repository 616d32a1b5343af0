import { Badge, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { freshnessQuery } from '../api/freshness.ts';
import { formatTime } from '../components/format.ts';

/** Up to when everything acknowledged is shown; warns where that is unknown. */
export function FreshnessBadge() {
  const { data, isError } = useQuery(freshnessQuery);
  if (data === undefined && !isError) return null;
  const time = data?.complete_to;
  if (isError || time === undefined) {
    return (
      <Tooltip label="The log of spans can't be asked how far the writer is: what is shown may be old.">
        <Badge color="orange" variant="light" tt="none">
          Freshness unknown
        </Badge>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={`Every span acknowledged before ${new Date(time).toLocaleString()} is shown.`}>
      <Badge color="gray" variant="default" tt="none" fw={500} className="tabular" visibleFrom="xs">
        Complete up to {formatTime(time)}
      </Badge>
    </Tooltip>
  );
}
