import { Code, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { BuiltInScorer, ScorerDefinition } from '../../api/scorers.ts';
import { kindOfDefinition, parametersOfDefinition } from './definition-text.ts';
import { labelOf } from './parameter-fields.ts';
import classes from './scorers.module.css';
import { verdictText } from './verdict-text.ts';

interface DefinitionViewProps {
  readonly definition: ScorerDefinition;
  /** Its kind, if it is one of the server's. */
  readonly builtIn: BuiltInScorer | undefined;
}

/** What a scorer is and what it is told, in words; its JSON on demand. */
export function DefinitionView({ definition, builtIn }: DefinitionViewProps) {
  const [isJson, setJson] = useState(false);
  const parameters = Object.entries(parametersOfDefinition(definition)).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return (
    <Stack component="section" aria-label="Definition" gap="sm">
      <div>
        <Title order={2}>{builtIn?.title ?? kindOfDefinition(definition)}</Title>
        {builtIn !== undefined && (
          <Text size="sm" c="var(--text-soft)">
            {builtIn.description}
          </Text>
        )}
      </div>
      {parameters.length > 0 && (
        <dl className={classes.parameters}>
          {parameters.map(([key, value]) => (
            <div key={key}>
              <dt>{key === 'feedback_value_type' ? 'Verdict' : labelOf(key)}</dt>
              <dd data-code={key === 'source' || undefined}>{textOf(key, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <UnstyledButton
        className={classes.more}
        aria-expanded={isJson}
        onClick={() => setJson((isShown) => !isShown)}
      >
        {isJson ? 'Without JSON' : 'As JSON'}
      </UnstyledButton>
      {isJson && (
        <Code block className={classes.json} tabIndex={0}>
          {JSON.stringify(definition, undefined, 2)}
        </Code>
      )}
    </Stack>
  );
}

function textOf(key: string, value: unknown): string {
  if (key === 'feedback_value_type') return verdictText(value) ?? JSON.stringify(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isList ? value.join(', ') : JSON.stringify(value);
}
