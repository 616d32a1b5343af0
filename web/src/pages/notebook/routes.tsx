import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NOTEBOOK_PATH } from '../../app/framed.ts';
import { rootRoute } from '../../app/root-route.tsx';
import { readNotebookSearch } from './notebook-search.ts';

export const notebookRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: NOTEBOOK_PATH,
    validateSearch: readNotebookSearch,
    component: lazyRouteComponent(() => import('./notebook-page.tsx'), 'NotebookPage'),
  }),
] as const;
