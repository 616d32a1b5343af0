import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBraces, IconCopy, IconHash, IconLink, IconTerminal2, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { curlCommand } from '../../../api/curl-command.ts';
import { signInQuery } from '../../../api/sign-in.ts';
import type { Trace } from '../../../api/trace-detail.ts';
import { MOST_PAYLOADS, readWholeTrace } from '../../../api/whole-trace.ts';
import { currentWorkspace } from '../../../api/workspace.ts';
import { formatCount } from '../../../components/format.ts';

interface Copied {
  readonly label: string;
  readonly icon: Icon;
  readonly text: () => string | Promise<string>;
  /** What the copy leaves out. */
  readonly lacks?: string;
}

/** The trace in the forms in which it is used elsewhere. */
export function CopyMenu({ trace }: { readonly trace: Trace }) {
  const { data: signIn } = useQuery(signInQuery);
  const needsKey = signIn?.is_authentication_required === true;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconCopy size={14} aria-hidden />}>
          Copy
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {copiesOf(trace, needsKey).map((each) => (
          <Menu.Item
            key={each.label}
            leftSection={<each.icon size={14} aria-hidden />}
            onClick={() => copy(each)}
          >
            {each.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function copiesOf({ trace_id: traceId, span_count: spanCount }: Trace, needsKey: boolean): readonly Copied[] {
  const address = `${location.origin}/api/v1/traces/${traceId}`;
  return [
    { label: 'Link', icon: IconLink, text: () => location.href },
    { label: 'Trace id', icon: IconHash, text: () => traceId },
    {
      label: 'cURL',
      icon: IconTerminal2,
      text: () => curlCommand(address, { workspace: currentWorkspace(), needsKey }),
    },
    {
      label: 'JSON',
      icon: IconBraces,
      text: () => readWholeTrace(traceId),
      ...(spanCount > MOST_PAYLOADS && {
        lacks: `Only the first ${formatCount(MOST_PAYLOADS)} spans have their payloads.`,
      }),
    },
  ];
}

/** Says whether it worked: browsers refuse the clipboard to pages that are not secure. */
function copy({ label, text, lacks }: Copied): void {
  Promise.resolve(text())
    .then((ready) => navigator.clipboard.writeText(ready))
    .then(
      () =>
        notifications.show({
          ...(lacks !== undefined && { title: `${label} copied` }),
          message: lacks ?? `${label} copied`,
        }),
      (error: unknown) =>
        notifications.show({ color: 'red', title: `${label} not copied`, message: String(error) }),
    );
}
