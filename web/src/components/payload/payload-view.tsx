import { useMemo } from 'react';
import { DocumentList } from './document-list.tsx';
import { JsonTree } from './json-tree.tsx';
import { LongText } from './long-text.tsx';
import { MessageList } from './message-list.tsx';
import { parsePayload, payloadText, type PayloadValue } from './parse-payload.ts';
import { readDocuments } from './read-documents.ts';
import { readMessages } from './read-messages.ts';
import { RichText } from './rich-text.tsx';

interface PayloadViewProps {
  /** JSON text, or a text. */
  readonly text: string;
  /** As it was sent, but for line breaks in JSON. */
  readonly isRaw?: boolean;
  /** Type of the span: what a retriever answers is documents. */
  readonly spanType?: string;
}

/** Inputs or outputs of a span by their kind: messages, documents, JSON, text. Its content is hostile and never becomes markup. */
export function PayloadView({ text, isRaw = false, spanType }: PayloadViewProps) {
  const value = useMemo(() => parsePayload(text), [text]);
  if (isRaw) return <LongText text={payloadText(value)} isCode />;
  return <ValueView value={value} isRetriever={/RETRIEVER|RERANKER/.test(spanType ?? '')} />;
}

function ValueView({ value, isRetriever }: { readonly value: PayloadValue; readonly isRetriever: boolean }) {
  const documents = useMemo(() => (isRetriever ? readDocuments(value) : undefined), [value, isRetriever]);
  const messages = useMemo(() => (documents ? undefined : readMessages(value)), [value, documents]);
  if (documents) return <DocumentList documents={documents} />;
  if (messages) return <MessageList messages={messages} />;
  if (typeof value === 'string') return <RichText text={value} />;
  return <JsonTree value={value} />;
}
