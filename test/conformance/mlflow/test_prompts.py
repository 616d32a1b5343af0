"""Prompts and registered models of the real client (mlflow/WIRE.md section 8)."""

import json

import mlflow
import pytest
from concurrent.futures import ThreadPoolExecutor
from conftest import FRESH, unique, within
from mlflow.exceptions import MlflowException

CHAT = [
    {"role": "system", "content": "You are {{style}}."},
    {"role": "user", "content": "{{question}}"},
]


@pytest.fixture
def name():
    return unique("prompt")


def code(error):
    return error.value.error_code


def test_prompt_register_and_load(name):
    first = mlflow.genai.register_prompt(
        name, "Hello {{name}}", commit_message="first", tags={"author": "a"}
    )
    second = mlflow.genai.register_prompt(name, "Bye {{ name }} of {{company.name}}", commit_message="second")
    assert (first.version, second.version) == (1, 2)
    loaded = mlflow.genai.load_prompt(f"prompts:/{name}/1")
    assert loaded.template == "Hello {{name}}"
    assert loaded.commit_message == "first"
    assert loaded.tags == {"author": "a"}
    assert loaded.format(name="Ann") == "Hello Ann"
    assert mlflow.genai.load_prompt(name, version=2).variables == {"name", "company.name"}
    assert loaded.creation_timestamp > 1.7e12


@pytest.mark.since("3.6.0")
def test_prompt_load_of_the_latest(name):
    for text in ("one", "two"):
        mlflow.genai.register_prompt(name, text)
    assert mlflow.genai.load_prompt(name).version == 2
    assert mlflow.genai.load_prompt(f"prompts:/{name}@latest").version == 2
    mlflow.MlflowClient().delete_prompt_version(name, "2")
    assert mlflow.genai.load_prompt(name, **FRESH).version == 1


@pytest.mark.since("3.8.0")
def test_prompt_chat_with_response_format_and_model_config(name):
    schema = {"type": "object", "properties": {"answer": {"type": "string"}}}
    config = {"model_name": "gpt-4o", "temperature": 0.5}
    mlflow.genai.register_prompt(name, CHAT, response_format=schema, model_config=config)
    loaded = mlflow.genai.load_prompt(name, version=1)
    assert loaded.template == CHAT
    assert not loaded.is_text_prompt
    assert loaded.response_format == schema
    assert loaded.model_config == config
    assert loaded.format(style="kind", question="Why?")[1]["content"] == "Why?"


@pytest.mark.since("3.8.0")
def test_prompt_model_config_may_change(name):
    mlflow.genai.register_prompt(name, "x", model_config={"temperature": 0.5})
    mlflow.genai.set_prompt_model_config(name, 1, {"temperature": 1.0})
    assert mlflow.genai.load_prompt(name, version=1, **FRESH).model_config == {"temperature": 1.0}
    mlflow.genai.delete_prompt_model_config(name, 1)
    assert mlflow.genai.load_prompt(name, version=1, **FRESH).model_config is None


def test_prompt_alias_set_move_delete(name, client):
    for text in ("one", "two"):
        mlflow.genai.register_prompt(name, text)
    uri = f"prompts:/{name}@production"
    mlflow.genai.set_prompt_alias(name, alias="production", version=1)
    assert mlflow.genai.load_prompt(uri, **FRESH).template == "one"
    mlflow.genai.set_prompt_alias(name, alias="production", version=2)
    assert mlflow.genai.load_prompt(uri, **FRESH).template == "two"
    assert mlflow.genai.load_prompt(uri, **FRESH).aliases == ["production"]
    mlflow.genai.delete_prompt_alias(name, alias="production")
    with pytest.raises(MlflowException, match="alias production not found"):
        client.load_prompt(uri, **FRESH)


@pytest.mark.since("3.5.0")
def test_prompt_alias_missing_has_its_code(name, client):
    mlflow.genai.register_prompt(name, "x")
    with pytest.raises(MlflowException, match="alias production not found") as error:
        client.load_prompt(f"prompts:/{name}@production", **FRESH)
    assert code(error) == "INVALID_PARAMETER_VALUE"


def test_prompt_alias_errors(name, client):
    mlflow.genai.register_prompt(name, "x")
    for alias in ("latest", "Latest", "v1", "a b", "a/b", ""):
        with pytest.raises(MlflowException):
            client.set_prompt_alias(name, alias, 1)
    with pytest.raises(MlflowException):
        client.set_prompt_alias(name, "fine", 99)
    client.delete_prompt_alias(name, "never-there")


def test_prompt_alias_goes_with_its_version(name, client):
    mlflow.genai.register_prompt(name, "one")
    client.set_prompt_alias(name, "champion", 1)
    assert client.load_prompt(f"prompts:/{name}@champion", **FRESH).version == 1
    client.delete_prompt_version(name, "1")
    with pytest.raises(MlflowException, match="alias champion not found"):
        client.load_prompt(f"prompts:/{name}@champion", **FRESH)
    with pytest.raises(MlflowException, match="not found"):
        client.load_prompt(f"prompts:/{name}/1", **FRESH)
    assert mlflow.genai.register_prompt(name, "two").version == 2


@pytest.mark.since("3.5.0")
def test_prompt_tags(name, client):
    mlflow.genai.register_prompt(name, "x", tags={"a": "1"})
    client.set_prompt_tag(name, "team", "search")
    client.set_prompt_tag(name, "team", "chat")
    client.set_prompt_version_tag(name, "1", "score", "0.9")
    prompt = client.get_prompt(name)
    assert {"a": "1", "team": "chat"}.items() <= prompt.tags.items()
    assert client.get_prompt_version(name, "1").tags == {"a": "1", "score": "0.9"}
    client.delete_prompt_tag(name, "team")
    client.delete_prompt_version_tag(name, "1", "score")
    client.delete_prompt_version_tag(name, "1", "score")
    assert "team" not in client.get_prompt(name).tags
    assert client.get_prompt_version(name, "1").tags == {"a": "1"}


def test_prompt_versions_never_change(name, api):
    mlflow.genai.register_prompt(name, "x")
    for key, value in (
        ("mlflow.prompt.text", "y"),
        ("_mlflow_prompt_type", "chat"),
        ("mlflow.prompt.is_prompt", "false"),
    ):
        tag = {"name": name, "version": "1", "key": key, "value": value}
        for method, call in (("POST", "set-tag"), ("DELETE", "delete-tag")):
            answer = api(method, f"/api/2.0/mlflow/model-versions/{call}", json=tag)
            assert (answer.status_code, answer.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")
            assert "register a new version" in answer.json()["message"]
    kind = {"name": name, "key": "mlflow.prompt.is_prompt", "value": "false"}
    assert api("POST", "/api/2.0/mlflow/registered-models/set-tag", json=kind).status_code == 400
    assert mlflow.genai.load_prompt(name, version=1, **FRESH).template == "x"


@pytest.mark.since("3.5.0")
def test_prompt_missing(name, client):
    assert client.get_prompt(name) is None
    assert mlflow.genai.load_prompt(name, version=1, allow_missing=True) is None
    with pytest.raises(MlflowException) as error:
        mlflow.genai.load_prompt(name, version=1)
    assert code(error) == "RESOURCE_DOES_NOT_EXIST"
    mlflow.genai.register_prompt(name, "x")
    with pytest.raises(MlflowException, match="version=99"):
        client.load_prompt(name, version=99)


def test_prompt_text_limit(name):
    longest = "x" * 100_000
    mlflow.genai.register_prompt(name, longest)
    assert mlflow.genai.load_prompt(name, version=1).template == longest
    with pytest.raises(MlflowException, match="100000 characters") as error:
        mlflow.genai.register_prompt(name, longest + "x")
    assert code(error) == "INVALID_PARAMETER_VALUE"


def test_prompt_search(client, fresh_experiment):
    prefix = unique("search")
    for suffix in ("a", "b", "c"):
        mlflow.genai.register_prompt(f"{prefix}-{suffix}", "x", tags={"suffix": suffix})
    found = mlflow.genai.search_prompts(filter_string=f"name LIKE '{prefix}%'")
    assert [each.name for each in found] == [f"{prefix}-{suffix}" for suffix in "abc"]
    (one,) = mlflow.genai.search_prompts(filter_string=f"name LIKE '{prefix}%' AND tags.suffix = 'b'")
    assert one.name == f"{prefix}-b"
    page = client.search_prompts(filter_string=f"name LIKE '{prefix}%'", max_results=2)
    assert len(page) == 2
    rest = client.search_prompts(filter_string=f"name LIKE '{prefix}%'", max_results=2, page_token=page.token)
    assert [each.name for each in rest] == [f"{prefix}-c"]
    with pytest.raises(MlflowException):
        client.search_prompts(filter_string="nothing = 'x'")


@pytest.mark.since("3.7.0")
def test_prompt_search_by_experiment(name, fresh_experiment):
    mlflow.genai.register_prompt(name, "x")
    # The client notes the experiment on a thread of its own.
    found = wait_for(
        lambda: mlflow.genai.search_prompts(
            filter_string=f"experiment_id = '{fresh_experiment.experiment_id}'"
        )
    )
    assert [each.name for each in found] == [name]


@pytest.mark.since("3.11.1")
def test_prompt_version_search(name, client):
    for text in ("t0", "t1", "t2"):
        mlflow.genai.register_prompt(name, text)
    versions = client.search_prompt_versions(name)
    assert [each.version for each in versions] == [3, 2, 1]
    assert versions[0].template == "t2"
    assert [each.version for each in client.search_prompt_versions(name, max_results=2)] == [3, 2]


def test_prompts_are_no_models(name, client):
    mlflow.genai.register_prompt(name, "x")
    model = unique("model")
    client.create_registered_model(model)
    assert client.search_registered_models(f"name = '{name}'") == []
    assert [each.name for each in client.search_registered_models(f"name = '{model}'")] == [model]
    assert client.search_model_versions(f"name = '{name}'") == []
    assert name not in [each.name for each in client.search_registered_models(max_results=1000)]
    with pytest.raises(MlflowException) as error:
        client.create_registered_model(name)
    assert code(error) == "RESOURCE_ALREADY_EXISTS"
    with pytest.raises(MlflowException):
        mlflow.genai.register_prompt(model, "x")


def test_prompt_source_and_kind_are_checked(name, client, api):
    mlflow.genai.register_prompt(name, "x")
    tags = [{"key": "mlflow.prompt.is_prompt", "value": "true"}, {"key": "mlflow.prompt.text", "value": "x"}]
    for body in (
        {"name": name, "source": "bogus", "tags": tags},
        {"name": name, "source": "dummy-source", "tags": tags[:1]},
        {"name": name, "source": "dummy-source"},
    ):
        answer = api("POST", "/api/2.0/mlflow/model-versions/create", json=body)
        assert answer.status_code == 400
        assert answer.json()["error_code"] == "INVALID_PARAMETER_VALUE"


def test_prompt_delete(name, client):
    mlflow.genai.register_prompt(name, "x")
    mlflow.genai.register_prompt(name, "y")
    client.delete_prompt_version(name, "2")
    assert mlflow.genai.load_prompt(name, version=1, **FRESH).template == "x"
    with pytest.raises(MlflowException, match="not found"):
        client.load_prompt(name, version=2, **FRESH)
    client.delete_prompt(name)
    assert client.get_prompt(name) is None
    with pytest.raises(MlflowException):
        client.delete_prompt(name)


def test_prompt_versions_registered_at_once_have_numbers_of_their_own(name, api):
    mlflow.genai.register_prompt(name, "0")
    tags = [{"key": "mlflow.prompt.is_prompt", "value": "true"}, {"key": "mlflow.prompt.text", "value": "x"}]
    body = {"name": name, "source": "dummy-source", "tags": tags}
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda _: api("POST", "/api/2.0/mlflow/model-versions/create", json=body), range(16))
        )
    numbers = [int(answer.json()["model_version"]["version"]) for answer in answers]
    assert sorted(numbers) == list(range(2, 18))


@pytest.mark.since("3.7.0")
def test_prompt_links_to_trace(name, client, fresh_experiment):
    mlflow.genai.register_prompt(name, "Hi {{x}}")

    @mlflow.trace
    def answer():
        return mlflow.genai.load_prompt(f"prompts:/{name}/1").format(x="y")

    answer()
    mlflow.flush_trace_async_logging()
    trace_id = mlflow.get_last_active_trace_id()
    linked = wait_for(lambda: mlflow.get_trace(trace_id).info.tags.get("mlflow.linkedPrompts"))
    assert json.loads(linked) == [{"name": name, "version": "1"}]
    found = wait_for(
        lambda: mlflow.search_traces(
            **within(fresh_experiment.experiment_id),
            filter_string=f"prompt = '{name}/1'",
            return_type="list",
        )
    )
    assert [each.info.trace_id for each in found] == [trace_id]
    none = mlflow.search_traces(
        **within(fresh_experiment.experiment_id), filter_string=f"prompt = '{name}/2'", return_type="list"
    )
    assert none == []


def test_prompt_links_to_run(name, client, fresh_experiment):
    for text in ("x", "y"):
        mlflow.genai.register_prompt(name, text)
    with mlflow.start_run() as run:
        mlflow.genai.load_prompt(f"prompts:/{name}/1")
        mlflow.genai.load_prompt(f"prompts:/{name}/2")
        mlflow.genai.load_prompt(f"prompts:/{name}/1")
    linked = json.loads(client.get_run(run.info.run_id).data.tags["mlflow.linkedPrompts"])
    assert linked == [{"name": name, "version": "1"}, {"name": name, "version": "2"}]


@pytest.mark.since("3.6")
def test_prompt_links_to_model(name, client, fresh_experiment):
    mlflow.genai.register_prompt(name, "x")
    model = mlflow.create_external_model(name="app")
    mlflow.genai.load_prompt(f"prompts:/{name}/1", model_id=model.model_id)
    # The client links on a thread of its own.
    linked = wait_for(lambda: client.get_logged_model(model.model_id).tags.get("mlflow.linkedPrompts"))
    assert json.loads(linked) == [{"name": name, "version": "1"}]


def test_registered_model_life(client):
    model, renamed = unique("model"), unique("renamed")
    created = client.create_registered_model(model, tags={"a": "1"}, description="d")
    assert (created.description, created.tags) == ("d", {"a": "1"})
    with pytest.raises(MlflowException, match="already exists") as error:
        client.create_registered_model(model)
    assert code(error) == "RESOURCE_ALREADY_EXISTS"
    client.set_registered_model_tag(model, "b", "2")
    client.delete_registered_model_tag(model, "a")
    client.update_registered_model(model, "d2")
    client.rename_registered_model(model, renamed)
    found = client.get_registered_model(renamed)
    assert (found.description, found.tags) == ("d2", {"b": "2"})
    with pytest.raises(MlflowException) as error:
        client.get_registered_model(model)
    assert code(error) == "RESOURCE_DOES_NOT_EXIST"
    client.delete_registered_model(renamed)
    with pytest.raises(MlflowException):
        client.delete_registered_model(renamed)


def test_model_versions_and_stages(client):
    model = unique("model")
    client.create_registered_model(model)
    for source in ("s3://bucket/a", "s3://bucket/b"):
        client.create_model_version(model, source, tags={"k": source[-1]}, description="d")
    client.set_registered_model_alias(model, "champion", "1")
    assert client.get_model_version_by_alias(model, "champion").source == "s3://bucket/a"
    assert client.get_model_version_download_uri(model, "2") == "s3://bucket/b"
    assert client.transition_model_version_stage(model, "1", "production").current_stage == "Production"
    client.transition_model_version_stage(model, "2", "Production", archive_existing_versions=True)
    assert {each.version: each.current_stage for each in client.get_latest_versions(model)} == {
        "1": "Archived",
        "2": "Production",
    }
    assert [each.version for each in client.get_latest_versions(model, ["Production"])] == ["2"]
    with pytest.raises(MlflowException, match="Invalid Model Version stage"):
        client.transition_model_version_stage(model, "1", "Nowhere")
    client.update_model_version(model, "1", "new")
    client.set_model_version_tag(model, "1", "x", "y")
    version = client.get_model_version(model, "1")
    assert (version.description, version.tags, version.aliases) == ("new", {"k": "a", "x": "y"}, ["champion"])
    found = client.search_model_versions(f"name = '{model}' AND tags.k = 'b'")
    assert [each.version for each in found] == ["2"]
    ordered = client.search_model_versions(f"name = '{model}'", order_by=["version_number ASC"])
    assert [each.version for each in ordered] == ["1", "2"]
    assert client.get_registered_model(model).aliases == {"champion": "1"}
    client.delete_model_version(model, "1")
    with pytest.raises(MlflowException) as error:
        client.get_model_version(model, "1")
    assert code(error) == "RESOURCE_DOES_NOT_EXIST"
    assert client.get_registered_model(model).aliases == {}


def test_model_version_of_a_logged_model(client):
    logged = mlflow.create_external_model(name=unique("agent"))
    model = unique("model")
    client.create_registered_model(model)
    client.create_model_version(model, f"models:/{logged.model_id}", model_id=logged.model_id)
    assert client.get_model_version_download_uri(model, "1") == logged.artifact_location
    copy = unique("copy")
    client.create_registered_model(copy)
    client.create_model_version(copy, f"models:/{model}/1")
    assert client.get_model_version_download_uri(copy, "1") == logged.artifact_location


def test_model_version_sources_are_checked(client, api, name):
    mlflow.genai.register_prompt(name, "x")
    model = unique("model")
    client.create_registered_model(model)
    for source in (f"models:/m-{'0' * 32}", f"models:/{name}/1", "models:/", f"models:/{model}/1"):
        body = {"name": model, "source": source}
        answer = api("POST", "/api/2.0/mlflow/model-versions/create", json=body)
        assert answer.status_code in (400, 404), source


def test_registry_search_refuses(client, api):
    for search in ("registered-models", "model-versions"):
        for query in ({"filter": "name = 5"}, {"filter": "nothing = 'x'"}, {"order_by": "nothing"}, {"page_token": "x"}):
            answer = api("GET", f"/api/2.0/mlflow/{search}/search", params=query)
            assert answer.status_code == 400, query
            assert answer.json()["error_code"] == "INVALID_PARAMETER_VALUE"
    for query in ({"max_results": 1001}, {"max_results": 0}):
        assert api("GET", "/api/2.0/mlflow/registered-models/search", params=query).status_code == 400


def wait_for(ask):
    """What the client does on a thread of its own is there soon."""
    import time

    for _ in range(50):
        answer = ask()
        if answer:
            return answer
        time.sleep(0.1)
    return ask()
