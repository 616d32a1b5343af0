/** A definition (JSON) with the gateway endpoint it was registered with named as it is today. */
export function nameEndpoint(definition: string, endpoint: string): string {
  return JSON.stringify(JSON.parse(definition), (key: string, value: unknown) =>
    key === 'model' && typeof value === 'string' && value.startsWith('gateway:/')
      ? `gateway:/${endpoint}`
      : value,
  );
}
