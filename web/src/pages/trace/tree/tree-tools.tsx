import { ActionIcon, Group, Text, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconFileSearch,
  IconFold,
  IconRoute,
  IconSearch,
  IconTimelineEvent,
  IconArrowsDiagonal2,
  type Icon,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { findContents } from '../../../api/trace-contents.ts';
import classes from './tree.module.css';
import type { TreeView } from './use-tree-view.ts';

interface TreeToolsProps {
  readonly view: TreeView;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly isTimeline: boolean;
  readonly onTimeline: (isShown: boolean) => void;
}

export function TreeTools({ view, searchRef, isTimeline, onTimeline }: TreeToolsProps) {
  return (
    <div className={classes.tools} role="toolbar" aria-label="Tree">
      <Search view={view} searchRef={searchRef} />
      <Group gap={2} ml="auto" wrap="nowrap">
        <Tool label="Expand all" icon={IconArrowsDiagonal2} onClick={() => view.collapseFrom(Infinity)} />
        <Tool label="Collapse all" icon={IconFold} onClick={() => view.collapseFrom(1)} />
        <Tool
          label="Critical path"
          icon={IconRoute}
          isOn={view.critical !== undefined}
          onClick={() => view.showCriticalPath(view.critical === undefined)}
        />
        <Tool
          label="Timeline"
          icon={IconTimelineEvent}
          isOn={isTimeline}
          onClick={() => onTimeline(!isTimeline)}
        />
      </Group>
    </div>
  );
}

function Search({ view, searchRef }: Pick<TreeToolsProps, 'view' | 'searchRef'>) {
  const { trace } = view.outline;
  const contents = useMutation({
    mutationFn: () => findContents(trace, view.words),
    onSuccess: view.findAlso,
  });
  const isEmpty = view.words.trim() === '';
  return (
    <>
      <TextInput
        ref={searchRef}
        aria-label="Search spans"
        placeholder="Search spans  /"
        size="xs"
        w={200}
        miw={90}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={view.words}
        error={contents.isError}
        title={contents.error?.message}
        onChange={(event) => {
          contents.reset();
          view.search(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') view.goToFound(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') view.search('');
        }}
      />
      <Tool
        label="Search in contents too"
        icon={IconFileSearch}
        isOn={contents.isSuccess}
        isDisabled={isEmpty}
        isLoading={contents.isPending}
        onClick={() => contents.mutate()}
      />
      {!isEmpty && (
        <Group gap={2} wrap="nowrap">
          <Text size="xs" c="var(--text-soft)" className="tabular" aria-live="polite" miw={46}>
            {view.found.length === 0 ? 'None' : `${view.found.length.toLocaleString('en')} found`}
          </Text>
          <Tool label="Found before" icon={IconArrowUp} onClick={() => view.goToFound(-1)} />
          <Tool label="Next found" icon={IconArrowDown} onClick={() => view.goToFound(1)} />
        </Group>
      )}
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: Icon;
  /** Of what is switched on and off. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly isLoading?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon: Glyph, isOn, isDisabled, isLoading, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn === true ? 'light' : 'subtle'}
        color={isOn === true ? undefined : 'gray'}
        size="sm"
        aria-label={label}
        aria-pressed={isOn}
        disabled={isDisabled}
        loading={isLoading}
        onClick={onClick}
      >
        <Glyph size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
