import type { JsonValue } from '@millrace/domain';
import { linkToSpan } from './link-to-span.ts';
import { fillIn, findVariables, requireAll, type Values } from './template.ts';

type JsonObject = Readonly<Record<string, JsonValue>>;

/** One message of a chat prompt; what else it holds is kept. */
export interface ChatMessage {
  readonly role: string;
  /** A text, or parts of a message. */
  readonly content: JsonValue;
  readonly [more: string]: JsonValue;
}

/** What is known of a version of a prompt beside its template. */
export interface PromptFacts {
  readonly name: string;
  /** From 1 on; 0 of a fallback, which is no version. */
  readonly version: number;
  /** JSON schema of the answer. */
  readonly responseFormat?: JsonObject;
  /** The model it is meant for: model_name, temperature, … */
  readonly modelConfig?: JsonObject;
  readonly commitMessage: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Those that stood for this version when it was loaded. */
  readonly aliases: readonly string[];
  readonly creationTime?: Date;
  readonly lastUpdateTime?: Date;
}

abstract class PromptVersion<Template extends string | readonly ChatMessage[]> {
  readonly facts: PromptFacts;
  /** With its variables in double braces. */
  readonly template: Template;
  /** The names in double braces. */
  readonly variables: readonly string[];

  constructor(facts: PromptFacts, template: Template) {
    this.facts = facts;
    this.template = template;
    this.variables = findVariables(template);
  }

  get name(): string {
    return this.facts.name;
  }

  /** From 1 on; 0 of a fallback, which is no version. */
  get version(): number {
    return this.facts.version;
  }

  /** Whether it is what the caller gave for when there is none to be had. */
  get isFallback(): boolean {
    return this.version === 0;
  }

  /** `prompts:/name/3`, as MLflow writes it. */
  get uri(): string {
    return `prompts:/${this.name}${this.isFallback ? '' : `/${this.version}`}`;
  }

  get responseFormat(): JsonObject | undefined {
    return this.facts.responseFormat;
  }

  get modelConfig(): JsonObject | undefined {
    return this.facts.modelConfig;
  }

  get tags(): Readonly<Record<string, string>> {
    return this.facts.tags;
  }

  get aliases(): readonly string[] {
    return this.facts.aliases;
  }

  /**
   * The template with the values of its variables; values that it does not name are passed over. Within a traced function the
   * trace is linked to the version. Throws InvalidRequestError where a value is missing.
   */
  format(values: Values = {}): Template {
    linkToSpan(this);
    const filled = fillIn(this.template, values);
    requireAll(this.name, this.variables, values);
    return filled;
  }
}

/** A version of a prompt that is one text. */
export class TextPrompt extends PromptVersion<string> {
  readonly kind = 'text';

  /** The same version with a part of its variables filled in. */
  formatPartially(values: Values): TextPrompt {
    return new TextPrompt(this.facts, fillIn(this.template, values));
  }
}

/** A version of a prompt that is a list of messages. */
export class ChatPrompt extends PromptVersion<readonly ChatMessage[]> {
  readonly kind = 'chat';

  /** The same version with a part of its variables filled in. */
  formatPartially(values: Values): ChatPrompt {
    return new ChatPrompt(this.facts, fillIn(this.template, values));
  }
}

export type Prompt = TextPrompt | ChatPrompt;

export type PromptTemplate = string | readonly ChatMessage[];

export function promptOf(facts: PromptFacts, template: PromptTemplate): Prompt {
  return typeof template === 'string' ? new TextPrompt(facts, template) : new ChatPrompt(facts, template);
}
