import type { AlertEvent, TraceEvent } from '@millrace/domain';
import type { RegistryEvent } from '@millrace/webhook-events';

/** What webhooks are told of an event of another service. */
export function toRegistryEvent(event: TraceEvent | AlertEvent): RegistryEvent & { readonly id: string } {
  const { id, type, experimentId } = event;
  if ('traceId' in event) {
    const { traceId, version } = event;
    return { id, type, data: { traceId, experimentId: String(experimentId), version } };
  }
  const { ruleId, ruleName, measure, condition, group, value, baseline, count, from, to, webhookIds } = event;
  const alert = {
    rule_id: ruleId,
    measure,
    condition,
    ...(group && { dimension: group.dimension, group: group.value }),
    ...(value !== undefined && { value }),
    ...(baseline !== undefined && { baseline }),
    count,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
  const data = { name: ruleName, experimentId: String(experimentId), alert };
  return { id, type, data, ...(webhookIds && { webhookIds }) };
}
