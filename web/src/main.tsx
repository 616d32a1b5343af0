import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app/tokens.css';
import './app/first-paint.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { signInQuery } from './api/sign-in.ts';
import { fromMlflowAddress } from './app/mlflow-addresses.ts';
import { queryClient } from './app/query-client.ts';
import { router } from './app/router.tsx';
import { readableColors, theme } from './app/theme.ts';

const moved = fromMlflowAddress(location.hash);
if (moved !== undefined) history.replaceState(null, '', moved);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
// The frame that index.html shows stays until there is a page to take its place. A redirect on the way is followed, as the provider
// of the router would do that is not there yet.
const stopFollowing = router.history.subscribe(() => void router.load());
void Promise.all([router.load(), queryClient.prefetchQuery({ ...signInQuery, retry: false })]).then(() => {
  stopFollowing();
  createRoot(root).render(<Program />);
});

function Program() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto">
        <Notifications position="bottom-right" />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
