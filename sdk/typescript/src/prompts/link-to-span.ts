import { currentSpan } from '@millrace/tracing';

/** Of MLflow's tracing SDK: a list of `{name, version}` as JSON. Millrace links the trace to each of them. */
const LINKED_PROMPTS = 'mlflow.linkedPrompts';

type Link = Readonly<Record<'name' | 'version', string>>;

/** What a span of OpenTelemetry's SDK tells of itself. */
interface Told {
  readonly attributes?: Readonly<Record<string, unknown>>;
}

interface Linkable {
  readonly name: string;
  readonly version: number;
  readonly isFallback: boolean;
}

/** Says with the span that the code runs in which version it used: it is sent with the span, so nobody waits. */
export function linkToSpan({ name, version, isFallback }: Linkable): void {
  const span = currentSpan()?.otel;
  if (isFallback || !span?.isRecording()) return;
  const links = linksOf(span as Told);
  if (links.some((each) => each.name === name && each.version === String(version))) return;
  // Past the mask: names of prompts are nobody's content.
  span.setAttribute(LINKED_PROMPTS, JSON.stringify([...links, { name, version: String(version) }]));
}

function linksOf({ attributes }: Told): readonly Link[] {
  const said = attributes?.[LINKED_PROMPTS];
  return typeof said === 'string' ? (JSON.parse(said) as readonly Link[]) : [];
}
