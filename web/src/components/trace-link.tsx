import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface TraceLinkProps {
  readonly experimentId: string;
  readonly traceId: string;
  /** What it reads; the beginning of the id when absent. */
  readonly children?: ReactNode;
}

/** The page of a trace. */
export const TRACE_PATH = '/experiments/$experimentId/traces/$traceId' as '/';
const SHOWN_ID = 11;

/** To the page of a trace. */
export function TraceLink({ experimentId, traceId, children }: TraceLinkProps) {
  return (
    <Anchor
      component={Link}
      size="sm"
      to={TRACE_PATH}
      params={{ experimentId, traceId } as never}
      title={traceId}
    >
      {children ?? <span className="tabular">{traceId.slice(0, SHOWN_ID)}…</span>}
    </Anchor>
  );
}
