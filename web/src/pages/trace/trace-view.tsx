import { useDebouncedValue, useDisclosure, useHotkeys } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import type { TraceOutline } from '../../api/trace-detail.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { SplitPanes } from '../../components/split-panes.tsx';
import { KeyHelp } from './actions/key-help.tsx';
import { TraceActions } from './actions/trace-actions.tsx';
import { SpanPanel } from './panel/span-panel.tsx';
import { TraceFacts } from './trace-facts.tsx';
import type { TraceSearch } from './trace-search.ts';
import { pressTreeKey } from './tree/tree-keys.ts';
import { TreePane } from './tree/tree-pane.tsx';
import { useTreeView } from './tree/use-tree-view.ts';
import classes from './trace-page.module.css';

const route = getRouteApi('/experiments/$experimentId/traces/$traceId');
/** A span passed by on the way with the arrow keys is not asked for. */
const PASSING_MS = 80;

export function TraceView({ outline }: { readonly outline: TraceOutline }) {
  const { span, panel = 'content' } = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (next: TraceSearch) =>
      void navigate({ search: (all) => ({ ...all, ...next }), replace: true, resetScroll: false }),
    [navigate],
  );
  const choose = useCallback((spanId: string) => change({ span: spanId }), [change]);
  const view = useTreeView(outline, { spanId: span, onChange: choose });
  const searchRef = useRef<HTMLInputElement>(null);
  const treeRef = useRef<HTMLDivElement>(null);
  const panelRef = useRef<HTMLElement>(null);
  const [isHelping, help] = useDisclosure();
  useHotkeys([
    ['?', help.open],
    ['shift+?', help.open],
    ['t', () => treeRef.current?.focus()],
    ['/', () => searchRef.current?.focus()],
    // Where a keyboard has it above a figure.
    ['shift+/', () => searchRef.current?.focus()],
    ['j', () => pressTreeKey(view, 'j')],
    ['k', () => pressTreeKey(view, 'k')],
  ]);
  const { trace } = outline;
  const [spanId] = useDebouncedValue(outline.span_ids[view.chosen], PASSING_MS);
  return (
    <Page
      title={trace.name === '' ? 'Trace' : trace.name}
      isFilling
      actions={
        <TraceActions trace={trace} onAssess={() => change({ panel: 'assessments' })} onKeys={help.open} />
      }
    >
      <KeyHelp isOpen={isHelping} onClose={help.close} />
      <div className={classes.page}>
        <TraceFacts trace={trace} />
        <SplitPanes
          name="trace"
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
              {spanId === undefined ? (
                <EmptyState title="No span yet">None of this trace has arrived so far.</EmptyState>
              ) : (
                <SpanPanel
                  traceId={trace.trace_id}
                  spanId={spanId}
                  tab={panel}
                  onTab={(next) => change({ panel: next })}
                />
              )}
            </section>
          }
        />
      </div>
    </Page>
  );
}
