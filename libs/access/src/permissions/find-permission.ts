import type { Route } from '@millrace/service-kit';
import type { RoutePermission } from './route-permissions.ts';

const BELOW = '/**';

/** The line of a table that holds for a route: the longest path, then the method named. Undefined: there is none. */
export function findPermission(
  table: readonly RoutePermission[],
  { method, path }: Route,
): RoutePermission | undefined {
  const plain = path.replace(/^\/ajax-api\//, '/api/');
  const holding = table.filter(
    ([ofMethod, ofPath]) => (ofMethod === '*' || ofMethod === method) && covers(ofPath, plain),
  );
  return holding.sort((left, right) => weightOf(right) - weightOf(left))[0];
}

function covers(pattern: string, path: string): boolean {
  if (!pattern.endsWith(BELOW)) return pattern === path;
  const prefix = pattern.slice(0, -BELOW.length);
  return path === prefix || path.startsWith(`${prefix}/`);
}

/** An exact path before a prefix, a longer prefix before a shorter one, a method before none. */
function weightOf([method, path]: RoutePermission): number {
  const length = path.endsWith(BELOW) ? path.length - BELOW.length : 10_000 + path.length;
  return 2 * length + (method === '*' ? 0 : 1);
}
