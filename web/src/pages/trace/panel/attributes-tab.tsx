import { Button, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Attribute, SpanDetail } from '../../../api/trace-detail.ts';
import { formatCount } from '../../../components/format.ts';
import { JsonTree } from '../../../components/payload/json-tree.tsx';
import { LongText } from '../../../components/payload/long-text.tsx';
import type { PayloadValue } from '../../../components/payload/parse-payload.ts';
import { LargeAttribute } from './large-attribute.tsx';
import classes from './panel.module.css';

const WINDOW = 100;

/** All that the span and its resource say, to be searched. */
export function AttributesTab({ span }: { readonly span: SpanDetail }) {
  const [words, setWords] = useState('');
  return (
    <div className={classes.content}>
      <TextInput
        size="xs"
        aria-label="Search attributes"
        placeholder="Search keys and values"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <AttributeTable title="Span" span={span} attributes={span.attributes} words={words} />
      <AttributeTable title="Resource" span={span} attributes={span.resource} words={words} isOfResource />
      <Text size="xs" c="var(--text-soft)">
        Scope: {span.scope_name === '' ? 'none' : `${span.scope_name} ${span.scope_version}`}
      </Text>
    </div>
  );
}

interface AttributeTableProps {
  readonly title: string;
  readonly span: SpanDetail;
  readonly attributes: readonly Attribute[];
  readonly words: string;
  readonly isOfResource?: boolean;
}

function AttributeTable({ title, span, attributes, words, isOfResource = false }: AttributeTableProps) {
  const [shown, setShown] = useState(WINDOW);
  const wanted = words.trim().toLowerCase();
  const found = attributes.filter((attribute) => textOf(attribute).includes(wanted));
  return (
    <section className={classes.section}>
      <Title order={3}>
        {title} ({formatCount(found.length)})
      </Title>
      <Table aria-label={`Attributes of the ${title.toLowerCase()}`} layout="fixed">
        <Table.Tbody>
          {found.slice(0, shown).map((attribute) => (
            <Table.Tr key={attribute.key}>
              <Table.Th scope="row" fw={500} fz={12} className={classes.key}>
                {attribute.key}
              </Table.Th>
              <Table.Td fz={12} className={classes.value}>
                <AttributeValue span={span} attribute={attribute} isOfResource={isOfResource} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {found.length > shown && (
        <Button size="compact-xs" variant="default" onClick={() => setShown(shown + WINDOW)}>
          {formatCount(found.length - shown)} more
        </Button>
      )}
    </section>
  );
}

interface AttributeValueProps {
  readonly span: SpanDetail;
  readonly attribute: Attribute;
  readonly isOfResource: boolean;
}

function AttributeValue({ span, attribute, isOfResource }: AttributeValueProps) {
  const [isAsked, setAsked] = useState(false);
  if (attribute.type === 'blob') {
    return isAsked ? (
      <LargeAttribute span={span} name={attribute.key} isOfResource={isOfResource} isRaw />
    ) : (
      <Button size="compact-xs" variant="default" onClick={() => setAsked(true)}>
        Show {formatCount(attribute.bytes ?? 0)} bytes
      </Button>
    );
  }
  const value = (attribute.value ?? null) as PayloadValue;
  return typeof value === 'object' ? <JsonTree value={value} /> : <LongText text={String(value)} />;
}

function textOf({ key, value }: Attribute): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return `${key} ${text}`.toLowerCase();
}
