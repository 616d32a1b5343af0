export const GENERATED: Readonly<Record<'openapi' | 'settings', string>>;
export function staleness(
  name: 'openapi' | 'settings',
  kept: string | undefined,
  made: string,
): string | undefined;
