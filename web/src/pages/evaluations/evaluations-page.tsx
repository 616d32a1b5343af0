import { Button, Tabs } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { EvaluationList } from './evaluation-list.tsx';
import classes from './evaluations.module.css';
import type { View } from './evaluations-search.ts';
import { NewEvaluationForm } from './form/new-evaluation-form.tsx';
import { ScheduleForm } from './form/schedule-form.tsx';
import { RunList } from './run-list.tsx';
import { ScheduleList } from './schedule-list.tsx';

const route = getRouteApi('/experiments/$experimentId/evaluations');

/** Everything that judged many traces of an experiment, and what will. */
export function EvaluationsPage() {
  const { experimentId } = route.useParams();
  const { view = 'evaluations' } = route.useSearch();
  const navigate = route.useNavigate();
  const [form, setForm] = useState<'evaluation' | 'schedule'>();
  const close = (): void => setForm(undefined);
  return (
    <Page
      title="Evaluations"
      isFilling
      actions={
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowsDiff size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                {...(props as object)}
                to="/experiments/$experimentId/evaluations/compare"
                params={{ experimentId }}
              />
            )}
          >
            Compare
          </Button>
          <Button size="xs" onClick={() => setForm(view === 'schedules' ? 'schedule' : 'evaluation')}>
            {view === 'schedules' ? 'New schedule' : 'New evaluation'}
          </Button>
        </>
      }
    >
      <Tabs
        value={view}
        keepMounted={false}
        className={classes.tabs}
        onChange={(next) =>
          void navigate({ search: (all) => ({ ...all, view: (next ?? undefined) as View }) })
        }
      >
        <Tabs.List px="md">
          <Tabs.Tab value="evaluations">Evaluations</Tabs.Tab>
          <Tabs.Tab value="runs">Runs of clients</Tabs.Tab>
          <Tabs.Tab value="schedules">Schedules</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="evaluations" className={classes.panel}>
          <EvaluationList experimentId={experimentId} onNew={() => setForm('evaluation')} />
        </Tabs.Panel>
        <Tabs.Panel value="runs" className={classes.panel}>
          <RunList experimentId={experimentId} />
        </Tabs.Panel>
        <Tabs.Panel value="schedules" className={classes.panel}>
          <ScheduleList experimentId={experimentId} onNew={() => setForm('schedule')} />
        </Tabs.Panel>
      </Tabs>
      {form === 'evaluation' && <NewEvaluationForm experimentId={experimentId} onClose={close} />}
      {form === 'schedule' && <ScheduleForm experimentId={experimentId} onClose={close} />}
    </Page>
  );
}
