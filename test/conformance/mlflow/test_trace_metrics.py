"""MLflow's metrics of traces (mlflow/WIRE.md 6.12) by the client's own store call."""

import time

import mlflow
import pytest
from mlflow.entities.trace_metrics import AggregationType, MetricAggregation, MetricViewType
from mlflow.exceptions import MlflowException
from mlflow.tracing.client import TracingClient

pytestmark = pytest.mark.since("3.9.0")

COUNT, SUM, AVG, MIN, MAX = (
    MetricAggregation(AggregationType[name]) for name in ("COUNT", "SUM", "AVG", "MIN", "MAX")
)
TRACES, SPANS, ASSESSMENTS = MetricViewType.TRACES, MetricViewType.SPANS, MetricViewType.ASSESSMENTS
HOUR_MS = 3_600_000


def percentile(value):
    return MetricAggregation(AggregationType.PERCENTILE, value)


@pytest.fixture(scope="module")
def measured_traces(experiment):
    """Three traces `chat` with 10, 20 and 30 input tokens, and a `tool` that fails."""
    ids = []
    for count in (10, 20, 30):
        with mlflow.start_span("chat", span_type="LLM") as span:
            usage = {"input_tokens": count, "output_tokens": 2, "total_tokens": count + 2}
            span.set_attribute("mlflow.chat.tokenUsage", usage)
            span.set_attribute("mlflow.llm.model", "gpt-4o-mini")
            span.set_attribute("mlflow.llm.provider", "openai")
            session = "s-1" if count < 30 else "s-2"
            mlflow.update_current_trace(tags={"team.a": "red"}, metadata={"mlflow.trace.session": session, "ver": "1"})
            ids.append(span.trace_id)
    with pytest.raises(ValueError), mlflow.start_span("tool", span_type="TOOL"):
        raise ValueError("tool fails")
    mlflow.flush_trace_async_logging()
    mlflow.log_feedback(trace_id=ids[0], name="score", value=1.0)
    mlflow.log_feedback(trace_id=ids[1], name="score", value=2.0)
    mlflow.log_feedback(trace_id=ids[0], name="pass", value=True)
    mlflow.log_feedback(trace_id=ids[1], name="pass", value=False)
    mlflow.log_expectation(trace_id=ids[2], name="truth", value="x")
    return ids


@pytest.fixture
def ask_metric(experiment, measured_traces):
    """`ask_metric(view, name, aggregations, …)`: each point as (dimensions, values)."""

    def query(view, name, aggregations, **options):
        points = TracingClient().store.query_trace_metrics(
            experiment_ids=[experiment.experiment_id],
            view_type=view,
            metric_name=name,
            aggregations=aggregations,
            **options,
        )
        assert all(point.metric_name == name for point in points)
        return [(point.dimensions, point.values) for point in points]

    return query


def test_metric_trace_count(ask_metric):
    assert ask_metric(TRACES, "trace_count", [COUNT]) == [({}, {"COUNT": 4})]
    assert ask_metric(TRACES, "trace_count", [COUNT], dimensions=["trace_name"]) == [
        ({"trace_name": "chat"}, {"COUNT": 3}),
        ({"trace_name": "tool"}, {"COUNT": 1}),
    ]
    assert ask_metric(TRACES, "trace_count", [COUNT], dimensions=["trace_status", "trace_name"]) == [
        ({"trace_status": "ERROR", "trace_name": "tool"}, {"COUNT": 1}),
        ({"trace_status": "OK", "trace_name": "chat"}, {"COUNT": 3}),
    ]
    assert ask_metric(TRACES, "session_count", [COUNT]) == [({}, {"COUNT": 2})]


def test_metric_tokens(ask_metric):
    [(_, values)] = ask_metric(
        TRACES, "input_tokens", [SUM, AVG, MIN, MAX, percentile(50), percentile(99.9)], dimensions=["trace_name"]
    )
    assert values == {"SUM": 60, "AVG": 20, "MIN": 10, "MAX": 30, "P50.0": 20, "P99.9": pytest.approx(29.98)}
    assert ask_metric(TRACES, "input_tokens", [SUM], filters=["trace.status = 'ERROR'"]) == []
    assert ask_metric(TRACES, "output_tokens", [SUM])[0][1] == {"SUM": 6}
    assert ask_metric(TRACES, "total_tokens", [SUM])[0][1] == {"SUM": 66}


def test_metric_latency(ask_metric):
    points = ask_metric(TRACES, "latency", [AVG, MIN, MAX, percentile(95)], dimensions=["trace_name"])
    assert [dimensions for dimensions, _ in points] == [{"trace_name": "chat"}, {"trace_name": "tool"}]
    for _, values in points:
        assert 0 <= values["MIN"] <= values["AVG"] <= values["MAX"]
        assert values["MIN"] <= values["P95.0"] <= values["MAX"]
    by_span = ask_metric(SPANS, "latency", [AVG], dimensions=["span_name", "span_status"])
    assert [d for d, _ in by_span] == [
        {"span_name": "chat", "span_status": "OK"},
        {"span_name": "tool", "span_status": "ERROR"},
    ]


def test_metric_spans_and_cost(ask_metric):
    assert ask_metric(SPANS, "span_count", [COUNT], dimensions=["span_type"]) == [
        ({"span_type": "LLM"}, {"COUNT": 3}),
        ({"span_type": "TOOL"}, {"COUNT": 1}),
    ]
    model = {"span_model_name": "gpt-4o-mini", "span_model_provider": "openai"}
    assert ask_metric(SPANS, "span_count", [COUNT], dimensions=list(model)) == [(model, {"COUNT": 3})]
    [(dimensions, cost)] = ask_metric(SPANS, "total_cost", [SUM, AVG], dimensions=list(model))
    assert dimensions == model
    assert cost["SUM"] > 0 and cost["AVG"] == pytest.approx(cost["SUM"] / 3)


def test_metric_assessments(ask_metric):
    assert ask_metric(ASSESSMENTS, "assessment_count", [COUNT], dimensions=["assessment_name"]) == [
        ({"assessment_name": "pass"}, {"COUNT": 2}),
        ({"assessment_name": "score"}, {"COUNT": 2}),
        ({"assessment_name": "truth"}, {"COUNT": 1}),
    ]
    assert ask_metric(ASSESSMENTS, "assessment_value", [AVG], dimensions=["assessment_name"]) == [
        ({"assessment_name": "pass"}, {"AVG": 0.5}),
        ({"assessment_name": "score"}, {"AVG": 1.5}),
    ]
    feedback = ["assessment.name = 'score'", "assessment.type = 'feedback'"]
    assert ask_metric(ASSESSMENTS, "assessment_count", [COUNT], filters=feedback) == [({}, {"COUNT": 2})]


def test_metric_time_buckets(ask_metric):
    now = int(time.time() * 1000)
    bounds = {"start_time_ms": now - HOUR_MS, "end_time_ms": now + HOUR_MS}
    points = ask_metric(TRACES, "trace_count", [COUNT], time_interval_seconds=3600, **bounds)
    assert sum(values["COUNT"] for _, values in points) == 4
    assert all(d["time_bucket"].endswith(":00:00+00:00") for d, _ in points)
    named = ask_metric(
        TRACES, "trace_count", [COUNT], dimensions=["trace_name"], time_interval_seconds=3600, **bounds
    )
    assert sum(v["COUNT"] for d, v in named if d["trace_name"] == "chat") == 3
    assert ask_metric(TRACES, "trace_count", [COUNT], start_time_ms=0, end_time_ms=1000) in ([], [({}, {"COUNT": 0})])


def test_metric_filters(ask_metric):
    def count(view, name, *filters):
        points = ask_metric(view, name, [COUNT], filters=list(filters))
        return points[0][1]["COUNT"] if points else 0

    assert count(TRACES, "trace_count", "trace.status = 'OK'") == 3
    assert count(TRACES, "trace_count", "trace.tag.`team.a` = 'red'") == 3
    assert count(TRACES, "trace_count", "trace.metadata.`ver` = '1'", "trace.status = 'ERROR'") == 0
    assert count(SPANS, "span_count", "span.name = 'chat'", "span.status = 'OK'") == 3
    assert count(SPANS, "span_count", "span.type = 'TOOL'", "trace.status = 'ERROR'") == 1


def test_metric_pages(experiment, measured_traces):
    store = TracingClient().store
    question = {
        "experiment_ids": [experiment.experiment_id],
        "view_type": TRACES,
        "metric_name": "trace_count",
        "aggregations": [COUNT],
        "dimensions": ["trace_name"],
        "max_results": 1,
    }
    first = store.query_trace_metrics(**question)
    second = store.query_trace_metrics(**question, page_token=first.token)
    assert [p.dimensions["trace_name"] for p in [*first, *second]] == ["chat", "tool"]
    assert second.token is None


@pytest.mark.parametrize(
    "view, name, aggregations, options",
    [
        (TRACES, "bogus", [COUNT], {}),
        (TRACES, "trace_count", [SUM], {}),
        (TRACES, "trace_count", [COUNT], {"dimensions": ["span_name"]}),
        (TRACES, "trace_count", [COUNT], {"time_interval_seconds": 60}),
        (TRACES, "trace_count", [COUNT], {"filters": ["span.name = 'x'"]}),
        (TRACES, "trace_count", [COUNT], {"filters": ["trace.status != 'OK'"]}),
        (SPANS, "latency", [SUM], {}),
    ],
)
def test_metric_misuse_is_refused(ask_metric, view, name, aggregations, options):
    with pytest.raises(MlflowException) as refusal:
        ask_metric(view, name, aggregations, **options)
    assert refusal.value.error_code == "INVALID_PARAMETER_VALUE"
