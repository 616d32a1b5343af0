import { Text } from '@mantine/core';
import type { Attribute, SpanDetail } from '../../../api/trace-detail.ts';
import { LongText } from '../../../components/payload/long-text.tsx';
import classes from './panel.module.css';

/** What went wrong: the status, and exceptions with their stack. */
export function SpanErrors({ span }: { readonly span: SpanDetail }) {
  const exceptions = span.events.filter(({ name }) => name === 'exception');
  const isTold = exceptions.some((event) => textOf(event.attributes, 'message') === span.status.message);
  return (
    <>
      {span.status.code === 'ERROR' && !isTold && (
        <div className={classes.error} role="note" aria-label="Error">
          <Text size="sm" fw={600} component="div">
            Failed
          </Text>
          <LongText text={span.status.message === '' ? 'without a message' : span.status.message} />
        </div>
      )}
      {exceptions.map((event, index) => (
        <Exception key={index} attributes={event.attributes} />
      ))}
    </>
  );
}

function Exception({ attributes }: { readonly attributes: readonly Attribute[] }) {
  const stack = textOf(attributes, 'stacktrace');
  return (
    <div className={classes.error} role="note" aria-label="Error">
      <Text size="sm" fw={600} component="div">
        {textOf(attributes, 'type') ?? 'Exception'}
      </Text>
      <LongText text={textOf(attributes, 'message') ?? ''} />
      {stack !== undefined && (
        <details>
          <summary>Stack</summary>
          <LongText text={stack} isCode />
        </details>
      )}
    </div>
  );
}

function textOf(attributes: readonly Attribute[], name: string): string | undefined {
  const value = attributes.find(({ key }) => key === `exception.${name}`)?.value;
  return typeof value === 'string' ? value : undefined;
}
