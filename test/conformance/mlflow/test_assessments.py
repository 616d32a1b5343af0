"""Feedback, expectations and issues on traces: each write is read back at once."""

from concurrent.futures import ThreadPoolExecutor

import mlflow
import pytest
from mlflow.entities import AssessmentError, AssessmentSource, Expectation, Feedback
from mlflow.exceptions import MlflowException
from mlflow.tracing.client import TracingClient

HUMAN = AssessmentSource("HUMAN", "ann@example.com")
JUDGE = AssessmentSource("LLM_JUDGE", "gpt-4o-mini")


@pytest.fixture(scope="module")
def fresh_traces(experiment):
    """Made at once, since a flush takes the client a second."""

    def make():
        with mlflow.start_span("root") as span:
            span.set_inputs({"q": "why"})
        return span.trace_id

    ids = [make() for _ in range(60)]
    mlflow.flush_trace_async_logging()
    return ids


@pytest.fixture
def trace_id(fresh_traces):
    """A trace of the test's own."""
    return fresh_traces.pop()


def listed(trace_id):
    return {a.assessment_id: a for a in mlflow.get_trace(trace_id).info.assessments}


VALUES = [3, 0.5, True, False, "good", "", ["a", 1.0, None], {"a": 1.0, "b": {"c": []}}, None]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_feedback_keeps_its_value(trace_id, value):
    error = AssessmentError("E", "none") if value is None else None
    told = mlflow.log_feedback(trace_id=trace_id, name="v", value=value, error=error)
    read = mlflow.get_assessment(trace_id, told.assessment_id)
    assert read.value == value and type(read.value) is type(told.value)
    assert listed(trace_id)[told.assessment_id].value == value


@pytest.mark.parametrize("value", [3, True, "x", ["a", {"b": 1}], {"facts": ["x", 1], "n": None}], ids=repr)
def test_expectation_keeps_its_value(trace_id, value):
    told = mlflow.log_expectation(trace_id=trace_id, name="expected", value=value, source=HUMAN)
    read = mlflow.get_assessment(trace_id, told.assessment_id)
    assert read.value == value
    assert read.source == HUMAN
    assert listed(trace_id)[told.assessment_id].value == value


def test_feedback_keeps_rationale_metadata_source_span_and_error(trace_id):
    span_id = mlflow.get_trace(trace_id).data.spans[0].span_id
    told = mlflow.log_feedback(
        trace_id=trace_id, name="faithful", value=0.9, rationale="wörd\nfor word ✓", source=JUDGE,
        metadata={"model": "m", "k": "v"}, span_id=span_id,
    )
    failed = mlflow.log_feedback(
        trace_id=trace_id, name="failed", error=AssessmentError("TIMEOUT", "too slow", "line 1\nline 2")
    )
    read = mlflow.get_assessment(trace_id, told.assessment_id)
    assert (read.rationale, read.source, read.metadata) == (told.rationale, JUDGE, {"model": "m", "k": "v"})
    assert (read.span_id, read.trace_id, read.valid) == (span_id, trace_id, True)
    assert read.create_time_ms == told.create_time_ms == read.last_update_time_ms
    error = mlflow.get_assessment(trace_id, failed.assessment_id).error
    assert (error.error_code, error.error_message, error.stack_trace) == ("TIMEOUT", "too slow", "line 1\nline 2")


def test_default_sources(trace_id):
    assert mlflow.log_feedback(trace_id=trace_id, name="f", value=1).source.source_type == "CODE"
    assert mlflow.log_expectation(trace_id=trace_id, name="e", value=1).source.source_type == "HUMAN"


def test_assessments_on_the_active_trace_ride_with_it():
    @mlflow.trace
    def answer():
        trace_id = mlflow.get_active_trace_id()
        mlflow.log_feedback(trace_id=trace_id, name="inside", value={"score": 1}, rationale="r")
        mlflow.log_expectation(trace_id=trace_id, name="expected", value=["a"])
        return trace_id

    trace_id = answer()
    mlflow.flush_trace_async_logging()
    found = mlflow.get_trace(trace_id).info.assessments
    assert [(a.name, a.value) for a in found] == [("inside", {"score": 1}), ("expected", ["a"])]
    inside = found[0]
    assert inside.assessment_id and mlflow.get_assessment(trace_id, inside.assessment_id) == inside
    mlflow.update_assessment(trace_id, inside.assessment_id, Feedback(name="inside", value="changed"))
    assert listed(trace_id)[inside.assessment_id].value == "changed"
    mlflow.delete_assessment(trace_id, inside.assessment_id)
    assert [a.name for a in mlflow.get_trace(trace_id).info.assessments] == ["expected"]


def test_several_may_share_a_name_and_come_oldest_first(trace_id):
    ids = [mlflow.log_feedback(trace_id=trace_id, name="same", value=n).assessment_id for n in range(4)]
    assert list(listed(trace_id)) == ids


def test_update_merges_metadata_and_keeps_the_rest(trace_id):
    told = mlflow.log_feedback(trace_id=trace_id, name="x", value=1, rationale="r1", metadata={"a": "1", "b": "1"})
    updated = mlflow.update_assessment(
        trace_id, told.assessment_id, Feedback(name="x", value=2, metadata={"b": "2", "c": "3"})
    )
    assert updated.value == 2
    read = mlflow.get_assessment(trace_id, told.assessment_id)
    assert read == updated
    assert (read.rationale, read.metadata) == ("r1", {"a": "1", "b": "2", "c": "3"})
    assert read.create_time_ms == told.create_time_ms
    assert read.last_update_time_ms > told.last_update_time_ms
    renamed = mlflow.update_assessment(trace_id, told.assessment_id, Feedback(name="y", value=2, rationale="r2"))
    assert (renamed.name, renamed.rationale) == ("y", "r2")


def test_update_of_an_expectation(trace_id):
    told = mlflow.log_expectation(trace_id=trace_id, name="e", value="old")
    mlflow.update_assessment(trace_id, told.assessment_id, Expectation(name="e", value={"new": True}))
    assert mlflow.get_assessment(trace_id, told.assessment_id).value == {"new": True}


def test_update_of_another_kind_is_refused(trace_id):
    told = mlflow.log_feedback(trace_id=trace_id, name="x", value=1)
    with pytest.raises(MlflowException, match="Cannot update expectation value") as caught:
        mlflow.update_assessment(trace_id, told.assessment_id, Expectation(name="x", value="y"))
    assert caught.value.error_code == "INVALID_PARAMETER_VALUE"


def test_concurrent_updates_lose_nothing(trace_id):
    told = mlflow.log_feedback(trace_id=trace_id, name="x", value=0)

    def note(n):
        mlflow.update_assessment(trace_id, told.assessment_id, Feedback(name="x", value=0, metadata={f"k{n}": str(n)}))

    def add(n):
        return mlflow.log_feedback(trace_id=trace_id, name="many", value=n).assessment_id

    with ThreadPoolExecutor(8) as pool:
        added = [pool.submit(add, n) for n in range(8)]
        list(pool.map(note, range(8)))
        ids = {each.result() for each in added}
    found = listed(trace_id)
    assert found[told.assessment_id].metadata == {f"k{n}": str(n) for n in range(8)}
    assert ids < set(found)


def test_override_keeps_the_old_one_and_its_deletion_restores_it(trace_id):
    old = mlflow.log_feedback(trace_id=trace_id, name="q", value=0.1, source=JUDGE, metadata={"m": "1"})
    new = mlflow.override_feedback(
        trace_id=trace_id, assessment_id=old.assessment_id, value=0.9, rationale="human", source=HUMAN
    )
    assert new.overrides == old.assessment_id
    found = listed(trace_id)
    assert found[old.assessment_id].valid is False
    assert (found[new.assessment_id].valid, found[new.assessment_id].value) == (True, 0.9)
    assert mlflow.get_assessment(trace_id, old.assessment_id).valid is False
    mlflow.delete_assessment(trace_id, new.assessment_id)
    restored = listed(trace_id)
    assert list(restored) == [old.assessment_id]
    assert (restored[old.assessment_id].valid, restored[old.assessment_id].value) == (True, 0.1)


def test_overridden_feedback_no_longer_filters(trace_id, experiment):
    old = mlflow.log_feedback(trace_id=trace_id, name="grade", value="bad")
    mlflow.override_feedback(trace_id=trace_id, assessment_id=old.assessment_id, value="good")

    def ids(value):
        found = mlflow.search_traces(filter_string=f"feedback.grade = '{value}'", return_type="list")
        return [trace.info.trace_id for trace in found]

    assert trace_id in ids("good")
    assert trace_id not in ids("bad")


def test_delete_is_idempotent_and_final(trace_id):
    told = mlflow.log_feedback(trace_id=trace_id, name="x", value=1)
    mlflow.delete_assessment(trace_id, told.assessment_id)
    mlflow.delete_assessment(trace_id, told.assessment_id)
    assert listed(trace_id) == {}
    with pytest.raises(MlflowException) as caught:
        mlflow.get_assessment(trace_id, told.assessment_id)
    assert caught.value.error_code == "RESOURCE_DOES_NOT_EXIST"


@pytest.mark.parametrize(
    "call",
    [
        lambda t, u: mlflow.get_assessment(t, "a-nope"),
        lambda t, u: mlflow.update_assessment(t, "a-nope", Feedback(name="x", value=1)),
        lambda t, u: mlflow.log_feedback(trace_id=u, name="x", value=1),
        lambda t, u: mlflow.get_assessment(u, "a-nope"),
        lambda t, u: TracingClient().log_assessment(t, Feedback(name="x", value=1, overrides="a-nope")),
        lambda t, u: mlflow.log_feedback(trace_id="nonsense", name="x", value=1),
    ],
)
def test_what_is_missing_is_named(trace_id, call):
    with pytest.raises(MlflowException, match="not found") as caught:
        call(trace_id, "tr-" + "0" * 32)
    assert caught.value.error_code == "RESOURCE_DOES_NOT_EXIST"


@pytest.mark.parametrize(
    "assessment, message",
    [
        ({"assessment_name": "x"}, "Exactly one of"),
        ({"assessment_name": "x", "feedback": {"value": 1}, "expectation": {"value": 1}}, "Exactly one of"),
        ({"feedback": {"value": 1}}, "assessment_name"),
        ({"assessment_name": "n" * 251, "feedback": {"value": 1}}, "at most 250 characters, not 251"),
        ({"assessment_name": "x", "feedback": {"value": "v" * 600_000}}, "at most 500000 characters"),
        ({"assessment_name": "x", "span_id": "nope", "feedback": {"value": 1}}, "16 hex digits"),
        ({"assessment_name": "x", "source": {"source_type": "ROBOT"}, "feedback": {"value": 1}}, "source_type"),
        ({"assessment_name": "x", "expectation": {"serialized_value": {"value": "{"}}}, "not JSON"),
        ({"assessment_name": "x", "feedback": {"value": 1}, "metadata": {"k": {"a": 1}}}, "metadata"),
    ],
)
def test_bad_assessments_are_refused_with_their_fault(api, trace_id, assessment, message):
    answer = api("POST", f"/api/3.0/mlflow/traces/{trace_id}/assessments", json={"assessment": assessment})
    assert (answer.status_code, answer.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")
    assert message in answer.json()["message"]


def test_wire_shape_in_both_spellings(api, trace_id):
    url = f"/ajax-api/3.0/mlflow/traces/{trace_id}/assessments"
    sent = {
        "assessmentName": "wire",
        "source": {"sourceType": 2, "sourceId": "m"},
        "feedback": {"value": {"a": 1, "some_key": [None]}},
        "createTime": "2026-01-02T03:04:05.678Z",
        "lastUpdateTime": "2026-01-02T03:04:05.678000000Z",
        "metadata": {"k": "v"},
    }
    told = api("POST", url, json={"assessment": sent}).json()["assessment"]
    assert told == {
        "assessment_id": told["assessment_id"],
        "assessment_name": "wire",
        "trace_id": trace_id,
        "source": {"source_type": "LLM_JUDGE", "source_id": "m"},
        "create_time": "2026-01-02T03:04:05.678Z",
        "last_update_time": "2026-01-02T03:04:05.678Z",
        "feedback": {"value": {"a": 1, "some_key": [None]}},
        "metadata": {"k": "v"},
        "valid": True,
    }
    assert api("GET", f"{url}/{told['assessment_id']}").json() == {"assessment": told}
    again = api("POST", url, json={"assessment": sent}).json()["assessment"]
    assert again == told and len(mlflow.get_trace(trace_id).info.assessments) == 1
    bad = api("PATCH", f"{url}/{told['assessment_id']}", json={"assessment": {}, "update_mask": "source"})
    assert bad.status_code == 400 and "update_mask" in bad.json()["message"]
    invalid = api(
        "PATCH", f"{url}/{told['assessment_id']}", json={"assessment": {"valid": False}, "updateMask": "valid"}
    )
    assert invalid.json()["assessment"]["valid"] is False
    assert api("DELETE", f"{url}/{told['assessment_id']}").json() == {}


def test_native_calls_and_the_client_see_the_same(api, trace_id):
    url = f"/api/v1/traces/{trace_id}/assessments"
    body = {"name": "n", "value": ["a"], "kind": "expectation", "source": {"type": "human", "id": "ann"}}
    told = api("POST", url, json=body)
    assert told.status_code == 201, told.text
    assessment_id = told.json()["assessment_id"]
    read = mlflow.get_assessment(trace_id, assessment_id)
    assert (read.value, read.source.source_id) == (["a"], "ann")
    changed = api("PATCH", f"{url}/{assessment_id}", json={"value": {"b": 1}, "metadata": {"k": "v"}}).json()
    assert (changed["value"], changed["kind"], changed["metadata"]) == ({"b": 1}, "expectation", {"k": "v"})
    assert mlflow.get_assessment(trace_id, assessment_id).value == {"b": 1}
    listed_now = api("GET", url, params={"consistency": "strong"}).json()["assessments"]
    assert [each["assessment_id"] for each in listed_now] == [assessment_id]
    assert api("POST", url, json={"name": "n"}).status_code == 400
    assert api("DELETE", f"{url}/{assessment_id}").status_code == 204
    assert api("GET", f"{url}/{assessment_id}", params={"consistency": "strong"}).status_code == 404
