import { Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { SpanDetail } from '../../../api/trace-detail.ts';
import { PayloadView } from '../../../components/payload/payload-view.tsx';
import { LargeAttribute } from './large-attribute.tsx';
import classes from './panel.module.css';
import { SpanErrors } from './span-errors.tsx';

/** What went in and came out, by its kind. */
export function ContentTab({ span }: { readonly span: SpanDetail }) {
  const [isRaw, setRaw] = useState(false);
  const { inputs, outputs, tools, documents } = span;
  const isEmpty = [inputs, outputs, tools, documents].every((text) => text === undefined);
  return (
    <div className={classes.content}>
      <SpanErrors span={span} />
      {isEmpty ? (
        <Text size="sm" c="var(--text-soft)">
          This span has no inputs or outputs. What else it says is under Attributes.
        </Text>
      ) : (
        <Group justify="flex-end" mb={-30}>
          <SegmentedControl
            size="xs"
            aria-label="How content is shown"
            data={[
              { value: 'rendered', label: 'Rendered' },
              { value: 'raw', label: 'Raw' },
            ]}
            value={isRaw ? 'raw' : 'rendered'}
            onChange={(value) => setRaw(value === 'raw')}
          />
        </Group>
      )}
      <Payload span={span} title="Inputs" text={inputs} attribute={span.inputs_attribute} isRaw={isRaw} />
      <Payload span={span} title="Outputs" text={outputs} attribute={span.outputs_attribute} isRaw={isRaw} />
      {documents !== undefined && documents !== outputs && (
        <section className={classes.section}>
          <Title order={3}>Documents</Title>
          <PayloadView text={documents} isRaw={isRaw} spanType="RETRIEVER" />
        </section>
      )}
      {tools !== undefined && (
        <section className={classes.section}>
          <Title order={3}>Tools on offer</Title>
          <PayloadView text={tools} isRaw={isRaw} />
        </section>
      )}
    </div>
  );
}

interface PayloadProps {
  readonly span: SpanDetail;
  readonly title: string;
  readonly text: string | undefined;
  readonly attribute: string | undefined;
  readonly isRaw: boolean;
}

function Payload({ span, title, text, attribute, isRaw }: PayloadProps) {
  if (text === undefined) return null;
  const isLarge = span.attributes.some(({ key, type }) => key === attribute && type === 'blob');
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={3}>{title}</Title>
      {isLarge && attribute !== undefined ? (
        <LargeAttribute span={span} name={attribute} isRaw={isRaw} />
      ) : (
        <PayloadView text={text} isRaw={isRaw} spanType={title === 'Outputs' ? span.type : undefined} />
      )}
    </section>
  );
}
