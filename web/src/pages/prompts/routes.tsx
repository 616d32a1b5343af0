import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';
import { readPromptSearch, readPromptsSearch } from './prompt-search.ts';

export const promptsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/prompts',
    validateSearch: readPromptsSearch,
    component: lazyRouteComponent(() => import('./prompts-page.tsx'), 'PromptsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/playground',
    component: lazyRouteComponent(() => import('./playground/playground-page.tsx'), 'PlaygroundPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/prompts/$name',
    validateSearch: readPromptSearch,
    component: lazyRouteComponent(() => import('./prompt-page.tsx'), 'PromptPage'),
  }),
] as const;
