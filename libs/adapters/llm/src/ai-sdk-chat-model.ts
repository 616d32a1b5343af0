import type {
  LanguageModelV4,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { Rejected, Unavailable } from '@millrace/domain';
import {
  ChatModel,
  type ChatAnswer,
  type ChatDelta,
  type ChatFinish,
  type ChatRequest,
  type ChatUsage,
  type ModelAccess,
} from '@millrace/ports';
import { guardAddresses, type AddressGuard } from '@millrace/service-kit';
import { createGuardedFetch } from './guarded-fetch.ts';
import type { LlmConfig } from './llm.config.ts';
import { explainFault } from './explain-fault.ts';
import { findProvider, MODEL_PROVIDERS } from './providers.ts';
import { toCallOptions } from './to-call-options.ts';

const RETRY_AFTER_MS = 1_000;
const SETTING = 'MILLRACE_GATEWAY_PRIVATE_TARGETS';

/** ChatModel over the provider packages of the AI SDK. */
export class AiSdkChatModel extends ChatModel {
  readonly providers = MODEL_PROVIDERS;
  private readonly guard: AddressGuard;
  private readonly fetch: typeof fetch;

  constructor(private readonly config: LlmConfig) {
    super();
    this.guard = guardAddresses(config.allowPrivateTargets, SETTING);
    this.fetch = createGuardedFetch(this.guard, config);
  }

  check(access: Pick<ModelAccess, 'provider' | 'settings'>): void {
    findProvider(access);
    const base = access.settings['api_base'];
    if (!base) return;
    const url = URL.parse(base);
    if (!url || !/^https?:$/.test(url.protocol))
      throw new Rejected(`api_base '${base}' is no address of the form https://…`);
    if (url.username || url.password)
      throw new Rejected('api_base must not hold a password: store it in the secret.');
    if (url.protocol === 'http:' && !this.config.allowPrivateTargets) {
      throw new Rejected(
        `Invalid Gateway secret api_base scheme: 'http'. Allowed schemes are: 'https'; set ${SETTING}=true to allow http.`,
      );
    }
    const refusal = this.guard.refusalOf(url);
    if (refusal !== undefined) throw new Rejected(refusal);
  }

  async ask(access: ModelAccess, request: ChatRequest, stop: AbortSignal): Promise<ChatAnswer> {
    const model = this.open(access);
    const options = toCallOptions(request, stop);
    try {
      const { content, finishReason, usage, response } = await model.doGenerate(options);
      const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
      const toolCalls = content
        .filter((part) => part.type === 'tool-call')
        .map(({ toolCallId: id, toolName: name, input }) => ({ id, name, arguments: input }));
      return {
        text,
        toolCalls,
        finish: toFinish(finishReason, access),
        usage: toUsage(usage),
        model: response?.modelId,
      };
    } catch (error) {
      throw explainFault(error, access, stop);
    }
  }

  async *stream(access: ModelAccess, request: ChatRequest, stop: AbortSignal): AsyncGenerator<ChatDelta> {
    const model = this.open(access);
    const left = new AbortController();
    const options = toCallOptions(request, AbortSignal.any([stop, left.signal]));
    try {
      const { stream } = await model.doStream(options);
      for await (const part of stream) {
        const delta = toDelta(part, access);
        if (delta) yield delta;
        if (delta?.kind === 'finish') return;
      }
      throw new Unavailable(`${access.provider} ended its answer before it was whole.`, RETRY_AFTER_MS);
    } catch (error) {
      throw explainFault(error, access, stop);
    } finally {
      left.abort();
    }
  }

  private open(access: ModelAccess): LanguageModelV4 {
    this.check(access);
    return findProvider(access).open(access, this.fetch);
  }
}

function toDelta(part: LanguageModelV4StreamPart, access: ModelAccess): ChatDelta | undefined {
  switch (part.type) {
    case 'text-delta':
      return { kind: 'text', text: part.delta };
    case 'tool-call': {
      const { toolCallId: id, toolName: name, input } = part;
      return { kind: 'tool-call', call: { id, name, arguments: input } };
    }
    case 'finish':
      return { kind: 'finish', finish: toFinish(part.finishReason, access), usage: toUsage(part.usage) };
    case 'error':
      throw part.error;
    default:
      return undefined;
  }
}

/** Throws Unavailable for an answer that is not whole. */
function toFinish({ unified }: LanguageModelV4FinishReason, { provider }: ModelAccess): ChatFinish {
  if (unified === 'interrupted' || unified === 'error') {
    throw new Unavailable(`${provider} ended its answer before it was whole.`, RETRY_AFTER_MS);
  }
  return unified;
}

function toUsage({ inputTokens, outputTokens }: LanguageModelV4Usage): ChatUsage {
  return {
    input: inputTokens.total ?? 0,
    cached: inputTokens.cacheRead ?? 0,
    output: outputTokens.total ?? 0,
    reasoning: outputTokens.reasoning ?? 0,
  };
}
