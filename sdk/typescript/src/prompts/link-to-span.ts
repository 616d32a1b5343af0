import { currentSpan, type LiveSpan } from '@millrace/tracing';

/** Of MLflow's tracing SDK: a list of `{name, version}` as JSON. Millrace links the trace to each of them. */
const LINKED_PROMPTS = 'mlflow.linkedPrompts';

type OtelSpan = LiveSpan['otel'];
type Link = Readonly<Record<'name' | 'version', string>>;

const linksOf = new WeakMap<OtelSpan, readonly Link[]>();

/** Says with the span that the code runs in which version it used: it is sent with the span, so nobody waits. */
export function linkToSpan(prompt: {
  readonly name: string;
  readonly version: number;
  readonly isFallback: boolean;
}): void {
  const span = currentSpan()?.otel;
  if (prompt.isFallback || !span?.isRecording()) return;
  const links = linksOf.get(span) ?? [];
  const link = { name: prompt.name, version: String(prompt.version) };
  if (links.some(({ name, version }) => name === link.name && version === link.version)) return;
  const all = [...links, link];
  linksOf.set(span, all);
  // Past the mask: names of prompts are nobody's content.
  span.setAttribute(LINKED_PROMPTS, JSON.stringify(all));
}
