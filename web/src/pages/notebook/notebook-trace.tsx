import { Anchor, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { TraceOutline } from '../../api/trace-detail.ts';
import { currentWorkspace } from '../../api/workspace.ts';
import { formatCost, formatCount, formatDuration, nanosToMs } from '../../components/format.ts';
import { SplitPanes } from '../../components/split-panes.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { SpanPanel } from '../trace/panel/span-panel.tsx';
import type { SpanTab } from '../trace/trace-search.ts';
import { TreePane } from '../trace/tree/tree-pane.tsx';
import { useTreeView } from '../trace/tree/use-tree-view.ts';
import classes from './notebook-page.module.css';

/** A span passed by on the way with the arrow keys is not asked for. */
const PASSING_MS = 80;
const READABLE: readonly SpanTab[] = ['content', 'attributes', 'events'];

/** A trace to read: its tree, and the span that was chosen. */
export function NotebookTrace({ outline }: { readonly outline: TraceOutline }) {
  const [chosen, choose] = useState<string>();
  const [tab, setTab] = useState<SpanTab>('content');
  const view = useTreeView(outline, { spanId: chosen, onChange: choose });
  const searchRef = useRef<HTMLInputElement>(null);
  const treeRef = useRef<HTMLDivElement>(null);
  const panelRef = useRef<HTMLElement>(null);
  const [spanId] = useDebouncedValue(outline.span_ids[view.chosen], PASSING_MS);
  return (
    <>
      <Facts outline={outline} />
      <SplitPanes
        name="notebook"
        label="Between the tree and the chosen span"
        first={
          <TreePane
            view={view}
            searchRef={searchRef}
            treeRef={treeRef}
            onEnter={() => panelRef.current?.focus()}
          />
        }
        second={
          <section ref={panelRef} className={classes.panel} tabIndex={-1} aria-label="Chosen span">
            {spanId !== undefined && (
              <SpanPanel
                traceId={outline.trace.trace_id}
                spanId={spanId}
                tab={tab}
                onTab={setTab}
                tabs={READABLE}
              />
            )}
          </section>
        }
      />
    </>
  );
}

function Facts({ outline: { trace } }: { readonly outline: TraceOutline }) {
  const workspace = currentWorkspace();
  const search = workspace === undefined ? '' : `?workspace=${encodeURIComponent(workspace)}`;
  return (
    <div className={classes.facts}>
      <Title order={1} size="h5">
        {trace.name === '' ? 'Trace' : trace.name}
      </Title>
      <StateBadge state={trace.state} />
      <span className="tabular">{formatDuration(nanosToMs(trace.duration_nano))}</span>
      {trace.tokens !== undefined && (
        <span className="tabular">{formatCount(trace.tokens.total)} tokens</span>
      )}
      {trace.cost !== undefined && <span className="tabular">{formatCost(trace.cost.total)}</span>}
      <Anchor
        size="sm"
        ml="auto"
        href={`/experiments/${trace.experiment_id}/traces/${trace.trace_id}${search}`}
        target="_blank"
        rel="noreferrer"
      >
        Open in Millrace
      </Anchor>
    </div>
  );
}
