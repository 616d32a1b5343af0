"""What is said about traces after they began: each write is read back at once, whatever came first."""

import time
import uuid

import mlflow
import pytest
from mlflow.entities.model_registry import PromptVersion
from mlflow.exceptions import MlflowException

from conftest import unique


def traced(name="root", **update):
    with mlflow.start_span(name) as span:
        span.set_inputs({"q": "why"})
        if update:
            mlflow.update_current_trace(**update)
    return span.trace_id


@pytest.fixture(scope="module")
def fresh_traces(experiment):
    """Made at once, since a flush takes the client a second."""
    ids = [traced() for _ in range(20)]
    mlflow.flush_trace_async_logging()
    return ids


@pytest.fixture
def trace_id(fresh_traces):
    return fresh_traces.pop()


def refused(code, call):
    with pytest.raises(MlflowException) as caught:
        call()
    assert caught.value.error_code == code, str(caught.value)
    return str(caught.value)


def found(filter_string, **options):
    traces = mlflow.search_traces(filter_string=filter_string, return_type="list", **options)
    return [trace.info.trace_id for trace in traces]


def new_run(client, experiment):
    """Links take the ids of runs wherever runs are kept."""
    try:
        return client.create_run(experiment.experiment_id).info.run_id
    except MlflowException:
        return uuid.uuid4().hex


# Read your writes


@pytest.mark.parametrize("order", ["spans first", "start-trace first"])
def test_spans_and_start_trace_make_one_trace_in_any_order(api, experiment, order):
    trace = uuid.uuid4().hex
    now = time.time_ns()
    span = {
        "traceId": trace, "spanId": "00f067aa0ba902b7", "name": "of the span", "kind": 1,
        "startTimeUnixNano": str(now), "endTimeUnixNano": str(now + 5_000_000),
        "attributes": [{"key": "mlflow.spanInputs", "value": {"stringValue": '{"x": 1}'}}],
    }
    info = {
        "trace_id": f"tr-{trace}", "request_time": "2026-11-21T04:24:56Z", "execution_duration": "0.25s", "state": "ERROR",
        "trace_location": {"type": "MLFLOW_EXPERIMENT", "mlflow_experiment": {"experiment_id": experiment.experiment_id}},
        "tags": {"mlflow.traceName": "told"}, "trace_metadata": {"k": "v"}, "client_request_id": "req",
    }
    writes = [
        lambda: api("POST", "/v1/traces", json={"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]},
                    headers={"x-mlflow-experiment-id": experiment.experiment_id}),
        lambda: api("POST", "/api/3.0/mlflow/traces", json={"trace": {"trace_info": info}}),
    ]
    for write in writes if order == "spans first" else reversed(writes):
        assert write().status_code == 200
        read = mlflow.MlflowClient()._tracing_client.get_trace_info(f"tr-{trace}")
        assert read.trace_id == f"tr-{trace}"
    whole = mlflow.get_trace(f"tr-{trace}")
    assert (whole.info.state, whole.info.execution_duration, whole.info.tags["mlflow.traceName"]) == ("ERROR", 250, "told")
    assert (whole.info.client_request_id, whole.info.trace_metadata["k"]) == ("req", "v")
    assert whole.info.request_preview == '{"x": 1}' and whole.data.spans[0].inputs == {"x": 1}
    assert found("client_request_id = 'req' AND status = 'ERROR'").count(f"tr-{trace}") == 1


def test_a_trace_told_but_without_spans_is_incomplete(api, experiment):
    trace = "tr-" + uuid.uuid4().hex
    info = {
        "trace_id": trace, "request_time": "2026-11-21T04:24:56Z", "state": "OK",
        "trace_location": {"mlflow_experiment": {"experiment_id": experiment.experiment_id}},
        "trace_metadata": {"mlflow.trace.sizeStats": '{"num_spans": 1}'},
    }
    told = api("POST", "/api/3.0/mlflow/traces", json={"trace": {"trace_info": info}}).json()["trace"]["trace_info"]
    assert told["tags"]["mlflow.trace.spansLocation"] == "TRACKING_STORE"
    partial = api("GET", "/api/3.0/mlflow/traces/get", params={"trace_id": trace, "allow_partial": "True"})
    assert partial.json()["trace"]["trace_info"] == told
    whole = api("GET", "/api/3.0/mlflow/traces/get", params={"trace_id": trace})
    assert (whole.status_code, whole.json()["error_code"]) == (404, "RESOURCE_DOES_NOT_EXIST")
    assert api("GET", "/api/3.0/mlflow/traces/batchGet", params={"trace_ids": trace}).json() == {}


def test_every_write_is_read_at_once(trace_id, client):
    for n in range(2):
        client.set_trace_tag(trace_id, "n", str(n))
        assert client.get_trace(trace_id).info.tags["n"] == str(n)
        assert trace_id in found(f"tags.n = '{n}'")
        assessment = mlflow.log_feedback(trace_id=trace_id, name="f", value=n)
        assert mlflow.get_assessment(trace_id, assessment.assessment_id).value == n
        assert trace_id in found(f"feedback.f = '{n}'")
        mlflow.delete_assessment(trace_id, assessment.assessment_id)
        assert client.get_trace(trace_id).info.assessments == []


# What rides in start-trace


@pytest.mark.since("3.10.0")
def test_update_current_trace_sets_state_previews_and_session(fresh_experiment):
    trace_id = traced(
        state="ERROR", request_preview="asked", response_preview="told", session_id="s-77", user="u-77",
        client_request_id="cr-77", tags={"topic": "x"}, metadata={"mlflow.modelId": "m-77"},
    )
    mlflow.flush_trace_async_logging()
    info = mlflow.get_trace(trace_id).info
    assert (info.state, info.request_preview, info.response_preview) == ("ERROR", "asked", "told")
    assert (info.trace_metadata["mlflow.trace.session"], info.trace_metadata["mlflow.trace.user"]) == ("s-77", "u-77")
    for each in ["metadata.`mlflow.trace.session` = 's-77'", "client_request_id = 'cr-77'", "tags.topic = 'x'",
                 "request_metadata.`mlflow.modelId` = 'm-77'", "status = 'ERROR'"]:
        assert found(each) == [trace_id], each


@pytest.mark.since("3.10.0")
def test_sessions_are_found_with_all_their_traces(fresh_experiment):
    ids = [traced(session_id=session) for session in ("S1", "S2", "S1", "S2", "S3")]
    traced()
    mlflow.flush_trace_async_logging()
    sessions = mlflow.search_sessions(locations=[fresh_experiment.experiment_id])
    by_id = {session.id: {trace.info.trace_id for trace in session} for session in sessions}
    assert by_id == {"S1": {ids[0], ids[2]}, "S2": {ids[1], ids[3]}, "S3": {ids[4]}}


# Tags


def test_renamed_trace_is_found_by_its_new_name(trace_id):
    name = unique("after")
    mlflow.set_trace_tag(trace_id, "mlflow.traceName", name)
    assert found(f"name = '{name}'") == [trace_id]


def test_tag_rules(api, trace_id, client):
    url = f"/api/2.0/mlflow/traces/{trace_id}/tags"
    for key in ("mlflow.trace.spansLocation", "mlflow.trace.archiveLocation", "mlflow.trace.archivalFailure"):
        answer = api("PATCH", url, json={"key": key, "value": "X"})
        assert answer.status_code == 400 and f"Tag '{key}' is immutable" in answer.json()["message"]
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.delete_trace_tag(trace_id, "missing"))
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.set_trace_tag("tr-" + "0" * 32, "k", "v"))
    client.set_trace_tag(trace_id, "k" * 250, "v" * 4096)
    assert client.get_trace(trace_id).info.tags["k" * 250] == "v" * 4096


def test_both_versions_tag(api, trace_id):
    for version, key in (("2.0", "old"), ("3.0", "new")):
        url = f"/api/{version}/mlflow/traces/{trace_id}/tags"
        assert api("PATCH", url, json={"key": key, "value": "1"}).json() == {}
        assert mlflow.get_trace(trace_id).info.tags[key] == "1"
        assert api("DELETE", url, params={"key": key}).status_code == 200
        assert api("DELETE", url, json={"key": key}).status_code == 404


# Links


@pytest.mark.since("3.3.0")
def test_traces_are_linked_to_a_run_and_found_by_it(fresh_traces, experiment, client):
    ids = [fresh_traces.pop() for _ in range(2)]
    run_id = new_run(client, experiment)
    client.link_traces_to_run(ids, run_id)
    client.link_traces_to_run(ids, run_id)
    assert sorted(found(f"run_id = '{run_id}'")) == sorted(ids)
    many = ["tr-" + uuid.uuid4().hex for _ in range(101)]
    assert "more than 100" in refused("INVALID_PARAMETER_VALUE", lambda: client.link_traces_to_run(many, run_id))


@pytest.mark.since("3.3.0")
def test_a_link_may_come_before_its_trace(experiment, client):
    run_id = new_run(client, experiment)
    with mlflow.start_span("late") as span:
        client.link_traces_to_run([span.trace_id], run_id)
    mlflow.flush_trace_async_logging()
    assert found(f"run_id = '{run_id}'") == [span.trace_id]


def test_run_header_links_traces(api, experiment):
    trace, run_id = uuid.uuid4().hex, uuid.uuid4().hex
    span = {"traceId": trace, "spanId": "00f067aa0ba902b7", "name": "s", "startTimeUnixNano": str(time.time_ns()),
            "endTimeUnixNano": str(time.time_ns())}
    headers = {"x-mlflow-experiment-id": experiment.experiment_id, "x-mlflow-run-id": run_id}
    assert api("POST", "/v1/traces", json={"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]}, headers=headers).ok
    assert found(f"run_id = '{run_id}'") == [f"tr-{trace}"]


@pytest.mark.since("3.7.0")
def test_prompts_are_linked_and_found(trace_id, client):
    versions = [PromptVersion(unique("p"), version, "x") for version in (1, 2)]
    client.link_prompt_versions_to_trace(versions, trace_id)
    for prompt in versions:
        assert found(f"prompt = '{prompt.name}/{prompt.version}'") == [trace_id]
    assert found(f"prompt = '{versions[0].name}/2'") == []


def test_prompts_of_an_unknown_trace_are_refused(api):
    body = {"trace_id": "tr-" + "0" * 32, "prompt_versions": [{"name": "p", "version": "1"}]}
    answer = api("POST", "/api/2.0/mlflow/traces/link-prompts", json=body)
    assert (answer.status_code, answer.json()["error_code"]) == (404, "RESOURCE_DOES_NOT_EXIST")


@pytest.mark.since("3.11.1")
def test_issue_filter_sees_links_at_once(api, trace_id):
    body = {"assessment": {"assessment_name": "iss-1", "issue": {"issue_name": "Slow"}, "source": {"source_type": "HUMAN"}}}
    assert api("POST", f"/api/3.0/mlflow/traces/{trace_id}/assessments", json=body).status_code == 200
    assert found("issue.id = 'iss-1'") == [trace_id]


# Reading many


@pytest.mark.since("3.11.1")
def test_many_are_read_at_once_and_missing_ones_dropped(api, fresh_traces):
    ids = [*fresh_traces[:3], "tr-" + "e" * 32]
    infos = api("POST", "/api/3.0/mlflow/traces/batchGetInfos", json={"trace_ids": ids}).json()["trace_infos"]
    assert {info["trace_id"] for info in infos} == set(ids[:3])
    traces = mlflow.MlflowClient()._tracing_client.batch_get_traces(ids)
    assert {trace.info.trace_id for trace in traces} == set(ids[:3])
    assert api("POST", "/api/3.0/mlflow/traces/search", json={"locations": []}).json() == {}
    assert api("POST", "/api/3.0/mlflow/traces/search", json={}).status_code == 400


# Deletion


def test_deletion_by_ids_and_by_time(fresh_experiment, client):
    ids = [traced(f"t{n}") for n in range(6)]
    mlflow.flush_trace_async_logging()
    experiment_id = fresh_experiment.experiment_id
    delete = lambda **which: client.delete_traces(experiment_id, **which)
    assert delete(trace_ids=[ids[5], "tr-" + "0" * 32]) == 1
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_trace(ids[5], display=False))
    listed = mlflow.search_traces(return_type="list", order_by=["timestamp ASC"])
    oldest = [trace.info.trace_id for trace in listed]
    assert sorted(oldest) == sorted(ids[:5])
    last = max(trace.info.request_time for trace in listed)
    assert delete(max_timestamp_millis=last, max_traces=2) == 2
    assert set(found("")) == set(oldest[2:])
    assert delete(max_timestamp_millis=listed[2].info.request_time - 1) == 0 or len(set(t.info.request_time for t in listed)) < 5
    assert delete(max_timestamp_millis=last) == len(oldest[2:])
    assert found("") == []


@pytest.mark.parametrize(
    "body",
    [{}, {"max_timestamp_millis": 1, "request_ids": ["tr-" + "0" * 32]}, {"request_ids": ["x"], "max_traces": 1},
     {"max_timestamp_millis": 1, "max_traces": 0}],
)
def test_bad_deletions_are_refused(api, experiment, body):
    for version in ("2.0", "3.0"):
        url = f"/api/{version}/mlflow/traces/delete-traces"
        answer = api("POST", url, json={"experiment_id": experiment.experiment_id, **body})
        assert (answer.status_code, answer.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")


# Clients before version 3


def test_calls_of_version_2(api, fresh_experiment):
    experiment_id = fresh_experiment.experiment_id
    url = "/api/2.0/mlflow/traces"
    body = {
        "experiment_id": experiment_id, "timestamp_ms": 1700000000000,
        "request_metadata": [{"key": "a", "value": "b"}], "tags": [{"key": "t", "value": "1"}, {"key": "mlflow.traceName", "value": "old"}],
    }
    told = api("POST", url, json=body).json()["trace_info"]
    request_id = told["request_id"]
    assert len(request_id) == 32 and (told["status"], told["execution_time_ms"]) == ("IN_PROGRESS", 0)
    assert api("GET", f"{url}/{request_id}/info").json()["trace_info"] == told
    ended = {"timestamp_ms": 1700000000500, "status": "OK", "tags": [{"key": "u", "value": "2"}]}
    told = api("PATCH", f"{url}/{request_id}", json=ended).json()["trace_info"]
    assert (told["status"], told["execution_time_ms"], told["timestamp_ms"]) == ("OK", 500, 1700000000000)
    assert {"key": "u", "value": "2"} in told["tags"] and {"key": "a", "value": "b"} in told["request_metadata"]
    assert api("GET", f"{url}/{request_id}/info").json()["trace_info"] == told
    listed = api("GET", url, params={"experiment_ids": experiment_id, "filter": "tags.t = '1'"}).json()["traces"]
    assert listed == [told]
    assert found("name = 'old'", include_spans=False) == [request_id]
    assert api("PATCH", f"{url}/{'0' * 32}", json=ended).status_code == 404
    assert api("GET", f"{url}/{'0' * 32}/info").json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"
    assert api("POST", url, json={**body, "experiment_id": "99999999"}).status_code == 404
