import type { AttributeMap, AttributeValue, OtlpSpan } from '@millrace/domain';
import { attributeText } from '@millrace/domain';
import { unquoted } from './plain-text.ts';

const SPAN_TAG_PREFIX = 'mlflow.traceTag.';
/** Resource attributes about the SDK and about MLflow's routing say nothing about the application. */
const HIDDEN_RESOURCE_PREFIXES = ['telemetry.sdk.', 'mlflow.'] as const;

/** Tags a trace gets from the resource of its root span. */
export function resourceTags(resource: AttributeMap): Map<string, string> {
  const tags = new Map<string, string>();
  for (const [key, value] of resource) {
    if (!HIDDEN_RESOURCE_PREFIXES.some((prefix) => key.startsWith(prefix)))
      tags.set(key, attributeText(value));
  }
  return tags;
}

/**
 * Tags a root span gives its trace: those of its resource, overridden by those it sets by its conventions, overridden by its
 * `mlflow.traceTag.<key>` attributes.
 */
export function traceTags(
  span: OtlpSpan,
  said: ReadonlyMap<string, string> | undefined,
  large?: ReadonlyMap<string, AttributeValue>,
): ReadonlyMap<string, string> {
  const tags = resourceTags(span.origin.resource);
  for (const [key, text] of said ?? []) tags.set(key, text);
  for (const [key, sent] of span.attributes) {
    if (!key.startsWith(SPAN_TAG_PREFIX)) continue;
    const value = sent ?? large?.get(key) ?? null;
    if (value !== null) tags.set(key.slice(SPAN_TAG_PREFIX.length), unquoted(attributeText(value)));
  }
  return tags;
}
