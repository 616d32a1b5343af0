import type { ReactNode } from 'react';
import { PageLink } from './page-link.tsx';

interface TraceLinkProps {
  readonly experimentId: string;
  readonly traceId: string;
  /** What it reads; the beginning of the id when absent. */
  readonly children?: ReactNode;
}

const SHOWN_ID = 11;

/** To the page of a trace. */
export function TraceLink({ experimentId, traceId, children }: TraceLinkProps) {
  return (
    <PageLink
      size="sm"
      to="/experiments/$experimentId/traces/$traceId"
      params={{ experimentId, traceId }}
      title={traceId}
    >
      {children ?? <span className="tabular">{traceId.slice(0, SHOWN_ID)}…</span>}
    </PageLink>
  );
}
