import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface TraceLinkProps {
  readonly experimentId: string;
  readonly traceId: string;
  readonly children: ReactNode;
}

/** The page of a trace. */
export const TRACE_PATH = '/experiments/$experimentId/traces/$traceId' as '/';

/** To the page of a trace. */
export function TraceLink({ experimentId, traceId, children }: TraceLinkProps) {
  return (
    <Anchor component={Link} size="sm" to={TRACE_PATH} params={{ experimentId, traceId } as never}>
      {children}
    </Anchor>
  );
}
