import { NavLink, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import {
  IconChartBar,
  IconClipboardCheck,
  IconDatabase,
  IconEyeCheck,
  IconFlask2,
  IconListTree,
  IconMessage2Code,
  IconMessages,
  IconScale,
  IconSettings,
  IconVersions,
} from '@tabler/icons-react';
import { Link, useParams, type LinkProps } from '@tanstack/react-router';

interface Destination {
  readonly label: string;
  readonly icon: Icon;
  readonly to: LinkProps['to'];
  /** Whether only this very address counts as being there. */
  readonly isExact?: boolean;
}

/** Pages of one experiment, in the order of a day's work. */
const OF_EXPERIMENT: readonly Destination[] = [
  { label: 'Overview', icon: IconChartBar, to: '/experiments/$experimentId', isExact: true },
  { label: 'Traces', icon: IconListTree, to: '/experiments/$experimentId/traces' },
  { label: 'Sessions', icon: IconMessages, to: '/experiments/$experimentId/sessions' },
  { label: 'Evaluations', icon: IconClipboardCheck, to: '/experiments/$experimentId/evaluations' },
  { label: 'Scorers', icon: IconScale, to: '/experiments/$experimentId/scorers' },
  { label: 'Datasets', icon: IconDatabase, to: '/experiments/$experimentId/datasets' },
  { label: 'Review', icon: IconEyeCheck, to: '/experiments/$experimentId/review' },
  { label: 'Versions', icon: IconVersions, to: '/experiments/$experimentId/versions' },
];

const OF_WORKSPACE: readonly Destination[] = [
  { label: 'Experiments', icon: IconFlask2, to: '/', isExact: true },
  { label: 'Prompts', icon: IconMessage2Code, to: '/prompts' },
  { label: 'Settings', icon: IconSettings, to: '/settings' },
];

export function Navigation({ onChosen }: { readonly onChosen: () => void }) {
  const { experimentId } = useParams({ strict: false });
  return (
    <>
      {experimentId !== undefined && OF_EXPERIMENT.length > 0 && (
        <>
          <Heading>Experiment</Heading>
          {OF_EXPERIMENT.map((destination) => (
            <Place key={destination.label} {...destination} params={{ experimentId }} onChosen={onChosen} />
          ))}
        </>
      )}
      <Heading>Workspace</Heading>
      {OF_WORKSPACE.map((destination) => (
        <Place key={destination.label} {...destination} onChosen={onChosen} />
      ))}
    </>
  );
}

interface PlaceProps extends Destination {
  readonly params?: Readonly<Record<string, string>>;
  readonly onChosen: () => void;
}

function Place({ label, icon: Glyph, to, isExact = false, params, onChosen }: PlaceProps) {
  return (
    <NavLink
      // The destination is one of the table above, whose parameters are those given.
      renderRoot={(props) => (
        <Link
          {...(props as object)}
          to={to}
          params={params as never}
          activeOptions={{ exact: isExact, includeSearch: false }}
          activeProps={{ 'data-active': true }}
        />
      )}
      label={label}
      leftSection={<Glyph size={18} stroke={1.6} aria-hidden />}
      onClick={onChosen}
      py={6}
    />
  );
}

function Heading({ children }: { readonly children: string }) {
  return (
    <Text size="xs" fw={600} c="var(--text-soft)" px="sm" pt="sm" pb={4} tt="uppercase">
      {children}
    </Text>
  );
}
