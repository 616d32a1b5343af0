import type { SessionOrder } from '../../api/sessions.ts';

export interface SessionsSearch {
  /** The users instead of the sessions. */
  readonly show?: 'users';
  /** The latest first when absent. */
  readonly sessionOrder?: Exclude<SessionOrder, 'last_activity'>;
}

const ORDERS = ['traces', 'tokens', 'cost'] as const;

export function readSessionsSearch(search: Readonly<Record<string, unknown>>): SessionsSearch {
  const sessionOrder = ORDERS.find((each) => each === search['sessionOrder']);
  return {
    ...(search['show'] === 'users' && { show: 'users' }),
    ...(sessionOrder !== undefined && { sessionOrder }),
  };
}
