import { ActionIcon, Anchor, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconCode, IconPencil, IconReplace, IconScale, IconUser, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  useCreateAssessment,
  useDeleteAssessment,
  useUpdateAssessment,
  type Assessment,
} from '../../../api/assessments.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { formatTime } from '../../../components/format.ts';
import { JsonTree } from '../../../components/payload/json-tree.tsx';
import { LongText } from '../../../components/payload/long-text.tsx';
import type { PayloadValue } from '../../../components/payload/parse-payload.ts';
import { RichText } from '../../../components/payload/rich-text.tsx';
import classes from './assess.module.css';
import { draftOf } from './assessment-draft.ts';
import { AssessmentForm } from './assessment-form.tsx';

/** Where the judge's own trace is told. */
const JUDGE_TRACE = 'mlflow.assessment.scorerTraceId';
const SOURCES: Readonly<Record<Assessment['source']['type'], readonly [Icon, string]>> = {
  human: [IconUser, 'Person'],
  judge: [IconScale, 'Judge'],
  code: [IconCode, 'Code'],
  unknown: [IconUser, 'Unknown'],
};

type Doing = 'editing' | 'overriding' | undefined;

/** One assessment, and what can be done with it. */
export function AssessmentCard({ assessment }: { readonly assessment: Assessment }) {
  const [doing, setDoing] = useState<Doing>();
  const deletion = useDeleteAssessment(assessment);
  const { name, kind, is_valid: isValid, source } = assessment;
  const [Glyph, sourceLabel] = SOURCES[source.type];
  const judgeTrace = assessment.metadata[JUDGE_TRACE];
  return (
    <article
      className={classes.card}
      data-overridden={!isValid || undefined}
      aria-label={`Assessment ${name}`}
    >
      <Group gap={6} wrap="nowrap" align="flex-start">
        <div className={classes.said}>
          <Group gap={8}>
            <Text size="sm" fw={600} span>
              {name}
            </Text>
            <Value assessment={assessment} />
            {kind !== 'feedback' && <span className={classes.soft}>{kind}</span>}
          </Group>
          <Group gap={6} className={classes.soft}>
            <Glyph size={13} aria-hidden />
            <span>
              {sourceLabel}
              {source.id !== undefined && ` ${source.id}`}, {formatTime(assessment.last_update_time)}
            </span>
            {judgeTrace !== undefined && (
              <Anchor
                component={Link}
                to="/traces/$traceId"
                params={{ traceId: judgeTrace } as never}
                size="xs"
              >
                The judge’s trace
              </Anchor>
            )}
          </Group>
        </div>
        {isValid && kind !== 'issue' && (
          <Group gap={0} wrap="nowrap">
            <Act label={`Change ${name}`} icon={IconPencil} onClick={() => setDoing('editing')} />
            <Act label={`Override ${name}`} icon={IconReplace} onClick={() => setDoing('overriding')} />
            <ConfirmButton label={`Delete ${name}`} deed={deletion}>
              It is taken back for good. One that it overrode counts again.
            </ConfirmButton>
          </Group>
        )}
      </Group>
      {assessment.error !== undefined && (
        <div className={classes.fault}>
          <LongText text={`${assessment.error.code ?? 'Failed'}: ${assessment.error.message ?? ''}`} />
        </div>
      )}
      {assessment.rationale !== undefined && <RichText text={assessment.rationale} />}
      {doing !== undefined && (
        <Change key={doing} assessment={assessment} doing={doing} onDone={() => setDoing(undefined)} />
      )}
    </article>
  );
}

interface ActProps {
  readonly label: string;
  readonly icon: Icon;
  readonly onClick: () => void;
}

function Act({ label, icon: Glyph, onClick }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        <Glyph size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function Value({ assessment: { value, kind, issue_name: issue } }: { readonly assessment: Assessment }) {
  if (kind === 'issue') return <Badge color="orange">{issue}</Badge>;
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return <JsonTree value={value as PayloadValue} level={2} />;
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  const color = text === 'yes' ? 'green' : text === 'no' ? 'red' : 'gray';
  if (text.length > 40) return <LongText text={text} />;
  return (
    <Badge variant="light" color={color} tt="none" radius="sm" className="tabular">
      {text}
    </Badge>
  );
}

interface ChangeProps {
  readonly assessment: Assessment;
  readonly doing: NonNullable<Doing>;
  readonly onDone: () => void;
}

/** Editing changes what was said; overriding says something else in its place and keeps it as history. */
function Change({ assessment, doing, onDone }: ChangeProps) {
  const update = useUpdateAssessment(assessment);
  const creation = useCreateAssessment(assessment.trace_id);
  const isNew = doing === 'overriding';
  const { error, isPending } = isNew ? creation : update;
  return (
    <div className={classes.form}>
      <AssessmentForm
        key={doing}
        initial={draftOf(assessment)}
        names={[]}
        isNew={isNew}
        error={error}
        isPending={isPending}
        onCancel={onDone}
        onSubmit={({ draft, value, person }) => {
          const { rationale } = draft;
          if (!isNew) return update.mutate({ value, rationale }, { onSuccess: onDone });
          creation.mutate(
            {
              name: draft.name,
              kind: draft.kind,
              value,
              source: { type: 'human', ...(person !== '' && { id: person }) },
              overrides: assessment.assessment_id,
              ...(rationale !== '' && { rationale }),
              ...(assessment.span_id !== undefined && { span_id: assessment.span_id }),
            },
            { onSuccess: onDone },
          );
        }}
      />
    </div>
  );
}
