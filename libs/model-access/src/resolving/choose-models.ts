import type { GatewayEndpoint } from '@millrace/access';
import type { GatewayEndpointModel } from '../entities/gateway-endpoint-model.entity.ts';

/** An endpoint and what is behind it. */
export interface EndpointModels {
  readonly endpoint: GatewayEndpoint;
  readonly models: readonly GatewayEndpointModel[];
}

/**
 * The models of an endpoint in the order they are tried: one of those that answer, chosen by weight when they share the requests,
 * then its fallbacks. `random` is from 0 up to 1.
 */
export function chooseModels({ endpoint, models }: EndpointModels, random: number): GatewayEndpointModel[] {
  const primaries = models.filter(({ isFallback }) => !isFallback);
  const primary = endpoint.isSplit ? byWeight(primaries, random) : primaries[0];
  const fallbacks = models.filter(({ isFallback }) => isFallback);
  const order = primary ? [primary, ...fallbacks] : fallbacks;
  return order.slice(0, Math.max(1, endpoint.fallback?.maxAttempts ?? order.length));
}

function byWeight(models: readonly GatewayEndpointModel[], random: number): GatewayEndpointModel | undefined {
  const total = models.reduce((sum, { weight }) => sum + weight, 0);
  let left = random * total;
  for (const model of models) {
    left -= model.weight;
    if (left < 0) return model;
  }
  return models[0];
}
