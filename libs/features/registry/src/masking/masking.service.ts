import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  askDatabase,
  Experiment,
  MaskingDirectory,
  MaskingSetting,
  parseExperimentId,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { Masker, MaskingTally, type MaskingRule } from '@millrace/masking';
import {
  MaskedTextDto,
  MaskingRulesDto,
  toMaskingRule,
  type PutMaskingRulesBody,
  type TryMaskingRulesBody,
} from './masking.dto.ts';

const KEY_BYTES = 32;

/** Masking rules of experiments. Throws Rejected for an unknown experiment and a pattern that is none, Unavailable while PostgreSQL is down. */
@Injectable()
export class MaskingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: MaskingDirectory,
  ) {}

  async get(workspaceId: string, id: string): Promise<MaskingRulesDto> {
    return new MaskingRulesDto(await this.find(await this.requireExperiment(workspaceId, id)));
  }

  /** Replaces the whole list. */
  async put(workspaceId: string, id: string, body: PutMaskingRulesBody): Promise<MaskingRulesDto> {
    const experimentId = await this.requireExperiment(workspaceId, id);
    const rules = body.rules.map(toMaskingRule);
    checkRules(rules);
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (transaction) => {
        await transaction.query(
          'INSERT INTO masking_keys (workspace_id, key) VALUES ($1, $2) ON CONFLICT (workspace_id) DO NOTHING',
          [workspaceId, randomBytes(KEY_BYTES)],
        );
        await transaction.upsert(MaskingSetting, { experimentId, rules, lastUpdateTime: Date.now() }, [
          'experimentId',
        ]);
      }),
    );
    this.directory.forget();
    return this.get(workspaceId, id);
  }

  /** Shows what would be stored, and stores nothing. */
  async try(workspaceId: string, id: string, body: TryMaskingRulesBody): Promise<MaskedTextDto> {
    const experimentId = await this.requireExperiment(workspaceId, id);
    const rules = body.rules?.map(toMaskingRule) ?? (await this.find(experimentId))?.rules ?? [];
    const masker = checkRules(rules);
    const tally = new MaskingTally();
    const masked = masker.value(body.key ?? '', body.text, tally);
    return new MaskedTextDto(String(masked), tally.counts);
  }

  private async find(experimentId: number): Promise<MaskingSetting | undefined> {
    const found = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(MaskingSetting, { experimentId }),
    );
    return found ?? undefined;
  }

  private async requireExperiment(workspaceId: string, text: string): Promise<number> {
    const id = parseExperimentId(text) ?? -1;
    const isKnown = await askDatabase(this.dataSource, (manager) =>
      manager.existsBy(Experiment, { workspaceId, id }),
    );
    if (!isKnown) throw new Rejected(`No Experiment with id=${text} exists`, 'not-found');
    return id;
  }
}

/** Hashes under a key of its own: whoever tries texts must not learn the hash of what others sent. Throws Rejected. */
function checkRules(rules: readonly MaskingRule[]): Masker {
  const key = randomBytes(KEY_BYTES);
  return new Masker(rules, (text) => createHmac('sha256', key).update(text).digest('hex'));
}
