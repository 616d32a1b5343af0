interface Whose {
  readonly user_id?: string;
  readonly session_id?: string;
  readonly experiment_id?: string;
}

/** Whose data is meant, in words. */
export function whoseOf({ user_id: user, session_id: session, experiment_id: experiment }: Whose): string {
  const parts = [
    ...(user === undefined ? [] : [`user ${user}`]),
    ...(session === undefined ? [] : [`session ${session}`]),
  ];
  const place = experiment === undefined ? 'all experiments' : `experiment ${experiment}`;
  return parts.length === 0 ? place : `${parts.join(', ')} in ${place}`;
}
