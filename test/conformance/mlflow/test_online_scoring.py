"""Scorers that judge what comes in: `scorer.start`, `update`, `stop` (WIRE.md section 12)."""

import time

import mlflow
import pytest
from conftest import gateway_model, unique
from mlflow.exceptions import MlflowException
from mlflow.genai.judges import make_judge
from mlflow.genai.scorers import RelevanceToQuery, ScorerSamplingConfig, UserFrustration, get_scorer

pytestmark = pytest.mark.since("3.17")


def judge(model, name="polite"):
    return make_judge(name=name, instructions="Is {{ outputs }} polite?", model=model, feedback_value_type=bool)


def trace_of(answer, **tags):
    with mlflow.start_span(name="ask") as span:
        span.set_inputs({"question": "What is MLflow?"})
        span.set_outputs(answer)
        if tags:
            mlflow.update_current_trace(tags=tags)
    mlflow.flush_trace_async_logging()
    return span.trace_id


def verdicts_of(trace_id, names):
    """Waits until scorers of these names have said something."""
    for _ in range(500):
        found = mlflow.get_trace(trace_id).info.assessments
        if {each.name for each in found} >= set(names):
            return found
        time.sleep(0.2)
    raise AssertionError(f"{[each.name for each in found]} instead of {names}")


def test_started_scorers_judge_what_their_filter_takes(fresh_experiment, model):
    started = judge(model).register().start(
        sampling_config=ScorerSamplingConfig(sample_rate=1.0, filter_string="tags.stage = 'production'")
    )
    assert (started.sample_rate, started.filter_string) == (1.0, "tags.stage = 'production'")
    RelevanceToQuery(model=model).register().start(sampling_config=ScorerSamplingConfig(sample_rate=1.0))
    ours, others = trace_of("Sure!", stage="production"), trace_of("Sure!", stage="test")
    by_name = {each.name: each for each in verdicts_of(ours, ["polite", "relevance_to_query"])}
    assert (by_name["polite"].value, by_name["relevance_to_query"].value) == (True, "yes")
    assert by_name["polite"].source.source_type == "LLM_JUDGE"
    assert by_name["polite"].metadata["mlflow.assessment.scorerName"] == "polite"
    assert by_name["polite"].metadata["mlflow.assessment.scorerVersion"] == "1"
    assert [each.name for each in verdicts_of(others, ["relevance_to_query"])] == ["relevance_to_query"]


def test_stopped_scorer_judges_no_more_and_goes_on_when_it_is_updated(fresh_experiment, model):
    first = judge(model, "first").register().start(sampling_config=ScorerSamplingConfig(sample_rate=1.0))
    judge(model, "second").register().start(sampling_config=ScorerSamplingConfig(sample_rate=1.0))
    verdicts_of(trace_of("Sure!"), ["first", "second"])
    assert first.stop().sample_rate == 0
    # What was started is known to the evaluator for a few seconds.
    time.sleep(5)
    assert [each.name for each in verdicts_of(trace_of("Sure!"), ["second"])] == ["second"]
    again = get_scorer(name="first").update(sampling_config=ScorerSamplingConfig(sample_rate=1.0))
    assert again.sample_rate == 1.0
    time.sleep(5)
    verdicts_of(trace_of("Sure!"), ["first", "second"])


def test_failing_judge_tells_why_on_the_trace(fresh_experiment, fake_llm):
    judge(gateway_model(fake_llm, "wrong-key")).register().start(
        sampling_config=ScorerSamplingConfig(sample_rate=1.0)
    )
    [verdict] = verdicts_of(trace_of("Sure!"), ["polite"])
    assert verdict.value is None and verdict.error.error_code == "SCORER_ERROR"


def test_what_can_not_judge_new_traces_is_not_started(fresh_experiment, model):
    correct = make_judge(
        name="correct", instructions="Is {{ outputs }} as {{ expectations }}?", model=model, feedback_value_type=bool
    ).register()
    with pytest.raises(MlflowException, match="expectations"):
        correct.start(sampling_config=ScorerSamplingConfig(sample_rate=1.0))
    with pytest.raises(MlflowException):
        judge(model).register().start(
            sampling_config=ScorerSamplingConfig(sample_rate=1.0, filter_string="no filter at all")
        )
    started = UserFrustration(model=model).register(name=unique("frustration")).start(
        sampling_config=ScorerSamplingConfig(sample_rate=0.5)
    )
    assert started.sample_rate == 0.5
