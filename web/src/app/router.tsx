import { createRouter } from '@tanstack/react-router';
import { datasetsRoutes } from '../pages/datasets/routes.tsx';
import { evaluationsRoutes } from '../pages/evaluations/routes.tsx';
import { experimentsRoutes } from '../pages/experiments/routes.tsx';
import { notebookRoutes } from '../pages/notebook/routes.tsx';
import { overviewRoutes } from '../pages/overview/routes.tsx';
import { promptsRoutes } from '../pages/prompts/routes.tsx';
import { reviewRoutes } from '../pages/review/routes.tsx';
import { sessionsRoutes } from '../pages/sessions/routes.tsx';
import { tracesRoutes } from '../pages/traces/routes.tsx';
import { versionsRoutes } from '../pages/versions/routes.tsx';
import { scorersRoutes } from '../pages/scorers/routes.tsx';
import { settingsRoutes } from '../pages/settings/routes.tsx';
import { startRoutes } from '../pages/start/routes.tsx';
import { traceByIdRoutes, traceRoutes } from '../pages/trace/routes.tsx';
import { experimentRoute } from './experiment-route.tsx';
import { rootRoute } from './root-route.tsx';

const routeTree = rootRoute.addChildren([
  ...experimentsRoutes,
  ...notebookRoutes,
  ...promptsRoutes,
  ...settingsRoutes,
  ...startRoutes,
  ...traceByIdRoutes,
  // A page of one experiment.
  experimentRoute.addChildren([
    ...datasetsRoutes,
    ...evaluationsRoutes,
    ...overviewRoutes,
    ...reviewRoutes,
    ...scorersRoutes,
    ...sessionsRoutes,
    ...traceRoutes,
    ...tracesRoutes,
    ...versionsRoutes,
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
