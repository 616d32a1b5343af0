import { Button, Group, Kbd, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCreateAssessment } from '../../api/assessments.ts';
import { api, dataOf } from '../../api/client.ts';
import type { LabelSchema } from '../../api/review.ts';
import { spanQuery, traceQuery } from '../../api/trace-detail.ts';
import { useChange } from '../../api/use-change.ts';
import { PayloadView } from '../../components/payload/payload-view.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { TraceLink } from '../../components/trace-link.tsx';
import { isAnswered, NO_ANSWER, toAssessment, type Answer } from './answer.ts';
import { Question } from './question.tsx';
import classes from './review.module.css';

interface ReviewedTraceProps {
  readonly experimentId: string;
  readonly queueId: string;
  readonly traceId: string;
  readonly questions: readonly LabelSchema[];
  readonly reviewer: string;
  /** It is answered, declined, or left for later: the next one, please. */
  readonly onPassed: () => void;
}

/** A trace beside the questions about it. */
export function ReviewedTrace({
  experimentId,
  queueId,
  traceId,
  questions,
  reviewer,
  onPassed,
}: ReviewedTraceProps) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const assessing = useCreateAssessment(traceId);
  const answerOf = ({ schema_id: id }: LabelSchema): Answer => answers[id] ?? NO_ANSWER;
  const close = (status: 'complete' | 'declined') =>
    dataOf(
      api.PUT('/api/v1/review-queues/{queue_id}/items/{trace_id}/status', {
        params: { path: { queue_id: queueId, trace_id: traceId } },
        body: { status, completed_by: reviewer },
      }),
    );
  const submission = useChange(async () => {
    for (const question of questions.filter((each) => isAnswered(answerOf(each))))
      await assessing.mutateAsync(toAssessment(question, answerOf(question), reviewer));
    await close('complete');
    onPassed();
  }, [['review-queues', queueId]]);
  const declining = useChange(async () => {
    await close('declined');
    onPassed();
  }, [['review-queues', queueId]]);
  const isReady = reviewer !== '' && questions.some((question) => isAnswered(answerOf(question)));
  useHotkeys(
    [
      ['mod+Enter', () => isReady && submission.mutate()],
      ['alt+ArrowRight', onPassed],
    ],
    [],
  );
  return (
    <div className={classes.review}>
      <Content experimentId={experimentId} traceId={traceId} />
      <aside className={classes.questions} aria-label="Questions">
        {questions.length === 0 && (
          <Text size="sm">This queue asks nothing: add questions to it on the page of queues.</Text>
        )}
        {questions.map((question, at) => (
          <Question
            key={question.schema_id}
            question={question}
            isFirst={at === 0}
            answer={answerOf(question)}
            onAnswer={(answer) => setAnswers((all) => ({ ...all, [question.schema_id]: answer }))}
          />
        ))}
        {reviewer === '' && (
          <Text size="sm" c="var(--state-error)">
            Say who you are first: the field at the top.
          </Text>
        )}
        <Group>
          <Button disabled={!isReady} loading={submission.isPending} onClick={() => submission.mutate()}>
            Submit and next
          </Button>
          <Button
            variant="default"
            disabled={reviewer === ''}
            loading={declining.isPending}
            onClick={() => declining.mutate()}
          >
            Decline
          </Button>
          <Button variant="subtle" onClick={onPassed}>
            Later
          </Button>
        </Group>
        <Keys />
        {submission.isError && <ProblemNotice error={submission.error} />}
        {declining.isError && <ProblemNotice error={declining.error} />}
      </aside>
    </div>
  );
}

function Keys() {
  return (
    <Text size="xs" c="var(--text-soft)">
      <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> submits, <Kbd>Alt</Kbd> <Kbd>→</Kbd> leaves it for later
    </Text>
  );
}

function Content({ experimentId, traceId }: Pick<ReviewedTraceProps, 'experimentId' | 'traceId'>) {
  const trace = useQuery(traceQuery(traceId));
  const root = useQuery({
    ...spanQuery(traceId, trace.data?.root_span_id ?? ''),
    enabled: trace.data?.root_span_id !== undefined,
  });
  if (trace.isError) return <ProblemNotice error={trace.error} onRetry={() => void trace.refetch()} />;
  return (
    <section aria-label="Trace" className={classes.content}>
      <TraceLink experimentId={experimentId} traceId={traceId}>
        {trace.data?.name ?? traceId}
      </TraceLink>
      <Text fw={600}>Asked</Text>
      <PayloadView
        text={root.data?.inputs ?? trace.data?.request_preview ?? ''}
        spanType={root.data?.type ?? ''}
      />
      <Text fw={600}>Answered</Text>
      <PayloadView
        text={root.data?.outputs ?? trace.data?.response_preview ?? ''}
        spanType={root.data?.type ?? ''}
      />
    </section>
  );
}
