import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { assessmentsQuery, useCreateAssessment, type Assessment } from '../../../api/assessments.ts';
import { QueryView } from '../../../components/query-view.tsx';
import classes from './assess.module.css';
import { AssessmentCard } from './assessment-card.tsx';
import { EMPTY_DRAFT } from './assessment-draft.ts';
import { AssessmentForm } from './assessment-form.tsx';

interface AssessmentsTabProps {
  readonly traceId: string;
  readonly spanId: string;
}

/** What people, judges and code say about the trace and the chosen span, and a way to say more. */
export function AssessmentsTab({ traceId, spanId }: AssessmentsTabProps) {
  const query = useQuery(assessmentsQuery(traceId));
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={classes.list}>
      {isAdding ? (
        <NewAssessment
          traceId={traceId}
          spanId={spanId}
          names={[...new Set(query.data?.map(({ name }) => name))]}
          onDone={() => setAdding(false)}
        />
      ) : (
        <Group>
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            Assess
          </Button>
        </Group>
      )}
      <QueryView query={query} lines={3}>
        {(assessments) => <Assessments assessments={assessments} spanId={spanId} />}
      </QueryView>
    </div>
  );
}

interface AssessmentsProps {
  readonly assessments: readonly Assessment[];
  readonly spanId: string;
}

function Assessments({ assessments, spanId }: AssessmentsProps) {
  const valid = assessments.filter(({ is_valid: isValid }) => isValid);
  const ofSpan = valid.filter(({ span_id: about }) => about === spanId);
  const ofTrace = valid.filter(({ span_id: about }) => about === undefined);
  const others = valid.length - ofSpan.length - ofTrace.length;
  const overridden = assessments.filter(({ is_valid: isValid }) => !isValid);
  return (
    <>
      {valid.length === 0 && (
        <Text size="sm" c="var(--text-soft)">
          Nobody has said anything about this trace yet. Say how good it is, or what should have come out:
          judges are compared with it, and datasets take it along.
        </Text>
      )}
      <Part title="This span" assessments={ofSpan} />
      <Part title="Whole trace" assessments={ofTrace} />
      {others > 0 && (
        <Text size="xs" c="var(--text-soft)">
          {others} more about other spans
        </Text>
      )}
      {overridden.length > 0 && (
        <details>
          <summary>History: {overridden.length} overridden</summary>
          <Part title="Overridden" assessments={overridden} />
        </details>
      )}
    </>
  );
}

function Part({
  title,
  assessments,
}: {
  readonly title: string;
  readonly assessments: readonly Assessment[];
}) {
  if (assessments.length === 0) return null;
  return (
    <>
      <Title order={3}>{title}</Title>
      {assessments.map((assessment) => (
        <AssessmentCard key={assessment.assessment_id} assessment={assessment} />
      ))}
    </>
  );
}

interface NewAssessmentProps extends AssessmentsTabProps {
  readonly names: readonly string[];
  readonly onDone: () => void;
}

function NewAssessment({ traceId, spanId, names, onDone }: NewAssessmentProps) {
  const creation = useCreateAssessment(traceId);
  return (
    <div className={classes.form}>
      <AssessmentForm
        initial={EMPTY_DRAFT}
        names={names}
        isNew
        error={creation.error}
        isPending={creation.isPending}
        onCancel={onDone}
        onSubmit={({ draft: { kind, name, rationale, isAboutSpan }, value, person }) =>
          creation.mutate(
            {
              kind,
              name,
              value,
              source: { type: 'human', ...(person !== '' && { id: person }) },
              ...(rationale !== '' && { rationale }),
              ...(isAboutSpan && { span_id: spanId }),
            },
            { onSuccess: onDone },
          )
        }
      />
    </div>
  );
}
