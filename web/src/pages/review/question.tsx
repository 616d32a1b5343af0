import { Chip, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import type { LabelSchema } from '../../api/review.ts';
import type { Answer } from './answer.ts';

interface QuestionProps {
  readonly question: LabelSchema;
  readonly isFirst: boolean;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
}

export function Question({ question, isFirst, answer, onAnswer }: QuestionProps) {
  const { name, instruction, has_comment: hasComment } = question;
  return (
    <Stack gap={6} component="fieldset" bd="none" p={0} m={0}>
      <Text component="legend" fw={600} size="sm">
        {instruction ?? name}
      </Text>
      <AnswerInput question={question} isFirst={isFirst} answer={answer} onAnswer={onAnswer} />
      {hasComment && (
        <Textarea
          aria-label={`Reason for ${name}`}
          placeholder="Why?"
          autosize
          minRows={1}
          value={answer.reason}
          onChange={(event) => onAnswer({ ...answer, reason: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function AnswerInput({ question: { name, input }, isFirst, answer, onAnswer }: QuestionProps) {
  const say = (value: Answer['value']): void => onAnswer({ ...answer, value });
  if (input.kind === 'numeric')
    return (
      <NumberInput
        aria-label={name}
        autoFocus={isFirst}
        min={input.min}
        max={input.max}
        value={typeof answer.value === 'number' ? answer.value : ''}
        onChange={(value) => say(value === '' ? undefined : Number(value))}
      />
    );
  if (input.kind === 'text')
    return (
      <Textarea
        aria-label={name}
        autoFocus={isFirst}
        autosize
        minRows={2}
        maxLength={input.max_length}
        value={typeof answer.value === 'string' ? answer.value : ''}
        onChange={(event) => say(event.currentTarget.value)}
      />
    );
  const isMultiple = input.kind === 'categorical' && input.multi_select === true;
  const options =
    input.kind === 'categorical'
      ? (input.options ?? []).map((option) => ({ value: option, label: option }))
      : [
          { value: 'yes', label: input.positive_label ?? 'yes' },
          { value: 'no', label: input.negative_label ?? 'no' },
        ];
  return (
    <Chip.Group
      multiple={isMultiple}
      value={
        isMultiple
          ? Array.isArray(answer.value)
            ? [...(answer.value as string[])]
            : []
          : String(answer.value ?? '')
      }
      onChange={(value: string | string[]) => say(value)}
    >
      <Group gap="xs">
        {options.map(({ value, label }) => (
          <Chip key={value} value={value} size="sm">
            {label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
