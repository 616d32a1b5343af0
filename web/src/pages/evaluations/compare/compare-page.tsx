import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { comparisonQuery, type ComparedSideChoice, type Comparison } from '../../../api/evaluations.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatCount } from '../../../components/format.ts';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import classes from '../evaluation/evaluation.module.css';
import { toSide } from './compared-side.ts';
import { ChangedExamples } from './changed-examples.tsx';
import { ComparedFigures } from './compared-figures.tsx';
import { SideSelect } from './side-select.tsx';

const route = getRouteApi('/experiments/$experimentId/evaluations/compare');

/** Two sides on the same examples: what got worse first. */
export function ComparePage() {
  const { experimentId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: typeof search): void => void navigate({ search: (all) => ({ ...all, ...part }) });
  const baseline = toSide(search.baseline);
  const candidate = toSide(search.candidate);
  return (
    <Page title="Compare evaluations">
      <div className={classes.content}>
        <Group align="end">
          <SideSelect
            label="Before"
            experimentId={experimentId}
            value={search.baseline}
            onChange={(side) => change({ baseline: side })}
          />
          <Tooltip label="Exchange the sides">
            <ActionIcon
              variant="default"
              size={36}
              aria-label="Exchange the sides"
              onClick={() => change({ baseline: search.candidate, candidate: search.baseline })}
            >
              <IconArrowsExchange size={18} />
            </ActionIcon>
          </Tooltip>
          <SideSelect
            label="After"
            experimentId={experimentId}
            value={search.candidate}
            onChange={(side) => change({ candidate: side })}
          />
        </Group>
        {baseline === undefined || candidate === undefined ? (
          <EmptyState title="Choose two sides">
            Examples that both have are paired: by trace, by the record of a dataset, or by their inputs.
          </EmptyState>
        ) : (
          <Answer experimentId={experimentId} baseline={baseline} candidate={candidate} />
        )}
      </div>
    </Page>
  );
}

interface AnswerProps {
  readonly experimentId: string;
  readonly baseline: ComparedSideChoice;
  readonly candidate: ComparedSideChoice;
}

function Answer({ experimentId, baseline, candidate }: AnswerProps) {
  const query = useQuery(comparisonQuery(experimentId, baseline, candidate));
  return (
    <QueryView query={query}>
      {(comparison) =>
        comparison.pairs === 0 ? (
          <EmptyState title="The sides have no example in common">
            Before has {formatCount(comparison.baseline.traces)} traces, after{' '}
            {formatCount(comparison.candidate.traces)}. Evaluate both on the same dataset or the same inputs.
          </EmptyState>
        ) : (
          <>
            <PairedText comparison={comparison} />
            <ComparedFigures comparison={comparison} />
            <ChangedExamples
              title="Got worse"
              examples={comparison.regressions}
              experimentId={experimentId}
              none="No example got worse."
            />
            <ChangedExamples
              title="Got better"
              examples={comparison.improvements}
              experimentId={experimentId}
              none="No example got better."
            />
          </>
        )
      }
    </QueryView>
  );
}

function PairedText({ comparison }: { readonly comparison: Comparison }) {
  const { pairs, baseline, candidate } = comparison;
  const rest = [
    [baseline.unpaired, 'only before'],
    [candidate.unpaired, 'only after'],
    [baseline.repeated + candidate.repeated, 'older traces of an example, which don’t count'],
  ] as const;
  return (
    <Text size="sm" c="var(--text-soft)" className="tabular">
      <strong>{formatCount(pairs)}</strong> examples on both sides
      {rest.map(([count, what]) => (count > 0 ? ` · ${formatCount(count)} ${what}` : ''))}
    </Text>
  );
}
