import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Rejected, type JsonValue } from '@millrace/domain';
import type { ChatMessage } from '@millrace/ports';
import { findPromptVersion } from '@millrace/registered-models';

/** A version of a prompt. */
export interface PromptTemplate {
  readonly name: string;
  readonly version: number;
  readonly kind: 'text' | 'chat';
  /** JSON of messages where it is a chat. */
  readonly template: string;
}

const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}/g;
const messages = z.array(z.looseObject({ role: z.string(), content: z.string() })).min(1);

/** Throws Rejected for an address that is none, and for what is not there. */
export async function findPrompt(
  manager: EntityManager,
  workspaceId: string,
  address: string,
): Promise<PromptTemplate> {
  const { name, version } = await findPromptVersion(manager, workspaceId, address);
  const { templateKind, template } = version;
  return { name, version: version.version, kind: templateKind ?? 'text', template: template ?? '' };
}

/** The messages of a prompt with the values of its variables. Throws Rejected naming those that have none. */
export function renderPrompt(
  { name, kind, template }: PromptTemplate,
  inputs: Readonly<Record<string, JsonValue>>,
): ChatMessage[] {
  const missing = new Set<string>();
  const render = (text: string): string =>
    text.replace(VARIABLE, (_, variable: string) => {
      const value = inputs[variable];
      if (value === undefined) missing.add(variable);
      return typeof value === 'string' ? value : JSON.stringify(value ?? null);
    });
  const parts = kind === 'text' ? [{ role: 'user', content: template }] : readMessages(name, template);
  const rendered = parts.map(({ role, content }) => toMessage(role, render(content)));
  if (missing.size === 0) return rendered;
  throw new Rejected(
    `The prompt '${name}' needs ${[...missing].map((each) => `'${each}'`).join(', ')}, which the inputs lack.`,
  );
}

function readMessages(name: string, template: string): z.output<typeof messages> {
  const read = messages.safeParse(JSON.parse(template));
  if (read.success) return read.data;
  throw new Rejected(
    `The prompt '${name}' has a message whose content is not a text, which can't be asked here.`,
  );
}

function toMessage(role: string, text: string): ChatMessage {
  if (role === 'system') return { role, text };
  if (role === 'assistant') return { role, text, toolCalls: [] };
  return { role: 'user', parts: [{ kind: 'text', text }] };
}
