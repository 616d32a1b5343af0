import { createRootRoute, Outlet, useLocation } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { isFramed, NOTEBOOK_PATH } from './framed.ts';
import { PageNotFound } from './page-not-found.tsx';
import { Shell } from './shell.tsx';
import { SignInGate } from './sign-in/sign-in-gate.tsx';

export const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: PageNotFound,
  errorComponent: ({ error, reset }) => <ProblemNotice error={error} onRetry={reset} />,
});

function Root() {
  const { pathname } = useLocation();
  if (pathname === NOTEBOOK_PATH) return <Outlet />;
  // No server is asked on the way from one page to another, so what it says of frames would hold for the first alone.
  if (isFramed()) return <EmptyState title="This page does not open in a frame" />;
  return (
    <SignInGate>
      <Shell />
    </SignInGate>
  );
}
