import type { JsonValue } from '@millrace/domain';
import { needs } from '../check.ts';
import type { Outcome } from '../scorer.ts';
import type { ScoredTrace } from '../subject.ts';
import { messageTextOf, textOf } from '../text-of.ts';
import type { Blocks } from './blocks.ts';
import { fieldsOf, isList, readable } from '../json-fields.ts';

/** What was asked: a text, the content of the only message; else all messages or all inputs as JSON. */
export function requestText({ inputs }: Pick<ScoredTrace, 'inputs'>): string | undefined {
  if (inputs === undefined || inputs === null || isEmpty(inputs)) return undefined;
  const messages = fieldsOf(inputs)?.['messages'] ?? inputs;
  if (!isList(messages)) return readable(inputs);
  return (messages.length === 1 ? messageTextOf(messages) : undefined) ?? readable(messages);
}

/** What was answered, as text. */
export function responseText({ outputs }: Pick<ScoredTrace, 'outputs'>): string | undefined {
  return outputs === undefined || outputs === null || isEmpty(outputs) ? undefined : textOf(outputs);
}

/** The blocks `request` and `response`, or what is missing. */
export function readExchange(trace: ScoredTrace): Blocks | Outcome {
  const request = requestText(trace);
  const response = responseText(trace);
  if (request === undefined) return needs('inputs');
  return response === undefined ? needs('outputs') : { request, response };
}

/** The block `response`, or that it is missing. */
export function readResponse(trace: ScoredTrace): Blocks | Outcome {
  const response = responseText(trace);
  return response === undefined ? needs('outputs') : { response };
}

/** What the answer should say, by MLflow's names: the expected response, else the expected facts as a list. */
export function expectedClaims({ expectations }: ScoredTrace): string | undefined {
  const response = textOf(expectations['expected_response']);
  if (response !== undefined) return response;
  const facts = expectations['expected_facts'];
  const list = isList(facts) ? facts : facts === undefined || facts === null ? [] : [facts];
  return list.length === 0 ? undefined : list.map((fact) => `- ${readable(fact)}`).join('\n');
}

export const NEEDS_CLAIMS = "an expectation 'expected_response' or 'expected_facts'";

function isEmpty(value: JsonValue): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
