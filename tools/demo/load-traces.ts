import { encodeTracesRequest } from '@millrace/otlp';
import { agentTrace } from './agent-trace.ts';
import { chatTrace } from './chat-trace.ts';
import { forEachOf, untilStored, type DemoTarget } from './demo-target.ts';
import type { LoggedModelIds } from './load-versions.ts';
import { Random } from './random.ts';
import type { PlannedTrace } from './traffic.ts';

const TRACES_A_REQUEST = 40;
const REQUESTS_AT_ONCE = 4;

/** Sends the traces over OTLP and waits until all can be read. The same plan makes the same spans, which are stored once. */
export async function loadTraces(
  target: DemoTarget,
  experimentId: string,
  traffic: readonly PlannedTrace[],
  loggedModels: LoggedModelIds,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(traffic.length / TRACES_A_REQUEST) }, (_, index) =>
    traffic.slice(index * TRACES_A_REQUEST, (index + 1) * TRACES_A_REQUEST),
  );
  await forEachOf(batches, REQUESTS_AT_ONCE, async (batch) => {
    const spans = batch.flatMap((planned) => {
      const random = new Random(planned.traceId);
      return planned.kind === 'chat'
        ? chatTrace(planned, random, loggedModels[planned.promptVersion])
        : agentTrace(planned, random);
    });
    const response = await fetch(`${target.url}/v1/traces`, {
      method: 'POST',
      headers: {
        ...target.headers,
        'content-type': 'application/x-protobuf',
        'x-mlflow-experiment-id': experimentId,
      },
      body: Buffer.from(encodeTracesRequest(spans)),
    });
    if (!response.ok)
      throw new Error(`The spans were not taken: ${response.status} ${await response.text()}`);
  });
  await untilStored(target);
}
