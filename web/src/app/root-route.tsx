import { createRootRoute } from '@tanstack/react-router';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { PageNotFound } from './page-not-found.tsx';
import { Shell } from './shell.tsx';

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: PageNotFound,
  errorComponent: ({ error, reset }) => <ProblemNotice error={error} onRetry={reset} />,
});
