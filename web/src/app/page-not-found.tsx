import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';

export function PageNotFound() {
  return (
    <EmptyState title="There is no page at this address">
      Check the link, or go to{' '}
      <Anchor component={Link} to="/">
        the experiments
      </Anchor>
      .
    </EmptyState>
  );
}
