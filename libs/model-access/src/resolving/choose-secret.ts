import { Rejected } from '@millrace/domain';
import type { ModelProvider } from '@millrace/ports';
import type { GatewaySecret } from '../entities/gateway-secret.entity.ts';

/**
 * The secret of a workspace with which a provider is reached: the one named like the provider, else the only one of it;
 * undefined where none is needed. Throws Rejected when there is none, or no telling which.
 */
export function chooseSecret(
  provider: ModelProvider,
  secrets: readonly GatewaySecret[],
): GatewaySecret | undefined {
  const usable = secrets.filter((secret) =>
    secret.provider ? secret.provider === provider.name : secret.name === provider.name,
  );
  const named = usable.find(({ name }) => name === provider.name);
  if (named) return named;
  if (usable.length === 1) return usable[0];
  if (usable.length > 1) {
    const names = usable.map(({ name }) => `'${name}'`).join(', ');
    throw new Rejected(
      `The workspace has several secrets of ${provider.name} (${names}): name one of them '${provider.name}', or put the ` +
        'model behind an endpoint of the gateway and use gateway:/<endpoint>.',
    );
  }
  if (!provider.needsKey && provider.hasAddress) return undefined;
  throw new Rejected(
    `The workspace has no key of ${provider.name}: store one with POST /api/v1/gateway/secrets ` +
      `{"name": "${provider.name}", "provider": "${provider.name}", "values": {"api_key": "…"}}` +
      `${provider.hasAddress ? '' : ' and its api_base'}, or name a model you have a key for.`,
  );
}
