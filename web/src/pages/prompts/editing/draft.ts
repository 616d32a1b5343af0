import type { NewVersion, PromptVersion } from '../../../api/prompts.ts';

/** A message as it is edited. */
export interface DraftMessage {
  readonly key: number;
  readonly role: string;
  /** JSON where the content is not a text. */
  readonly content: string;
  readonly isJson: boolean;
  /** What else the message holds; kept as it is. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** A version as it is edited. */
export interface PromptDraft {
  readonly kind: 'text' | 'chat';
  readonly template: string;
  readonly messages: readonly DraftMessage[];
  /** JSON; empty for none. */
  readonly responseFormat: string;
  readonly modelConfig: string;
  readonly commitMessage: string;
}

export const EMPTY_DRAFT: PromptDraft = {
  kind: 'text',
  template: '',
  messages: [
    { key: 0, role: 'system', content: '', isJson: false, rest: {} },
    { key: 1, role: 'user', content: '', isJson: false, rest: {} },
  ],
  responseFormat: '',
  modelConfig: '',
  commitMessage: '',
};

/** What a new version begins with when it is made of another one. */
export function toDraft(version: PromptVersion): PromptDraft {
  const { messages = [], template = '', response_format, model_config, kind } = version;
  return {
    kind,
    template,
    messages:
      kind === 'text'
        ? EMPTY_DRAFT.messages
        : messages.map(({ role, content, ...rest }, key) => {
            const isJson = typeof content !== 'string';
            return { key, role, content: isJson ? pretty(content) : content, isJson, rest };
          }),
    responseFormat: response_format === undefined ? '' : pretty(response_format),
    modelConfig: model_config === undefined ? '' : pretty(model_config),
    commitMessage: '',
  };
}

/** Throws Error saying which field is no JSON. */
export function toNewVersion(draft: PromptDraft): NewVersion {
  const { kind, template, messages, responseFormat, modelConfig, commitMessage } = draft;
  return {
    ...(kind === 'text'
      ? { template }
      : {
          messages: messages.map(({ role, content, isJson, rest }) => ({
            ...rest,
            role,
            content: isJson ? readJson(`The content of the ${role} message`, content) : content,
          })),
        }),
    ...(responseFormat.trim() !== '' && { response_format: readObject('Response format', responseFormat) }),
    ...(modelConfig.trim() !== '' && { model_config: readObject('Model config', modelConfig) }),
    commit_message: commitMessage,
    tags: {},
  } as NewVersion;
}

/** The texts in which variables may stand. */
export function textsOf({ kind, template, messages }: PromptDraft): string[] {
  return kind === 'text' ? [template] : messages.map(({ content }) => content);
}

function pretty(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

function readObject(field: string, text: string): Record<string, unknown> {
  const value = readJson(field, text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Error(`${field} must be a JSON object, such as {"temperature": 0.2}.`);
}

function readJson(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${field} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
