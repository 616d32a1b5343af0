"""The unmodified mlflow client against a running Millrace. MILLRACE_URL says where."""

import asyncio
import os
import threading
import time
import uuid

import mlflow
import pytest
from conftest import within
from mlflow import MlflowClient
from mlflow.entities import SpanType
from mlflow.exceptions import MlflowException

URL = os.environ["MILLRACE_URL"]


def last_trace():
    trace_id = mlflow.get_last_active_trace_id()
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(trace_id)


def by_name(trace):
    return {span.name: span for span in trace.data.spans}


def test_decorator_trace_is_read_back_at_once():
    @mlflow.trace(span_type=SpanType.CHAIN, attributes={"team": "search", "n": 7, "ratio": 0.5, "on": True})
    def answer(question, k=3):
        return {"answer": question.upper(), "k": k}

    answer("why?")
    trace = last_trace()
    assert trace.info.state == "OK"
    span = by_name(trace)["answer"]
    assert span.span_type == "CHAIN"
    assert span.inputs == {"question": "why?", "k": 3}
    assert span.outputs == {"answer": "WHY?", "k": 3}
    assert span.get_attribute("team") == "search"
    assert span.get_attribute("n") == 7
    assert span.get_attribute("ratio") == 0.5
    assert span.get_attribute("on") is True
    assert trace.info.execution_duration is not None
    assert "why?" in trace.info.request_preview


def test_nested_spans_keep_their_tree():
    @mlflow.trace(span_type=SpanType.TOOL)
    def tool(x):
        return x + 1

    @mlflow.trace(span_type=SpanType.AGENT)
    def agent(x):
        with mlflow.start_span("retrieve", span_type=SpanType.RETRIEVER) as span:
            span.set_inputs({"query": x})
            span.set_outputs([{"page_content": "doc", "metadata": {"id": 1}}])
        return tool(x)

    agent(1)
    spans = by_name(last_trace())
    assert set(spans) == {"agent", "retrieve", "tool"}
    assert spans["agent"].parent_id is None
    assert spans["tool"].parent_id == spans["agent"].span_id
    assert spans["retrieve"].outputs == [{"page_content": "doc", "metadata": {"id": 1}}]


def test_async_function():
    @mlflow.trace
    async def child(x):
        await asyncio.sleep(0.01)
        return x * 2

    @mlflow.trace
    async def parent(x):
        return sum(await asyncio.gather(child(x), child(x + 1)))

    assert asyncio.run(parent(1)) == 6
    trace = last_trace()
    assert len(trace.data.spans) == 3
    assert trace.data.spans[0].outputs == 6


def test_generator_collects_chunks():
    @mlflow.trace
    def stream():
        yield from ["a", "b", "c"]

    assert list(stream()) == ["a", "b", "c"]
    span = by_name(last_trace())["stream"]
    assert span.outputs == ["a", "b", "c"]
    assert len([e for e in span.events if e.name.startswith("mlflow.chunk.item")]) == 3


def test_threads_make_their_own_traces():
    ids = []

    @mlflow.trace
    def work(n):
        ids.append(mlflow.get_current_active_span().trace_id)
        return n

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    mlflow.flush_trace_async_logging()
    outputs = sorted(mlflow.get_trace(i).data.spans[0].outputs for i in ids)
    assert outputs == [0, 1, 2, 3]


def test_error_status_and_exception_event():
    @mlflow.trace
    def fails():
        raise ValueError("no luck")

    with pytest.raises(ValueError):
        fails()
    trace = last_trace()
    assert trace.info.state == "ERROR"
    span = by_name(trace)["fails"]
    assert span.status.status_code == "ERROR"
    exception = next(e for e in span.events if e.name == "exception")
    assert exception.attributes["exception.message"] == "no luck"


def test_token_usage_is_summed(experiment):
    with mlflow.start_span("chat", span_type=SpanType.CHAT_MODEL) as root:
        for n in (10, 20):
            with mlflow.start_span("call", span_type=SpanType.CHAT_MODEL) as span:
                span.set_attribute("mlflow.chat.tokenUsage", {"input_tokens": n, "output_tokens": 5, "total_tokens": n + 5})
        root.set_outputs("done")
    usage = last_trace().info.token_usage
    assert usage["input_tokens"] == 30
    assert usage["output_tokens"] == 10
    assert usage["total_tokens"] == 40


def test_update_current_trace_tags_metadata_and_session():
    @mlflow.trace
    def chat():
        mlflow.update_current_trace(
            tags={"topic": "weather"},
            metadata={"mlflow.trace.session": "s-1", "mlflow.trace.user": "u-1"},
            client_request_id="req-77",
        )
        return "sunny"

    chat()
    info = last_trace().info
    assert info.tags["topic"] == "weather"
    assert info.trace_metadata["mlflow.trace.session"] == "s-1"
    assert info.trace_metadata["mlflow.trace.user"] == "u-1"
    assert info.client_request_id == "req-77"


def test_search_by_timestamp_finds_only_later_traces(experiment):
    @mlflow.trace(name="before")
    def before():
        return 1

    before()
    time.sleep(0.05)
    middle = int(time.time() * 1000)
    time.sleep(0.05)

    @mlflow.trace(name="after")
    def after():
        return 2

    after()
    mlflow.flush_trace_async_logging()
    found = mlflow.search_traces(
        **within(experiment.experiment_id), filter_string=f"timestamp > {middle}", return_type="list"
    )
    assert [t.info.tags["mlflow.traceName"] for t in found] == ["after"]
    assert found[0].data.spans[0].outputs == 2
    frame = mlflow.search_traces(**within(experiment.experiment_id), filter_string=f"timestamp > {middle}")
    assert len(frame) == 1


def test_search_filters(experiment):
    marker = uuid.uuid4().hex[:8]

    @mlflow.trace(name=f"ok-{marker}", span_type=SpanType.TOOL)
    def ok():
        mlflow.update_current_trace(tags={"marker": marker})

    @mlflow.trace(name=f"bad-{marker}")
    def bad():
        mlflow.update_current_trace(tags={"marker": marker})
        raise RuntimeError("x")

    ok()
    with pytest.raises(RuntimeError):
        bad()
    mlflow.flush_trace_async_logging()

    def names(filter_string):
        traces = mlflow.search_traces(
            **within(experiment.experiment_id), filter_string=filter_string, return_type="list", include_spans=False
        )
        return sorted(t.info.tags["mlflow.traceName"].split("-")[0] for t in traces)

    assert names(f"tags.marker = '{marker}'") == ["bad", "ok"]
    assert names(f"tags.marker = '{marker}' AND status = 'ERROR'") == ["bad"]
    assert names(f"name LIKE '%{marker}' AND status != 'ERROR'") == ["ok"]
    assert names(f"tags.marker = '{marker}' AND span.type = 'TOOL'") == ["ok"]
    assert names(f"tags.marker = '{marker}' AND execution_time >= 0") == ["bad", "ok"]
    with pytest.raises(MlflowException):
        names("nonsense = 'x'")


def test_pages_neither_repeat_nor_skip(experiment):
    marker = uuid.uuid4().hex[:8]
    for _ in range(25):
        with mlflow.start_span(f"page-{marker}"):
            mlflow.update_current_trace(tags={"page": marker})
    mlflow.flush_trace_async_logging()
    client = MlflowClient()
    seen, token = [], None
    while True:
        page = client.search_traces(
            **within(experiment.experiment_id),
            filter_string=f"tags.page = '{marker}'",
            max_results=10,
            page_token=token,
            include_spans=False,
        )
        seen += [t.info.trace_id for t in page]
        token = page.token
        if not token:
            break
    assert len(seen) == 25
    assert len(set(seen)) == 25


def test_tags_are_set_and_deleted_on_a_stored_trace():
    @mlflow.trace
    def f():
        return 1

    f()
    trace_id = last_trace().info.trace_id
    mlflow.set_trace_tag(trace_id, "reviewed", "yes")
    assert mlflow.get_trace(trace_id).info.tags["reviewed"] == "yes"
    mlflow.set_trace_tag(trace_id, "mlflow.traceName", "renamed")
    assert mlflow.get_trace(trace_id).info.tags["mlflow.traceName"] == "renamed"
    mlflow.delete_trace_tag(trace_id, "reviewed")
    assert "reviewed" not in mlflow.get_trace(trace_id).info.tags


def test_a_trace_is_never_doubled_by_repeated_flushes(experiment):
    name = f"once-{uuid.uuid4().hex[:8]}"
    with mlflow.start_span(name):
        pass
    for _ in range(3):
        mlflow.flush_trace_async_logging()
    found = mlflow.search_traces(
        **within(experiment.experiment_id), filter_string=f"name = '{name}'", return_type="list"
    )
    assert len(found) == 1


def test_experiments():
    client = MlflowClient()
    name = f"exp-{uuid.uuid4().hex[:8]}"
    experiment_id = client.create_experiment(name, tags={"owner": "me"})
    assert client.get_experiment(experiment_id).tags["owner"] == "me"
    assert client.get_experiment_by_name(name).experiment_id == experiment_id
    assert client.get_experiment_by_name("missing-" + name) is None
    with pytest.raises(MlflowException, match="RESOURCE_ALREADY_EXISTS"):
        client.create_experiment(name)
    found = client.search_experiments(filter_string=f"name = '{name}'")
    assert [e.experiment_id for e in found] == [experiment_id]
    client.rename_experiment(experiment_id, name + "-2")
    client.delete_experiment(experiment_id)
    assert client.get_experiment(experiment_id).lifecycle_stage == "deleted"
    client.restore_experiment(experiment_id)
    assert client.get_experiment(experiment_id).name == name + "-2"


def test_a_big_trace_comes_back_whole():
    text = "word " * 200_000

    @mlflow.trace
    def big(document):
        return {"echo": document}

    big(text)
    span = by_name(last_trace())["big"]
    assert span.inputs == {"document": text}
    assert span.outputs == {"echo": text}
