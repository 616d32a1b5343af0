"""Plain OpenTelemetry spans, read by the client: what the server derives from them."""

import gzip
import json
import os
import subprocess
import sys
import time
import uuid

import mlflow
import pytest

from conftest import unique

START = 1795235080000000000


def attribute(value):
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, int):
        return {"intValue": str(value)}
    return {"stringValue": value} if isinstance(value, str) else {"doubleValue": value}


def span(trace, attributes=None, **fields):
    return {
        "traceId": trace, "spanId": uuid.uuid4().hex[:16], "name": "span", "kind": 1,
        "startTimeUnixNano": str(START), "endTimeUnixNano": str(START + 5_000_000),
        "attributes": [{"key": key, "value": attribute(value)} for key, value in (attributes or {}).items()],
        **fields,
    }


@pytest.fixture
def send(api, experiment):
    def send(*spans, resource=None, **headers):
        attributes = [{"key": key, "value": attribute(value)} for key, value in (resource or {}).items()]
        body = {"resourceSpans": [{"resource": {"attributes": attributes}, "scopeSpans": [{"spans": list(spans)}]}]}
        to = {"x-mlflow-experiment-id": experiment.experiment_id, "content-type": "application/json", **headers}
        data = json.dumps(body).encode()
        if to.get("content-encoding") == "gzip":
            data = gzip.compress(data)
        answer = api("POST", "/v1/traces", data=data, headers=to)
        assert answer.status_code == 200, answer.text
        return spans[0]["traceId"]

    return send


@pytest.fixture
def one(send):
    """Sends one root span with these attributes and reads it back."""

    def one(attributes, **options):
        trace = mlflow.get_trace("tr-" + send(span(uuid.uuid4().hex, attributes), **options))
        return trace, trace.data.spans[0]

    return one


def test_what_a_trace_is_follows_from_its_spans(send):
    trace = uuid.uuid4().hex
    root = span(trace, {"n": 1, "f": 0.5, "b": True}, endTimeUnixNano=str(START + 2_000_000_000))
    child = span(trace, parentSpanId=root["spanId"], name="kid")
    send(root, child, resource={"service.name": "svc", "telemetry.sdk.name": "x", "region": "eu"})
    read = mlflow.get_trace(f"tr-{trace}")
    assert (read.info.request_time, read.info.execution_duration, read.info.state) == (START // 1_000_000, 2000, "OK")
    assert read.info.tags["service.name"] == "svc" and read.info.tags["region"] == "eu"
    assert "telemetry.sdk.name" not in read.info.tags
    assert [each.name for each in read.data.spans] == ["span", "kid"]
    assert {key: read.data.spans[0].get_attribute(key) for key in ("n", "f", "b")} == {"n": 1, "f": 0.5, "b": True}


def test_batches_of_a_trace_are_merged_and_repeats_change_nothing(send):
    trace = uuid.uuid4().hex
    root = span(trace, {"gen_ai.usage.input_tokens": 1, "gen_ai.usage.output_tokens": 2})
    child = span(trace, {"gen_ai.usage.input_tokens": 1, "gen_ai.usage.output_tokens": 2}, parentSpanId=root["spanId"])
    other = span(trace, parentSpanId=root["spanId"], endTimeUnixNano=str(START + 9_000_000))
    send(child)
    client = mlflow.MlflowClient()._tracing_client
    assert client.get_trace_info(f"tr-{trace}").state == "IN_PROGRESS"
    for each in (other, root, child, root):
        send(each, **{"content-encoding": "gzip"})
    read = mlflow.get_trace(f"tr-{trace}")
    assert len(read.data.spans) == 3
    assert (read.info.state, read.info.execution_duration) == ("OK", 9)
    assert read.info.token_usage == {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}


def test_errors_session_user_and_tags(send):
    trace = uuid.uuid4().hex
    send(span(trace, {"session.id": "S9", "user.id": "U9", "mlflow.traceTag.color": "red", "mlflow.traceTag.mlflow.traceName": "named"},
              status={"code": 2, "message": "no"}))
    info = mlflow.get_trace(f"tr-{trace}").info
    assert info.state == "ERROR"
    assert (info.trace_metadata["mlflow.trace.session"], info.trace_metadata["mlflow.trace.user"]) == ("S9", "U9")
    assert (info.tags["color"], info.tags["mlflow.traceName"]) == ("red", "named")


def test_conversation_is_session(one):
    trace, _ = one({"gen_ai.conversation.id": "C1"})
    assert trace.info.trace_metadata["mlflow.trace.session"] == "C1"


@pytest.mark.parametrize(
    "attributes, span_type",
    [
        ({"gen_ai.operation.name": "embeddings"}, "EMBEDDING"),
        ({"gen_ai.operation.name": "chat"}, "CHAT_MODEL"),
        ({"gen_ai.operation.name": "execute_tool"}, "TOOL"),
        ({"gen_ai.operation.name": "invoke_agent"}, "AGENT"),
        ({"openinference.span.kind": "RETRIEVER"}, "RETRIEVER"),
        ({"traceloop.span.kind": "workflow"}, "WORKFLOW"),
        ({"ai.operationId": "ai.toolCall"}, "TOOL"),
        ({"langfuse.observation.type": "generation"}, "LLM"),
        ({"lmnr.span.type": "TOOL"}, "TOOL"),
        ({"mlflow.spanType": "RETRIEVER", "openinference.span.kind": "LLM"}, "RETRIEVER"),
    ],
    ids=str,
)
def test_span_types(one, attributes, span_type):
    assert one(attributes)[1].span_type == span_type


@pytest.mark.parametrize(
    "attributes, inputs, outputs",
    [
        ({"input.value": '{"a": 1}', "output.value": "o"}, {"a": 1}, "o"),
        ({"traceloop.entity.input": '{"inputs": {"a": 1}}', "traceloop.entity.output": '"o"'}, {"inputs": {"a": 1}}, "o"),
        ({"langfuse.observation.input": '"i"', "langfuse.observation.output": '["o"]'}, "i", ["o"]),
        ({"lmnr.span.input": '"i"', "lmnr.span.output": '"o"'}, "i", "o"),
        ({"mlflow.spanInputs": '{"x": 1}', "input.value": "zzz", "mlflow.spanOutputs": '"o"'}, {"x": 1}, "o"),
        ({"ai.operationId": "ai.generateText.doGenerate", "ai.prompt.messages": '[{"role":"user","content":"hi"}]', "ai.response.text": "hello"},
         {"messages": [{"role": "user", "content": "hi"}]}, {"text": "hello"}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else str(value),
)
def test_inputs_and_outputs(one, attributes, inputs, outputs):
    read = one(attributes)[1]
    assert (read.inputs, read.outputs) == (inputs, outputs)


@pytest.mark.since("3.10.0")
def test_tokens_model_provider_and_cost(one):
    trace, read = one({
        "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o-mini", "gen_ai.provider.name": "openai",
        "gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 500,
    })
    assert read.model_name == "gpt-4o-mini" and trace.info.token_usage["total_tokens"] == 1500
    assert read.get_attribute("mlflow.llm.cost")["total_cost"] == pytest.approx(0.00045)
    assert trace.info.cost["total_cost"] == pytest.approx(0.00045)


def test_refusals_are_final(api, experiment):
    headers = {"x-mlflow-experiment-id": experiment.experiment_id}
    post = lambda data, **more: api("POST", "/v1/traces", data=data, headers={**headers, **more}).status_code
    assert post(b"\x00nonsense", **{"content-type": "application/x-protobuf"}) == 400
    assert post(b"{}", **{"content-type": "text/plain"}) in (400, 415)
    assert post(b"{}", **{"content-type": "application/json", "content-encoding": "br"}) in (400, 415)
    body = json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": [span(uuid.uuid4().hex)]}]}]})
    unknown = {"x-mlflow-experiment-id": "99999999", "content-type": "application/json"}
    assert post(body, **unknown) == 404


def test_client_in_pure_otlp_mode(experiment, tracking_uri):
    name = unique("pure")
    code = f"""
import mlflow
mlflow.set_tracking_uri({tracking_uri!r})
with mlflow.start_span({name!r}) as span:
    span.set_inputs({{"q": 1}})
    span.set_outputs("a")
"""
    env = os.environ | {
        "MLFLOW_ENABLE_OTLP_EXPORTER": "true",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": f"{tracking_uri}/v1/traces",
        "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "http/protobuf",
        "OTEL_EXPORTER_OTLP_TRACES_HEADERS": f"x-mlflow-experiment-id={experiment.experiment_id}",
    }
    outcome = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert outcome.returncode == 0, outcome.stderr
    deadline = time.time() + 10
    while not (found := mlflow.search_traces(filter_string=f"name = '{name}'", return_type="list")):
        assert time.time() < deadline, outcome.stderr
    assert (found[0].data.spans[0].inputs, found[0].data.spans[0].outputs, found[0].info.state) == ({"q": 1}, "a", "OK")
