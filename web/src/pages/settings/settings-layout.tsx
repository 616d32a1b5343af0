import { Tabs } from '@mantine/core';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';

const SECTIONS = [
  { to: '/settings/providers', label: 'Providers' },
  { to: '/settings/experiments', label: 'Experiments' },
  { to: '/settings/prices', label: 'Prices' },
  { to: '/settings/alerts', label: 'Alerts' },
  { to: '/settings/webhooks', label: 'Webhooks' },
  { to: '/settings/api-keys', label: 'API keys' },
  { to: '/settings/members', label: 'Members' },
  { to: '/settings/users', label: 'Users' },
  { to: '/settings/data', label: 'Data' },
  { to: '/settings/limits', label: 'Limits' },
  { to: '/settings/audit', label: 'Audit log' },
  { to: '/settings/health', label: 'Health' },
] as const;

export function SettingsLayout() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const goTo = (address: string | null): void => {
    const section = SECTIONS.find(({ to }) => to === address);
    if (section !== undefined) void navigate({ to: section.to });
  };
  return (
    <Page title="Settings">
      <Tabs value={pathname} onChange={goTo} keepMounted={false}>
        <Tabs.List bg="var(--surface)" px="md">
          {SECTIONS.map(({ to, label }) => (
            <Tabs.Tab key={to} value={to}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={pathname}>
          <Outlet />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
