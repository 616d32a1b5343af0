import type { SecretBox } from '@millrace/service-kit';
import type { GatewaySecret } from '../entities/gateway-secret.entity.ts';

/** The values of a secret as they are kept: JSON, sealed for its row alone. */
export function sealValues(box: SecretBox, id: string, valuesJson: string): string {
  return box.seal(valuesJson, ownerOf(id));
}

/** The values of a secret by name. Throws what SecretBox throws. */
export function openValues(
  box: SecretBox,
  { id, sealedValues }: Pick<GatewaySecret, 'id' | 'sealedValues'>,
): Record<string, string> {
  const values = JSON.parse(box.open(sealedValues, ownerOf(id))) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

function ownerOf(id: string): string {
  return `gateway secret ${id}`;
}
