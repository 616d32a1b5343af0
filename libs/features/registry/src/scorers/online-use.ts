import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { ModelDirectory } from '@millrace/model-access';
import { loadScorer } from '@millrace/scorers';
import { ScorerDefinition } from './scorer-definition.ts';
import type { RegisteredScorer } from './scorers.service.ts';

/** Which scorers may judge new traces. */
@Injectable()
export class OnlineUse {
  constructor(private readonly models: ModelDirectory) {}

  /** Throws Rejected with the reason why a scorer may not. */
  async check(workspaceId: string, { name, definition: text }: RegisteredScorer): Promise<void> {
    const definition = ScorerDefinition.parse(text);
    if (!definition.isNative || definition.model !== undefined) {
      await this.checkModel(workspaceId, name, definition.model);
    }
    const { needsExpectations } = loadScorer(text, name);
    if (needsExpectations.length > 0 || definition.needsExpectations) refuseExpectations(name);
  }

  private async checkModel(workspaceId: string, name: string, model: string | undefined): Promise<void> {
    if (model === undefined) refuseModel(name, 'It names no model.');
    try {
      await this.models.resolve(workspaceId, model);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      if (!model.startsWith('gateway:')) refuseModel(name, error.message);
      if (error.reason !== 'not-found') throw error;
      throw new Rejected(`The gateway endpoint of scorer '${name}' is gone: register it with another one.`);
    }
  }
}

function refuseModel(name: string, reason: string): never {
  throw new Rejected(
    `Scorer '${name}' does not use a gateway model. Automatic evaluation is only supported for scorers that use gateway ` +
      'models: register it with a model of the form gateway:/<endpoint name>, or of a provider for which there is a ' +
      `secret. ${reason}`,
  );
}

function refuseExpectations(name: string): never {
  throw new Rejected(
    `Scorer '${name}' requires expectations, but scorers with expectations are not currently supported for automatic ` +
      'evaluation: new traces have none.',
  );
}
