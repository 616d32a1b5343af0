import { Rejected } from '@millrace/domain';
import { z } from 'zod';
import type { PromptContent } from './create-version.ts';

const LONGEST_TEMPLATE = 100_000;
const VARIABLE = /\{\{\s*([a-zA-Z_][a-zA-Z0-9_]*(?:\.[a-zA-Z_][a-zA-Z0-9_]*)*)\s*\}\}/g;

/** One message of a chat prompt; what else it holds is kept. */
export const chatMessageSchema = z
  .looseObject({ role: z.string().min(1), content: z.unknown() })
  .refine(({ content }) => content !== undefined, 'needs a content');

export type ChatMessage = z.output<typeof chatMessageSchema>;

const chatSchema = z.array(chatMessageSchema).min(1);
const jsonObject = z.record(z.string(), z.unknown());

/** Throws Rejected for a template, response format or model config that no prompt can have. */
export function checkPromptContent(content: PromptContent): void {
  const { templateKind, template, responseFormat, modelConfig } = content;
  if (template !== null && template.length > LONGEST_TEMPLATE) {
    throw new Rejected(
      `Prompt text exceeds max length of ${LONGEST_TEMPLATE} characters: it has ${template.length}.`,
    );
  }
  if (templateKind === 'chat') parseChat(template ?? '');
  if (responseFormat !== null) checkJson('The response format', responseFormat);
  if (modelConfig !== null) checkModelConfig(modelConfig);
}

/** Throws Rejected for a text that is no JSON object. */
export function checkModelConfig(modelConfig: string): void {
  checkJson('The model config', modelConfig);
}

/** The messages of a chat prompt. Throws Rejected for a text that is no list of messages. */
export function parseChat(template: string): ChatMessage[] {
  const parsed = chatSchema.safeParse(readJson(template));
  if (parsed.success) return parsed.data;
  throw new Rejected('A chat prompt is a JSON list of messages, each with a role and a content.');
}

/** The names that a template has in double braces, in the order they come. */
export function findVariables(template: string): string[] {
  return [...new Set([...template.matchAll(VARIABLE)].map(([, name = '']) => name))];
}

/** Undefined for a text that is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkJson(what: string, text: string): void {
  if (text.length > LONGEST_TEMPLATE) {
    throw new Rejected(`${what} has at most ${LONGEST_TEMPLATE} characters, not ${text.length}.`);
  }
  if (jsonObject.safeParse(readJson(text)).success) return;
  throw new Rejected(`${what} must be a JSON object.`);
}
