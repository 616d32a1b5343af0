import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { ChatModel, type ModelProvider } from '@millrace/ports';
import { listPricedModels, type PricedModel } from '@millrace/prices';

/** A model of the table of prices, of a provider in the gateway's words. */
export interface OfferedModel extends PricedModel {
  readonly provider: string;
}

/** Where the table of prices has another word for a provider. */
const TABLE_NAMES: Readonly<Record<string, string>> = {
  gemini: 'google',
  xai: 'x-ai',
  together_ai: 'together',
  fireworks_ai: 'fireworks',
};

/** Which providers and models there are to choose from. */
@Injectable()
export class DiscoveryService {
  constructor(private readonly chat: ChatModel) {}

  listProviders(): readonly ModelProvider[] {
    return this.chat.providers;
  }

  /** Those with a price; any other name of a model may be used too. Throws Rejected for an unknown provider. */
  listModels(provider?: string): OfferedModel[] {
    const asked = provider ? [this.find(provider)] : this.chat.providers;
    return asked.flatMap(({ name }) =>
      listPricedModels(TABLE_NAMES[name] ?? name, Date.now()).map((model) => ({ provider: name, ...model })),
    );
  }

  /** Throws Rejected for an unknown provider. */
  describe(provider: string): {
    readonly label: string;
    readonly needsKey: boolean;
    readonly needsAddress: boolean;
  } {
    const { label, needsKey, hasAddress } = this.find(provider);
    return { label, needsKey, needsAddress: !hasAddress };
  }

  private find(provider: string): ModelProvider {
    const found = this.chat.providers.find(({ name }) => name === provider);
    if (found) return found;
    const known = this.chat.providers.map(({ name }) => name).join(', ');
    throw new Rejected(`The provider '${provider}' is not known here. There are: ${known}.`);
  }
}
