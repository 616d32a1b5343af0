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
      providers: [{ provide: ChatModel, useFactory: () => openChatModel(config) }],
      exports: [ChatModel],
    };
  }
}

/** ChatModel outside of a service. The packages of the providers are loaded here and not above: their schemas take a while. */
export async function openChatModel(config: LlmConfig): Promise<ChatModel> {
  const { AiSdkChatModel } = await import('./ai-sdk-chat-model.ts');
  return new AiSdkChatModel(config);
}
