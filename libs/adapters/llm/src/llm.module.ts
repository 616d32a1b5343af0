import { ChatModel } from '@millrace/ports';
import { Module, type DynamicModule } from '@nestjs/common';
import type { LlmConfig } from './llm.config.ts';

/** Provides ChatModel. */
@Module({})
export class LlmModule {
  static register(config: LlmConfig): DynamicModule {
    return {
      module: LlmModule,
      global: true,
      providers: [{ provide: ChatModel, useFactory: () => open(config) }],
      exports: [ChatModel],
    };
  }
}

/** The packages of the providers are loaded here and not above: their schemas take a while. */
async function open(config: LlmConfig): Promise<ChatModel> {
  const { AiSdkChatModel } = await import('./ai-sdk-chat-model.ts');
  return new AiSdkChatModel(config);
}
