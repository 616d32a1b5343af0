import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { promptVersionQuery, type Prompt } from '../../api/prompts.ts';
import { QueryView } from '../../components/query-view.tsx';
import { CodeView } from './code/code-view.tsx';
import { CompareVersions } from './compare/compare-versions.tsx';
import { Playground } from './playground/playground.tsx';
import { PROMPT_TABS } from './prompt-search.ts';
import classes from './prompt-tabs.module.css';
import { UsageView } from './usage/usage-view.tsx';
import { VersionView } from './version/version-view.tsx';

const route = getRouteApi('/prompts/$name');

interface PromptTabsProps {
  readonly prompt: Prompt;
  readonly version: number;
}

/** What there is to see and do about one version. */
export function PromptTabs({ prompt, version: shown }: PromptTabsProps) {
  const { tab = 'template' } = route.useSearch();
  const navigate = route.useNavigate();
  const version = useQuery(promptVersionQuery(prompt.name, shown));
  return (
    <Tabs
      value={tab}
      onChange={(next) =>
        void navigate({ search: (all) => ({ ...all, tab: PROMPT_TABS.find((each) => each === next) }) })
      }
      keepMounted={false}
      className={classes.tabs}
    >
      <Tabs.List className={classes.list}>
        <Tabs.Tab value="template">Version {shown}</Tabs.Tab>
        <Tabs.Tab value="compare">Compare</Tabs.Tab>
        <Tabs.Tab value="playground">Playground</Tabs.Tab>
        <Tabs.Tab value="usage">Usage</Tabs.Tab>
        <Tabs.Tab value="code">Use in code</Tabs.Tab>
      </Tabs.List>
      <div className={classes.panel}>
        <QueryView query={version}>
          {(found) => (
            <>
              <Tabs.Panel value="template">
                <VersionView version={found} />
              </Tabs.Panel>
              <Tabs.Panel value="compare">
                <CompareVersions version={found} />
              </Tabs.Panel>
              <Tabs.Panel value="playground">
                <Playground key={found.version} version={found} />
              </Tabs.Panel>
              <Tabs.Panel value="usage">
                <UsageView prompt={prompt} />
              </Tabs.Panel>
              <Tabs.Panel value="code">
                <CodeView version={found} />
              </Tabs.Panel>
            </>
          )}
        </QueryView>
      </div>
    </Tabs>
  );
}
