import { In, type EntityManager } from 'typeorm';
import { GatewayEndpointModel } from '../entities/gateway-endpoint-model.entity.ts';

/** The models behind endpoints with their secrets, in the order they are tried. */
export function findEndpointModels(
  manager: EntityManager,
  endpointIds: readonly string[],
): Promise<GatewayEndpointModel[]> {
  return manager.find(GatewayEndpointModel, {
    where: { endpointId: In([...endpointIds]) },
    relations: { model: { secret: true } },
    order: { isFallback: 'ASC', fallbackOrder: 'ASC', creationTime: 'ASC', id: 'ASC' },
  });
}
