import { Badge, Group, Text } from '@mantine/core';
import { JsonTree } from './json-tree.tsx';
import type { RetrievedDocument } from './read-documents.ts';
import { RichText } from './rich-text.tsx';
import classes from './payload.module.css';

const MOST_SHOWN = 50;

/** Retrieved documents, as the retriever ranked them. */
export function DocumentList({ documents }: { readonly documents: readonly RetrievedDocument[] }) {
  return (
    <div className={classes.messages}>
      {documents.slice(0, MOST_SHOWN).map(({ id, text, score, metadata }, index) => (
        <article key={index} className={classes.message} aria-label={`Document ${index + 1}`}>
          <Group gap={8} mb={4}>
            <span className={classes.role}>Document {index + 1}</span>
            {id !== undefined && (
              <Text span size="xs" c="var(--text-soft)" ff="monospace">
                {id}
              </Text>
            )}
            {score !== undefined && (
              <Badge variant="light" size="sm" tt="none" radius="sm" className="tabular">
                score {Number(score.toPrecision(4))}
              </Badge>
            )}
          </Group>
          <RichText text={text} />
          {Object.keys(metadata).length > 0 && <JsonTree name="metadata" value={metadata} level={2} />}
        </article>
      ))}
      {documents.length > MOST_SHOWN && (
        <span className={classes.soft}>{documents.length - MOST_SHOWN} more: see the raw value</span>
      )}
    </div>
  );
}
