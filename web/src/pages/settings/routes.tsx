import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-layout.tsx'), 'SettingsLayout'),
});

const getParentRoute = () => settingsRoute;

const children = [
  createRoute({
    getParentRoute,
    path: '/',
    // Annotated: what redirect accepts follows from the tree of routes, which this is part of.
    beforeLoad: (): void => {
      throw redirect({ to: '/settings/providers' });
    },
  }),
  createRoute({
    getParentRoute,
    path: 'providers',
    component: lazyRouteComponent(() => import('./providers/providers-page.tsx'), 'ProvidersPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'experiments',
    component: lazyRouteComponent(
      () => import('./experiments/experiment-settings-page.tsx'),
      'ExperimentSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: 'prices',
    component: lazyRouteComponent(() => import('./prices/prices-page.tsx'), 'PricesPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'alerts',
    component: lazyRouteComponent(() => import('./alerts/alerts-page.tsx'), 'AlertsPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'webhooks',
    component: lazyRouteComponent(() => import('./webhooks/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'api-keys',
    component: lazyRouteComponent(() => import('./access/api-keys-page.tsx'), 'ApiKeysPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'members',
    component: lazyRouteComponent(() => import('./access/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'users',
    component: lazyRouteComponent(() => import('./access/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'data',
    component: lazyRouteComponent(() => import('./data/data-page.tsx'), 'DataPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'limits',
    component: lazyRouteComponent(() => import('./access/limits-page.tsx'), 'LimitsPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'audit',
    component: lazyRouteComponent(() => import('./access/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: 'health',
    component: lazyRouteComponent(() => import('./health/health-page.tsx'), 'HealthPage'),
  }),
] as const;

export const settingsRoutes = [settingsRoute.addChildren(children)] as const;
