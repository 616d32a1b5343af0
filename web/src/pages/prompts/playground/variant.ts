import type { PlaygroundAnswer, PlaygroundQuestion } from '../../../api/playground.ts';
import { DEFAULT_MODEL } from '../../../api/default-model.ts';
import type { PromptVersion } from '../../../api/prompts.ts';
import { EMPTY_DRAFT, toDraft, type DraftMessage } from '../editing/draft.ts';

/** One of the columns that are run side by side. */
export interface Variant {
  readonly key: number;
  /** The registered version that it says word for word; absent once it was edited. */
  readonly registered: { readonly name: string; readonly version: number } | undefined;
  readonly messages: readonly DraftMessage[];
  readonly responseFormat: PlaygroundQuestion['response_format'];
  readonly model: string;
  /** Undefined: the provider decides. */
  readonly temperature: number | undefined;
  readonly maxOutputTokens: number | undefined;
}

/** What became of a run. */
export type RunState =
  | { readonly kind: 'running' }
  | { readonly kind: 'answered'; readonly answer: PlaygroundAnswer }
  | { readonly kind: 'failed'; readonly error: unknown };

export const MOST_VARIANTS = 3;

/** A variant that says what a version says, with the model it is meant for; an empty chat without a version. */
export function toVariant(version: PromptVersion | undefined, key: number): Variant {
  const draft = version === undefined ? EMPTY_DRAFT : toDraft(version);
  const config = readConfig(version?.model_config);
  return {
    key,
    registered: version && { name: version.name, version: version.version },
    messages:
      version?.kind === 'text'
        ? [{ key: 0, role: 'user', content: draft.template, isJson: false, rest: {} }]
        : draft.messages,
    responseFormat: version?.response_format as Variant['responseFormat'],
    ...config,
  };
}

/** The request of a run. An empty message of an unregistered chat is left out. */
export function toQuestion(
  { registered, messages, responseFormat, model, temperature, maxOutputTokens }: Variant,
  variables: Readonly<Record<string, string>>,
  experimentId: string | undefined,
): PlaygroundQuestion {
  const said = messages.filter(({ content }) => content.trim() !== '');
  return {
    ...(registered === undefined
      ? {
          messages: said.map(({ role, content }) => ({ role: toRole(role), content })),
          ...(responseFormat !== undefined && { response_format: responseFormat }),
        }
      : { prompt: registered }),
    variables,
    model,
    ...(temperature !== undefined && { temperature }),
    ...(maxOutputTokens !== undefined && { max_output_tokens: maxOutputTokens }),
    ...(experimentId !== undefined && { experiment_id: experimentId }),
  };
}

function toRole(role: string): 'system' | 'user' | 'assistant' {
  return role === 'system' || role === 'assistant' ? role : 'user';
}

/** The words that MLflow's clients use: provider, model_name, temperature, max_tokens. */
function readConfig(config: unknown): Pick<Variant, 'model' | 'temperature' | 'maxOutputTokens'> {
  const given = (config ?? {}) as Readonly<Record<string, unknown>>;
  const { provider, model_name: name, temperature, max_tokens: maxTokens } = given;
  const known = typeof name === 'string' && name !== '' ? name : undefined;
  const model = known?.includes(':/')
    ? known
    : `${typeof provider === 'string' ? provider : 'openai'}:/${known ?? ''}`;
  return {
    model: known === undefined ? DEFAULT_MODEL : model,
    temperature: typeof temperature === 'number' ? temperature : undefined,
    maxOutputTokens: typeof maxTokens === 'number' ? maxTokens : undefined,
  };
}
