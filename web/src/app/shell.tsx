import {
  ActionIcon,
  Anchor,
  AppShell,
  Burger,
  Group,
  ScrollArea,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { ExperimentSelect } from './experiment-select.tsx';
import { FreshnessBadge } from './freshness-badge.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';
import { AccountMenu } from './sign-in/account-menu.tsx';
import { WorkspaceSelect } from './workspace-select.tsx';

/** What stands around every page. */
export function Shell() {
  const [isOpen, menu] = useDisclosure();
  return (
    <AppShell
      layout="alt"
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
    >
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <AppShell.Header className={classes.header}>
        <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
        <ExperimentSelect />
        <Group gap="xs" ml="auto" wrap="nowrap">
          <FreshnessBadge />
          <ColorSchemeSwitch />
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Pages">
        <Group px="sm" h={48} wrap="nowrap" justify="space-between">
          <Anchor component={Link} to="/" underline="never" className={classes.brand}>
            <img src="/favicon.svg" width={22} height={22} alt="" />
            <Text span fw={700} c="var(--mantine-color-text)">
              Millrace
            </Text>
          </Anchor>
          <Burger
            opened={isOpen}
            onClick={menu.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label="Close navigation"
          />
        </Group>
        <WorkspaceSelect />
        <ScrollArea className={classes.places}>
          <Navigation onChosen={menu.close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="content" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark =
    colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      aria-label={isDark ? 'Light colours' : 'Dark colours'}
    >
      {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}
