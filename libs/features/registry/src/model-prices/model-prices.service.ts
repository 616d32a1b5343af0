import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, ModelPrice } from '@millrace/access';
import { Rejected } from '@millrace/domain';

/** All of them go into every record that reprices a trace. */
const MOST_PRICES = 500;

/** The prices that a workspace sets for itself. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ModelPricesService {
  constructor(private readonly dataSource: DataSource) {}

  list(workspaceId: string): Promise<ModelPrice[]> {
    return askDatabase(this.dataSource, (manager) =>
      manager.find(ModelPrice, { where: { workspaceId }, order: { model: 'ASC', provider: 'ASC' } }),
    );
  }

  /** Sets or replaces a price; spans that come from then on have it. Those stored already have it once they are repriced. */
  async put(
    workspaceId: string,
    key: { readonly model: string; readonly provider: string },
    rates: Record<string, string>,
  ): Promise<ModelPrice> {
    const { model, provider } = key;
    return askDatabase(this.dataSource, async (manager) => {
      const isKnown = await manager.existsBy(ModelPrice, { workspaceId, model, provider });
      if (!isKnown && (await manager.countBy(ModelPrice, { workspaceId })) >= MOST_PRICES) {
        throw new Rejected(`A workspace has at most ${MOST_PRICES} prices of its own: delete one first.`);
      }
      const row = manager.create(ModelPrice, {
        workspaceId,
        model,
        provider,
        rates,
        lastUpdateTime: Date.now(),
      });
      await manager.upsert(ModelPrice, { ...row }, ['workspaceId', 'model', 'provider']);
      return row;
    });
  }

  async delete(workspaceId: string, model: string, provider: string): Promise<void> {
    const { affected } = await askDatabase(this.dataSource, (manager) =>
      manager.delete(ModelPrice, { workspaceId, model, provider }),
    );
    if (affected) return;
    const whose = provider === '' ? '' : ` of provider '${provider}'`;
    throw new Rejected(`The workspace has set no price for the model '${model}'${whose}.`, 'not-found');
  }
}
