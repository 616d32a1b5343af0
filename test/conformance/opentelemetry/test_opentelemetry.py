"""The OpenTelemetry SDK for Python, its OTLP exporters over HTTP and gRPC, against a running Millrace."""

import os
import uuid

import requests
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter as GrpcExporter
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter as HttpExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExportResult
from opentelemetry.trace import StatusCode

URL = os.environ["MILLRACE_URL"]
OTLP_HTTP = os.environ["MILLRACE_OTLP_HTTP_URL"]
OTLP_GRPC = os.environ["MILLRACE_OTLP_GRPC_ADDRESS"]


class Recording:
    """Keeps what the exporter said of each export, since the processor swallows it."""

    def __init__(self, exporter):
        self.exporter, self.results = exporter, []

    def export(self, spans):
        self.results.append(self.exporter.export(spans))
        return self.results[-1]

    def shutdown(self):
        self.exporter.shutdown()

    def force_flush(self, timeout_millis=30000):
        return True


def send(exporter):
    recording = Recording(exporter)
    provider = TracerProvider(resource=Resource.create({"service.name": "otel-python"}))
    provider.add_span_processor(SimpleSpanProcessor(recording))
    tracer = provider.get_tracer("conformance", "1.0")
    with tracer.start_as_current_span("invoke_agent") as root:
        with tracer.start_as_current_span("chat gpt-4o-mini") as span:
            span.set_attributes(
                {
                    "gen_ai.operation.name": "chat",
                    "gen_ai.provider.name": "openai",
                    "gen_ai.request.model": "gpt-4o-mini",
                    "gen_ai.usage.input_tokens": 11,
                    "gen_ai.usage.output_tokens": 4,
                    "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"hi"}]}]',
                    "gen_ai.output.messages": '[{"role":"assistant","parts":[{"type":"text","content":"hello"}]}]',
                    "list": ["a", "b"],
                }
            )
            span.add_event("token", {"i": 1})
            span.set_status(StatusCode.ERROR, "cut off")
        trace_id = format(root.get_span_context().trace_id, "032x")
    provider.shutdown()
    assert recording.results == [SpanExportResult.SUCCESS] * 2
    return trace_id


def check(trace_id):
    answer = requests.get(f"{URL}/api/v1/traces/{trace_id}", params={"consistency": "strong"}, timeout=10)
    assert answer.status_code == 200, answer.text
    trace = answer.json()["trace"]
    assert trace["state"] == "OK"
    assert trace["name"] == "invoke_agent"
    assert trace["span_count"] == 2
    assert trace["tokens"]["input"] == 11
    assert "x-millrace-complete-to" in answer.headers
    spans = {span["name"]: span for span in answer.json()["spans"]}
    chat = spans["chat gpt-4o-mini"]
    assert chat["type"] == "CHAT_MODEL"
    assert chat["model"] == "gpt-4o-mini"
    full = requests.get(f"{URL}/api/v1/traces/{trace_id}/spans/{chat['span_id']}", timeout=10).json()["span"]
    assert "hello" in full["outputs"]
    assert full["status"] == {"code": "ERROR", "message": "cut off"}


def test_http_protobuf():
    check(send(HttpExporter(endpoint=f"{OTLP_HTTP}/v1/traces")))


def test_http_protobuf_gzip():
    check(send(HttpExporter(endpoint=f"{OTLP_HTTP}/v1/traces", compression=Compression.Gzip)))


def test_http_on_the_main_port():
    check(send(HttpExporter(endpoint=f"{URL}/v1/traces")))


def test_grpc():
    check(send(GrpcExporter(endpoint=OTLP_GRPC, insecure=True)))


def test_routing_by_header():
    name = f"routed-{uuid.uuid4().hex[:8]}"
    created = requests.post(f"{URL}/api/2.0/mlflow/experiments/create", json={"name": name}, timeout=10).json()
    experiment_id = created["experiment_id"]
    exporter = HttpExporter(endpoint=f"{OTLP_HTTP}/v1/traces", headers={"x-mlflow-experiment-id": experiment_id})
    trace_id = send(exporter)
    trace = requests.get(f"{URL}/api/v1/traces/{trace_id}", params={"consistency": "strong"}, timeout=10).json()["trace"]
    assert trace["experiment_id"] == experiment_id
