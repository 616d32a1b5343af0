"""Registered scorers: `scorer.register`, `list_scorers`, `get_scorer`, `delete_scorer` (WIRE.md section 12)."""

import json

import pytest
from conftest import unique
from mlflow.exceptions import MlflowException
from mlflow.genai.judges import make_judge
from mlflow.genai.scorers import (
    Guidelines,
    RelevanceToQuery,
    Safety,
    delete_scorer,
    get_scorer,
    list_scorers,
    scorer,
)
from mlflow.genai.scorers.registry import list_scorer_versions

pytestmark = pytest.mark.since("3.4.0")

SCORERS = "/api/3.0/mlflow/scorers"


def judge(instructions="Is {{ outputs }} polite?", model="openai:/gpt-4o-mini"):
    return make_judge(name="polite", instructions=instructions, model=model, feedback_value_type=bool)


def test_scorer_is_registered_and_got(fresh_experiment):
    registered = judge().register(name="polite")
    assert registered.name == "polite"
    found = get_scorer(name="polite", experiment_id=fresh_experiment.experiment_id)
    assert found.instructions == "Is {{ outputs }} polite?"
    assert found.model == "openai:/gpt-4o-mini"
    assert found.sample_rate is None


def test_scorer_versions(fresh_experiment):
    judge().register(name="polite")
    judge("Is {{ outputs }} kind?").register(name="polite")
    assert get_scorer(name="polite").instructions == "Is {{ outputs }} kind?"
    assert get_scorer(name="polite", version=1).instructions == "Is {{ outputs }} polite?"
    assert [version for _, version in list_scorer_versions(name="polite")] == [1, 2]
    with pytest.raises(MlflowException) as raised:
        get_scorer(name="polite", version=3)
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_scorers_built_in_are_listed(fresh_experiment):
    Safety(model="openai:/gpt-4o-mini").register(name="safety")
    Guidelines(name="style", guidelines="Be brief.", model="openai:/gpt-4o-mini").register(name="style")
    RelevanceToQuery().register(name="relevance")
    judge().register(name="polite")
    judge().register(name="polite")
    assert [each.name for each in list_scorers()] == ["polite", "relevance", "safety", "style"]
    style = get_scorer(name="style")
    assert isinstance(style, Guidelines) and style.guidelines == "Be brief."


def test_scorer_versions_are_deleted(fresh_experiment):
    for _ in range(3):
        judge().register(name="polite")
    delete_scorer(name="polite", version=3)
    assert [version for _, version in list_scorer_versions(name="polite")] == [1, 2]
    judge().register(name="polite")
    # A number is never given out twice: assessments name the version they came from.
    assert [version for _, version in list_scorer_versions(name="polite")] == [1, 2, 4]
    delete_scorer(name="polite", version="all")
    assert list_scorers() == []
    for gone in [lambda: get_scorer(name="polite"), lambda: delete_scorer(name="polite", version="all")]:
        with pytest.raises(MlflowException) as raised:
            gone()
        assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_scorer_with_source_is_refused(fresh_experiment):
    @scorer
    def is_short(outputs):
        return len(outputs) < 100

    with pytest.raises(MlflowException, match="@scorer decorator") as raised:
        is_short.register()
    assert raised.value.error_code == "INVALID_PARAMETER_VALUE"


def test_scorer_of_unknown_experiment_is_refused():
    with pytest.raises(MlflowException) as raised:
        judge().register(name="polite", experiment_id="2000000000")
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_scorer_of_unknown_endpoint_is_refused(fresh_experiment):
    with pytest.raises(MlflowException, match="GatewayEndpoint not found") as raised:
        judge(model=f"gateway:/{unique('none')}").register(name="polite")
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"
    assert list_scorers() == []


def test_scorer_without_gateway_model_is_not_started(fresh_experiment):
    from mlflow.genai.scorers import ScorerSamplingConfig

    # No test makes a secret of this provider: with one the scorer could be started.
    registered = judge(model="mistral:/ministral-8b").register(name="polite")
    with pytest.raises(MlflowException, match="does not use a gateway model"):
        registered.start(sampling_config=ScorerSamplingConfig(sample_rate=0.5))
    assert registered.stop().sample_rate == 0


def test_scorer_definition_is_kept_verbatim(fresh_experiment, api):
    text = '{"name":"x",  "big": 12345678901234567890, "share": 1.0, "instructions_judge_pydantic_data": {"instructions": "a"}}'
    sent = {"experiment_id": fresh_experiment.experiment_id, "name": "x", "serialized_scorer": text}
    answer = api("POST", f"{SCORERS}/register", json=sent).json()
    assert answer["serialized_scorer"] == text
    found = api("GET", f"{SCORERS}/get", params={"experiment_id": fresh_experiment.experiment_id, "name": "x"}).json()
    assert found["scorer"]["serialized_scorer"] == text
    assert found["scorer"]["experiment_id"] == int(fresh_experiment.experiment_id)


@pytest.mark.parametrize("wrong", [
    {"serialized_scorer": "no json"}, {"serialized_scorer": "[]"}, {"name": ""}, {"name": "x" * 501},
    {"serialized_scorer": '{"instructions_judge_pydantic_data": {"model": " "}}'},
    {"serialized_scorer": '{"ensemble_scorer_data": {"scorers": [{"call_source": "import os"}]}}'},
])
def test_scorer_that_is_wrong_is_refused(fresh_experiment, api, wrong):
    sent = {"experiment_id": fresh_experiment.experiment_id, "name": "x", "serialized_scorer": "{}", **wrong}
    answer = api("POST", f"{SCORERS}/register", json=sent)
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "INVALID_PARAMETER_VALUE"


def test_scorers_of_several_experiments(fresh_experiment, experiment, api):
    judge().register(name="several", experiment_id=fresh_experiment.experiment_id)
    judge().register(name="several", experiment_id=experiment.experiment_id)
    ids = [experiment.experiment_id, fresh_experiment.experiment_id]
    found = api("GET", f"{SCORERS}/list", params={"experiment_ids": ids}).json()["scorers"]
    assert [str(each["experiment_id"]) for each in found] == ids
    both = api("GET", f"{SCORERS}/list", params={"experiment_ids": ids, "experiment_id": ids[0]})
    assert both.status_code == 400
    everywhere = api("GET", f"{SCORERS}/list").json()["scorers"]
    assert {str(each["experiment_id"]) for each in everywhere} >= set(ids)


def test_scorer_online_config_is_checked(fresh_experiment, api):
    judge().register(name="polite")

    def put(**change):
        sent = {"experiment_id": fresh_experiment.experiment_id, "name": "polite", "sample_rate": 0.0, **change}
        return api("PUT", f"{SCORERS}/online-config", json=sent)

    config = put(filter_string="attributes.status = 'OK'").json()["config"]
    assert config["sample_rate"] == 0.0 and config["filter_string"] == "attributes.status = 'OK'"
    assert config["experiment_id"] == fresh_experiment.experiment_id
    again = put().json()["config"]
    assert again["online_scoring_config_id"] == config["online_scoring_config_id"]
    assert "filter_string" not in again
    listed = api("GET", f"{SCORERS}/online-configs", params={"scorer_ids": [config["scorer_id"], "none"]}).json()
    assert listed == {"configs": [again]}
    assert api("GET", f"{SCORERS}/online-configs", params={"scorer_ids": "none"}).json() == {"configs": []}
    for wrong in [{"sample_rate": 1.5}, {"sample_rate": -1}, {"sample_rate": "x"}, {"filter_string": "nonsense ==="}]:
        assert put(**wrong).status_code == 400
    assert put(name="none").status_code == 404
    assert api("GET", f"{SCORERS}/online-configs").status_code == 400


def test_scorer_native_api(fresh_experiment, api):
    key = {"experiment_id": fresh_experiment.experiment_id, "name": "native"}
    definition = json.loads(json.dumps(judge().model_dump()))
    made = api("POST", "/api/v1/scorers", json={**key, "definition": definition}).json()
    assert (made["version"], made["definition"]) == (1, definition)
    assert get_scorer(name="native").instructions == judge().instructions
    listed = api("GET", "/api/v1/scorers", params={"experiment_id": key["experiment_id"]}).json()
    assert [each["scorer_id"] for each in listed["scorers"]] == [made["scorer_id"]]
    assert len(api("GET", "/api/v1/scorers/versions", params=key).json()["scorers"]) == 1
    assert api("PUT", "/api/v1/scorers/online", json={**key, "sample_rate": 0}).json()["sample_rate"] == 0
    assert api("DELETE", "/api/v1/scorers", params=key).status_code == 204
    assert api("DELETE", "/api/v1/scorers", params=key).status_code == 404


NATIVE = {"millrace_scorer": {"kind": "regex_match", "parameters": {"pattern": "^Answer:"}}}


def test_scorer_in_our_own_form(fresh_experiment, api):
    key = {"experiment_id": fresh_experiment.experiment_id, "name": "format"}
    made = api("POST", "/api/v1/scorers", json={**key, "definition": NATIVE})
    assert made.status_code == 201 and made.json()["definition"] == NATIVE
    judge().register(name="polite")
    # The client loads every scorer of a list, and fails with one it does not know.
    assert [each.name for each in list_scorers()] == ["polite"]
    assert list_scorer_versions(name="format") == []
    with pytest.raises(MlflowException, match="does not know") as raised:
        get_scorer(name="format")
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"
    listed = api("GET", "/api/v1/scorers", params={"experiment_id": key["experiment_id"]}).json()["scorers"]
    assert [each["name"] for each in listed] == ["format", "polite"]
    delete_scorer(name="format", version="all")


def test_scorer_in_our_own_form_is_started(fresh_experiment, api):
    key = {"experiment_id": fresh_experiment.experiment_id, "name": "format"}
    api("POST", "/api/v1/scorers", json={**key, "definition": NATIVE})
    online = api("PUT", "/api/v1/scorers/online", json={**key, "sample_rate": 0.5})
    assert online.json()["sample_rate"] == 0.5
    api("POST", "/api/v1/scorers", json={**key, "definition": {"millrace_scorer": {"kind": "exact_match"}}})
    refused = api("PUT", "/api/v1/scorers/online", json={**key, "sample_rate": 0.5})
    assert refused.status_code == 400 and "requires expectations" in refused.text


@pytest.mark.parametrize("definition, reason", [
    ({"millrace_scorer": {"kind": "magic"}}, "no scorer of kind"),
    ({"millrace_scorer": {"kind": "regex_match", "parameters": {"pattern": "("}}}, "invalid regex pattern"),
    ({"millrace_scorer": {"kind": "latency", "parameters": {"colour": 1}}}, "colour"),
    ({"nonsense": 1}, "of no form"),
])
def test_scorer_in_our_own_form_that_is_wrong_is_refused(fresh_experiment, api, definition, reason):
    key = {"experiment_id": fresh_experiment.experiment_id, "name": "wrong"}
    answer = api("POST", "/api/v1/scorers", json={**key, "definition": definition})
    assert answer.status_code == 400 and reason in answer.text


def test_scorer_with_a_secret_of_its_provider_is_started(fresh_experiment, api):
    from mlflow.genai.scorers import ScorerSamplingConfig

    registered = judge(model="xai:/grok-4").register(name="polite")
    with pytest.raises(MlflowException, match="does not use a gateway model"):
        registered.start(sampling_config=ScorerSamplingConfig(sample_rate=0.5))
    sent = {"name": unique("xai"), "provider": "xai", "values": {"api_key": "k"}}
    secret = api("POST", "/api/v1/gateway/secrets", json=sent)
    assert secret.status_code == 201, secret.text
    try:
        assert registered.start(sampling_config=ScorerSamplingConfig(sample_rate=0.5)).sample_rate == 0.5
    finally:
        api("DELETE", f"/api/v1/gateway/secrets/{secret.json()['secret_id']}")


def test_built_in_scorers(api):
    scorers = {each["name"]: each for each in api("GET", "/api/v1/built-in-scorers").json()["scorers"]}
    pattern = scorers["regex_match"]["parameters"]["properties"]["pattern"]
    assert scorers["regex_match"]["mlflow_class"] == "RegexMatch" and pattern["type"] == "string"
    assert scorers["exact_match"]["needs_expectations"] == ["expected_response"]
    assert scorers["code"]["level"] == "any" and not scorers["code"]["is_judge"]
