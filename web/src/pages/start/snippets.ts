export interface Snippet {
  readonly label: string;
  /** What it takes. */
  readonly need: string;
  readonly text: string;
}

/** Programs that send a trace to this server, into a workspace other than the default one if it is given. */
export function snippetsFor(url: string, workspace: string | undefined): readonly Snippet[] {
  return [
    python(url, workspace),
    typescript(url, workspace),
    environment(url, workspace),
    collector(url, workspace),
    curl(url, workspace),
  ];
}

const HEADER = 'x-mlflow-workspace';

function python(url: string, workspace: string | undefined): Snippet {
  const enter = workspace === undefined ? '' : `\nmlflow.set_workspace("${workspace}")`;
  return {
    label: 'Python',
    need: 'The mlflow client, unmodified: pip install mlflow. mlflow.openai.autolog() and its like trace whole libraries.',
    text: `import mlflow

mlflow.set_tracking_uri("${url}")${enter}
mlflow.set_experiment("my-app")

@mlflow.trace
def answer(question: str) -> str:
    return "Water."

answer("What turns the wheel?")
mlflow.flush_trace_async_logging()`,
  };
}

function typescript(url: string, workspace: string | undefined): Snippet {
  const headers = workspace === undefined ? '' : `, headers: { '${HEADER}': '${workspace}' }`;
  return {
    label: 'TypeScript',
    need: 'OpenTelemetry: npm install @opentelemetry/sdk-node @opentelemetry/exporter-trace-otlp-proto',
    text: `import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK({
  serviceName: 'my-app',
  traceExporter: new OTLPTraceExporter({ url: '${url}/v1/traces'${headers} }),
});
sdk.start();

trace.getTracer('my-app').startActiveSpan('chat', (span) => {
  span.setAttributes({ 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'gpt-4.1-mini' });
  span.end();
});

await sdk.shutdown();`,
  };
}

function environment(url: string, workspace: string | undefined): Snippet {
  const headers = workspace === undefined ? '' : `\nexport OTEL_EXPORTER_OTLP_HEADERS=${HEADER}=${workspace}`;
  return {
    label: 'Any OpenTelemetry SDK',
    need: 'Variables that every OpenTelemetry SDK and its automatic instrumentation read. gRPC is taken on port 4317.',
    text: `export OTEL_EXPORTER_OTLP_ENDPOINT=${url}
export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
export OTEL_SERVICE_NAME=my-app${headers}`,
  };
}

function collector(url: string, workspace: string | undefined): Snippet {
  const headers = workspace === undefined ? '' : `\n    headers:\n      ${HEADER}: ${workspace}`;
  return {
    label: 'Collector',
    need: 'An exporter in the configuration of the OpenTelemetry Collector.',
    text: `exporters:
  otlphttp/millrace:
    endpoint: ${url}${headers}

service:
  pipelines:
    traces:
      exporters: [otlphttp/millrace]`,
  };
}

function curl(url: string, workspace: string | undefined): Snippet {
  const header = workspace === undefined ? '' : ` -H '${HEADER}: ${workspace}'`;
  return {
    label: 'curl',
    need: 'Nothing to install: one trace as OTLP/JSON.',
    text: `trace=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n')
now=$(date +%s)
curl ${url}/v1/traces -H 'content-type: application/json'${header} -d '{
  "resourceSpans": [{
    "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "curl"}}]},
    "scopeSpans": [{"spans": [{
      "traceId": "'"$trace"'", "spanId": "00000000000000a1", "name": "hello from curl", "kind": 1,
      "startTimeUnixNano": "'"$now"'000000000", "endTimeUnixNano": "'"$now"'250000000",
      "attributes": [
        {"key": "gen_ai.operation.name", "value": {"stringValue": "chat"}},
        {"key": "gen_ai.request.model", "value": {"stringValue": "gpt-4.1-mini"}},
        {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "42"}},
        {"key": "gen_ai.usage.output_tokens", "value": {"intValue": "7"}}
      ]
    }]}]
  }]
}'`,
  };
}
