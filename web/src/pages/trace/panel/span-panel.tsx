import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { spanQuery } from '../../../api/trace-detail.ts';
import { assessmentsQuery } from '../../../api/assessments.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { SPAN_TABS, type SpanTab } from '../trace-search.ts';
import { AssessmentsTab } from '../assess/assessments-tab.tsx';
import { AttributesTab } from './attributes-tab.tsx';
import { ContentTab } from './content-tab.tsx';
import { EventsTab } from './events-tab.tsx';
import classes from './panel.module.css';
import { SpanFacts } from './span-facts.tsx';

interface SpanPanelProps {
  readonly traceId: string;
  readonly spanId: string;
  readonly tab: SpanTab;
  readonly onTab: (tab: SpanTab) => void;
  /** Those that there are. */
  readonly tabs?: readonly SpanTab[];
}

/** The chosen span with its payloads, which are asked for only now. */
export function SpanPanel({ traceId, spanId, tab, onTab, tabs = SPAN_TABS }: SpanPanelProps) {
  const query = useQuery(spanQuery(traceId, spanId));
  const { data: assessments } = useQuery(assessmentsQuery(traceId));
  const count = assessments?.filter(({ is_valid: isValid }) => isValid).length ?? 0;
  return (
    <QueryView query={query}>
      {(span) => (
        <>
          <SpanFacts span={span} />
          <Tabs
            value={tab}
            onChange={(value) => onTab(tabs.find((each) => each === value) ?? 'content')}
            keepMounted={false}
            classNames={{ list: classes.tabs, tab: classes.tab }}
          >
            <Tabs.List>
              <Tabs.Tab value="content">Content</Tabs.Tab>
              <Tabs.Tab value="attributes">
                Attributes ({span.attributes.length + span.resource.length})
              </Tabs.Tab>
              <Tabs.Tab value="events">Events ({span.events.length})</Tabs.Tab>
              {tabs.includes('assessments') && <Tabs.Tab value="assessments">Assessments ({count})</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="content">
              <ContentTab span={span} />
            </Tabs.Panel>
            <Tabs.Panel value="attributes">
              <AttributesTab span={span} />
            </Tabs.Panel>
            <Tabs.Panel value="events">
              <EventsTab span={span} />
            </Tabs.Panel>
            <Tabs.Panel value="assessments">
              <AssessmentsTab traceId={traceId} spanId={spanId} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </QueryView>
  );
}
