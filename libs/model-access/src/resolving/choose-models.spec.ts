import { GatewayEndpoint } from '@millrace/access';
import { expect, it } from 'vitest';
import { GatewayEndpointModel } from '../entities/gateway-endpoint-model.entity.ts';
import { chooseModels } from './choose-models.ts';

function endpointOf(fields: Partial<GatewayEndpoint>, ...models: readonly Partial<GatewayEndpointModel>[]) {
  return {
    endpoint: Object.assign(new GatewayEndpoint(), fields),
    models: models.map((model) => Object.assign(new GatewayEndpointModel(), model)),
  };
}

const idsOf = (models: readonly GatewayEndpointModel[]): string[] => models.map(({ id }) => id);
const [A, B] = [
  { id: 'a', weight: 1 },
  { id: 'b', weight: 3 },
];
const LAST = { id: 'f', isFallback: true };

it('without sharing the first model answers, then the fallbacks', () => {
  expect(idsOf(chooseModels(endpointOf({}, A, B, LAST), 0.99))).toEqual(['a', 'f']);
});

it('shares the requests by weight', () => {
  const shared = endpointOf({ isSplit: true }, A, B, LAST);
  const first = Array.from({ length: 100 }, (_, n) => chooseModels(shared, n / 100)[0]?.id);
  expect(first.filter((id) => id === 'a')).toHaveLength(25);
  expect(first.filter((id) => id === 'b')).toHaveLength(75);
});

it('a model without weight is chosen only when there is no other', () => {
  expect(idsOf(chooseModels(endpointOf({ isSplit: true }, { id: 'z', weight: 0 }, A), 0))).toEqual(['a']);
  expect(idsOf(chooseModels(endpointOf({ isSplit: true }, { id: 'z', weight: 0 }), 0.5))).toEqual(['z']);
});

it('tries no more models than it may', () => {
  const many = [A, LAST, { ...LAST, id: 'g' }];
  expect(idsOf(chooseModels(endpointOf({ fallback: { maxAttempts: 2 } }, ...many), 0))).toEqual(['a', 'f']);
  expect(idsOf(chooseModels(endpointOf({ fallback: { maxAttempts: 0 } }, ...many), 0))).toEqual(['a']);
  expect(idsOf(chooseModels(endpointOf({ fallback: {} }, ...many), 0))).toEqual(['a', 'f', 'g']);
});
