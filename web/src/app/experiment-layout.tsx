import { Outlet } from '@tanstack/react-router';

/** What all pages of an experiment have in common stands in the shell's navigation; a page adds its own bar. */
export function ExperimentLayout() {
  return <Outlet />;
}
