import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, Experiment, parseExperimentId, SamplingCount, SamplingSetting } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { SamplingDto, type PutSamplingBody } from './sampling.dto.ts';

/** Sampling rules of experiments. Throws Rejected for an unknown experiment, Unavailable while PostgreSQL is down. */
@Injectable()
export class SamplingService {
  constructor(private readonly dataSource: DataSource) {}

  async get(workspaceId: string, id: string): Promise<SamplingDto> {
    const experimentId = await this.find(workspaceId, id);
    return askDatabase(this.dataSource, async (manager) => {
      const setting = await manager.findOneBy(SamplingSetting, { experimentId });
      const count = await manager.findOneBy(SamplingCount, { experimentId });
      return new SamplingDto(setting ?? undefined, count ?? undefined);
    });
  }

  async put(workspaceId: string, id: string, body: PutSamplingBody): Promise<SamplingDto> {
    const experimentId = await this.find(workspaceId, id);
    const { share, keep_errors: keepErrors, keep_slower_than_ms: slower } = body;
    await askDatabase(this.dataSource, (manager) =>
      manager.upsert(
        SamplingSetting,
        { experimentId, share, keepErrors, keepSlowerThanMs: slower ?? null, lastUpdateTime: Date.now() },
        ['experimentId'],
      ),
    );
    return this.get(workspaceId, id);
  }

  async delete(workspaceId: string, id: string): Promise<void> {
    const experimentId = await this.find(workspaceId, id);
    const { affected } = await askDatabase(this.dataSource, (manager) =>
      manager.delete(SamplingSetting, { experimentId }),
    );
    if (!affected) throw new Rejected(`The experiment ${id} has no sampling rule.`, 'not-found');
  }

  private async find(workspaceId: string, text: string): Promise<number> {
    const id = parseExperimentId(text) ?? -1;
    const isKnown = await askDatabase(this.dataSource, (manager) =>
      manager.existsBy(Experiment, { workspaceId, id }),
    );
    if (!isKnown) throw new Rejected(`No Experiment with id=${text} exists`, 'not-found');
    return id;
  }
}
