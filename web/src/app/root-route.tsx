import { createRootRoute } from '@tanstack/react-router';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { PageNotFound } from './page-not-found.tsx';
import { Shell } from './shell.tsx';
import { SignInGate } from './sign-in/sign-in-gate.tsx';

export const rootRoute = createRootRoute({
  component: () => (
    <SignInGate>
      <Shell />
    </SignInGate>
  ),
  notFoundComponent: PageNotFound,
  errorComponent: ({ error, reset }) => <ProblemNotice error={error} onRetry={reset} />,
});
