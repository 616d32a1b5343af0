"""The gateway: secrets, model definitions, endpoints, chat completions and `gateway:/` judges (WIRE.md section 15)."""

import json

import pytest
from conftest import unique
from mlflow.exceptions import MlflowException
from mlflow.genai.judges import make_judge
from mlflow.genai.scorers import Guidelines, Safety, ScorerSamplingConfig, get_scorer, list_scorers
from mlflow.entities import FallbackConfig, FallbackStrategy, GatewayEndpointModelConfig, RoutingStrategy
from mlflow.entities.gateway_endpoint import GatewayModelLinkageType
from mlflow.tracking._tracking_service.utils import _get_store

pytestmark = pytest.mark.since("3.9.0")

KEY = "sk-abcdefghijklmnop"
GATEWAY = "/api/3.0/mlflow/gateway"


@pytest.fixture
def store(tracking_uri):
    return _get_store()


@pytest.fixture
def secret(store, fake_llm):
    return store.create_gateway_secret(
        secret_name=unique("secret"), secret_value={"api_key": KEY}, provider="openai",
        auth_config={"api_base": fake_llm},
    )


def model_of(store, secret, model_name="gpt-4o-mini"):
    return store.create_gateway_model_definition(
        name=unique("model"), secret_id=secret.secret_id, provider=secret.provider, model_name=model_name
    )


def config_of(model, is_fallback=False, **fields):
    linkage = GatewayModelLinkageType.FALLBACK if is_fallback else GatewayModelLinkageType.PRIMARY
    return GatewayEndpointModelConfig(
        model_definition_id=model.model_definition_id, linkage_type=linkage, weight=1.0, **fields
    )


def endpoint_of(store, secret, *model_names, **fields):
    """The first model answers, the others are its fallbacks."""
    models = [
        config_of(model_of(store, secret, name), place > 0, **({"fallback_order": place} if place else {}))
        for place, name in enumerate(model_names or ["gpt-4o-mini"])
    ]
    return store.create_gateway_endpoint(unique("endpoint"), models, usage_tracking=False, **fields)


def chat(api, endpoint, **body):
    sent = {"model": endpoint.name, "messages": [{"role": "user", "content": "ping"}], **body}
    return api("POST", "/gateway/mlflow/v1/chat/completions", json=sent)


def test_gateway_secret_is_masked_and_never_told(store, secret, api, fake_llm):
    assert secret.secret_id.startswith("s-")
    assert secret.masked_values == {"api_key": "sk-...mnop"}
    assert secret.auth_config == {"api_base": fake_llm}
    found = store.get_secret_info(secret_name=secret.secret_name)
    assert found.secret_id == secret.secret_id
    assert secret.secret_id in [each.secret_id for each in store.list_secret_infos(provider="openai")]
    updated = store.update_gateway_secret(secret_id=secret.secret_id, secret_value={"api_key": "short"})
    assert updated.masked_values == {"api_key": "***"}
    for path in ["secrets/list", "secrets/get?secret_id=" + secret.secret_id]:
        assert KEY not in api("GET", f"{GATEWAY}/{path}").text
    store.delete_gateway_secret(secret.secret_id)
    with pytest.raises(MlflowException) as raised:
        store.get_secret_info(secret_id=secret.secret_id)
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_gateway_names_are_taken_once(store, secret):
    with pytest.raises(MlflowException) as raised:
        store.create_gateway_secret(secret_name=secret.secret_name, secret_value={"api_key": KEY}, provider="openai")
    assert raised.value.error_code == "RESOURCE_ALREADY_EXISTS"
    endpoint = endpoint_of(store, secret)
    with pytest.raises(MlflowException) as raised:
        store.create_gateway_endpoint(endpoint.name, [config_of(model_of(store, secret))], usage_tracking=False)
    assert raised.value.error_code == "RESOURCE_ALREADY_EXISTS"


@pytest.mark.parametrize("wrong", [
    {"secret_value": {}}, {"secret_value": {"api_key": ""}}, {"secret_name": ""}, {"secret_name": "a/b"},
    {"auth_config": {"api_base": "no address"}}, {"auth_config": {"api_base": "https://u:p@example.com"}},
])
def test_gateway_secret_that_is_wrong_is_refused(api, wrong):
    sent = {"secret_name": unique("secret"), "secret_value": {"api_key": KEY}, "provider": "openai", **wrong}
    answer = api("POST", f"{GATEWAY}/secrets/create", json=sent)
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "INVALID_PARAMETER_VALUE"


def test_gateway_key_goes_to_no_other_address_unasked(store, secret):
    with pytest.raises(MlflowException, match="secret_value"):
        store.update_gateway_secret(secret_id=secret.secret_id, auth_config={"api_base": "https://elsewhere.example"})


def test_gateway_model_definitions(store, secret):
    model = model_of(store, secret)
    assert model.model_definition_id.startswith("d-")
    assert model.secret_name == secret.secret_name
    changed = store.update_gateway_model_definition(model.model_definition_id, model_name="gpt-4.1")
    assert changed.model_name == "gpt-4.1"
    listed = store.list_gateway_model_definitions(secret_id=secret.secret_id)
    assert [each.model_definition_id for each in listed] == [model.model_definition_id]
    with pytest.raises(MlflowException, match="in use"):
        store.delete_gateway_secret(secret.secret_id)
    store.delete_gateway_model_definition(model.model_definition_id)
    with pytest.raises(MlflowException) as raised:
        store.get_gateway_model_definition(model.model_definition_id)
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_gateway_endpoints(store, secret):
    endpoint = endpoint_of(store, secret, "gpt-4o-mini", "gpt-4o")
    assert endpoint.endpoint_id.startswith("e-")
    found = store.get_gateway_endpoint(name=endpoint.name)
    assert [mapping.model_definition.model_name for mapping in found.model_mappings] == ["gpt-4o-mini", "gpt-4o"]
    assert [mapping.linkage_type.value for mapping in found.model_mappings] == ["PRIMARY", "FALLBACK"]
    renamed = store.update_gateway_endpoint(
        endpoint.endpoint_id, name=endpoint.name + "-b",
        routing_strategy=RoutingStrategy.REQUEST_BASED_TRAFFIC_SPLIT,
        fallback_config=FallbackConfig(strategy=FallbackStrategy.SEQUENTIAL, max_attempts=2),
    )
    assert renamed.name == endpoint.name + "-b"
    assert renamed.routing_strategy == RoutingStrategy.REQUEST_BASED_TRAFFIC_SPLIT
    assert renamed.fallback_config.max_attempts == 2
    with pytest.raises(MlflowException, match="in use by endpoints"):
        store.delete_gateway_model_definition(endpoint.model_mappings[0].model_definition_id)
    assert endpoint.endpoint_id in [each.endpoint_id for each in store.list_gateway_endpoints(provider="openai")]
    store.delete_gateway_endpoint(endpoint.endpoint_id)
    with pytest.raises(MlflowException) as raised:
        store.get_gateway_endpoint(endpoint_id=endpoint.endpoint_id)
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_gateway_endpoint_models_tags_and_bindings(store, secret, api):
    endpoint, other = endpoint_of(store, secret), model_of(store, secret)
    mapping = store.attach_model_to_endpoint(endpoint.endpoint_id, config_of(other, True, fallback_order=1))
    assert mapping.fallback_order == 1
    with pytest.raises(MlflowException) as raised:
        store.attach_model_to_endpoint(endpoint.endpoint_id, config_of(other, True))
    assert raised.value.error_code == "RESOURCE_ALREADY_EXISTS"
    store.detach_model_from_endpoint(endpoint.endpoint_id, other.model_definition_id)
    with pytest.raises(MlflowException, match="at least one model"):
        store.detach_model_from_endpoint(endpoint.endpoint_id, endpoint.model_mappings[0].model_definition_id)
    sent = {"endpoint_id": endpoint.endpoint_id, "key": "k", "value": "v"}
    assert api("POST", f"{GATEWAY}/endpoints/set-tag", json=sent).json() == {}
    (tag,) = store.get_gateway_endpoint(endpoint_id=endpoint.endpoint_id).tags
    assert (tag.key, tag.value) == ("k", "v")
    assert api("DELETE", f"{GATEWAY}/endpoints/delete-tag", json={**sent, "value": None}).json() == {}
    assert store.get_gateway_endpoint(endpoint_id=endpoint.endpoint_id).tags == []
    binding = {"endpoint_id": endpoint.endpoint_id, "resource_type": "scorer", "resource_id": "abc"}
    made = api("POST", f"{GATEWAY}/endpoints/bindings/create", json=binding).json()["binding"]
    assert made["resource_id"] == "abc"
    assert len(store.list_endpoint_bindings(endpoint_id=endpoint.endpoint_id)) == 1
    assert api("DELETE", f"{GATEWAY}/endpoints/bindings/delete", json=binding).json() == {}
    assert api("DELETE", f"{GATEWAY}/endpoints/bindings/delete", json=binding).status_code == 404


@pytest.mark.parametrize("wrong", [
    {"name": ""}, {"name": "a/b"}, {"model_configs": []}, {"model_configs": [{"model_definition_id": "d-none"}]},
])
def test_gateway_endpoint_that_is_wrong_is_refused(api, store, secret, wrong):
    models = [{"model_definition_id": model_of(store, secret).model_definition_id}]
    answer = api("POST", f"{GATEWAY}/endpoints/create", json={"name": unique("e"), "model_configs": models, **wrong})
    assert answer.status_code in (400, 404)
    assert answer.json()["error_code"] in ("INVALID_PARAMETER_VALUE", "RESOURCE_DOES_NOT_EXIST")


def test_gateway_chat_completions(store, secret, api):
    endpoint = endpoint_of(store, secret)
    answer = chat(api, endpoint).json()
    assert answer["object"] == "chat.completion"
    assert answer["choices"][0]["message"]["content"] == "You said: ping"
    assert answer["choices"][0]["finish_reason"] == "stop"
    assert answer["usage"] == {"prompt_tokens": 4, "completion_tokens": 3, "total_tokens": 7}
    assert answer["provider"] == "openai"
    sent = {"messages": [{"role": "user", "content": "pong"}]}
    answer = api("POST", f"/gateway/{endpoint.name}/mlflow/invocations", json=sent).json()
    assert answer["choices"][0]["message"]["content"] == "You said: pong"
    models = api("GET", "/gateway/mlflow/v1/models").json()
    assert endpoint.name in [each["id"] for each in models["data"]]


def test_gateway_streams(store, secret, api):
    endpoint = endpoint_of(store, secret)
    messages = [{"role": "user", "content": "a streamed answer"}]
    answer = chat(api, endpoint, messages=messages, stream=True, stream_options={"include_usage": True})
    assert answer.headers["content-type"].startswith("text/event-stream")
    *events, done, rest = answer.text.split("\n\n")
    assert (done, rest) == ("data: [DONE]", "")
    chunks = [json.loads(event.removeprefix("data: ")) for event in events]
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    choices = [chunk["choices"][0] for chunk in chunks if chunk["choices"]]
    assert "".join(choice["delta"].get("content", "") for choice in choices) == "You said: a streamed answer"
    assert [choice["finish_reason"] for choice in choices if choice["finish_reason"]] == ["stop"]
    assert chunks[-1]["usage"]["completion_tokens"] == 5


def test_gateway_calls_tools(store, secret, api):
    endpoint = endpoint_of(store, secret)
    messages = [{"role": "user", "content": "How is the weather?"}]
    tools = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object", "properties": {}}}}]
    choice = chat(api, endpoint, messages=messages, tools=tools).json()["choices"][0]
    assert choice["finish_reason"] == "tool_calls"
    (call,) = choice["message"]["tool_calls"]
    assert (call["function"]["name"], json.loads(call["function"]["arguments"])) == ("weather", {"city": "Paris"})
    messages += [choice["message"], {"role": "tool", "tool_call_id": call["id"], "content": "rain"}]
    answer = chat(api, endpoint, messages=messages, tools=tools).json()
    assert answer["choices"][0]["message"]["content"] == "The tool says: rain"


def test_gateway_of_anthropic(store, fake_llm, api):
    secret = store.create_gateway_secret(
        secret_name=unique("secret"), secret_value={"api_key": KEY}, provider="anthropic",
        auth_config={"api_base": fake_llm},
    )
    answer = chat(api, endpoint_of(store, secret, "claude-sonnet-4")).json()
    assert answer["choices"][0]["message"]["content"] == "You said: ping"
    assert answer["provider"] == "anthropic"


def test_gateway_tries_again_and_falls_back(store, secret, api):
    flaky = endpoint_of(store, secret, f"flaky-2-{unique('id').replace('-', '_')}")
    assert chat(api, flaky).json()["choices"][0]["message"]["content"] == "You said: ping"
    falling = endpoint_of(store, secret, "wrong-key", "gpt-4o")
    assert chat(api, falling).json()["model"].startswith("gpt-4o")


def test_gateway_says_what_failed(store, secret, api):
    failing = chat(api, endpoint_of(store, secret, "always-500"))
    assert failing.status_code == 503 and "retry-after" in failing.headers
    assert "fails with 500" in failing.json()["detail"]["message"]
    assert chat(api, endpoint_of(store, secret, "wrong-key")).status_code == 403
    cut = chat(api, endpoint_of(store, secret, "cut-stream"), stream=True)
    assert cut.status_code == 200
    assert '"error"' in cut.text and "[DONE]" not in cut.text
    unknown = api("POST", "/gateway/mlflow/v1/chat/completions", json={"model": "none", "messages": [{"role": "user", "content": "x"}]})
    assert unknown.status_code == 404
    assert unknown.json()["detail"]["error_code"] == "RESOURCE_DOES_NOT_EXIST"


@pytest.mark.parametrize("wrong", [{"messages": []}, {"messages": "hi"}, {"n": 2}, {"logprobs": True}, {"temperature": "x"}, {"model": ""}])
def test_gateway_chat_that_is_wrong_is_refused(api, wrong):
    sent = {"model": "any", "messages": [{"role": "user", "content": "x"}], **wrong}
    answer = api("POST", "/gateway/mlflow/v1/chat/completions", json=sent)
    assert answer.status_code == 400 and answer.json()["detail"]["message"]


def test_gateway_judge(store, secret, fresh_experiment):
    endpoint = endpoint_of(store, secret)
    judge = make_judge(
        name="polite", instructions="Is {{ outputs }} polite?", model=f"gateway:/{endpoint.name}", feedback_value_type=str
    )
    feedback = judge(outputs="Thank you.")
    assert feedback.value == "yes"
    assert feedback.source.source_id == f"gateway:/{endpoint.name}"


def test_gateway_scorer_is_started_updated_and_stopped(store, secret, fresh_experiment):
    endpoint = endpoint_of(store, secret)
    model = f"gateway:/{endpoint.name}"
    judge = make_judge(name="polite", instructions="Is {{ outputs }} polite?", model=model, feedback_value_type=bool)
    for scorer in [judge, Guidelines(name="style", guidelines="Be brief.", model=model), Safety(model=model)]:
        started = scorer.register(name=scorer.name).start(
            sampling_config=ScorerSamplingConfig(sample_rate=0.5, filter_string="attributes.status = 'OK'")
        )
        assert (started.sample_rate, started.filter_string) == (0.5, "attributes.status = 'OK'")
        updated = started.update(sampling_config=ScorerSamplingConfig(sample_rate=0.25))
        assert updated.sample_rate == 0.25
        assert get_scorer(name=scorer.name).sample_rate == 0.25
        assert started.stop().sample_rate == 0
    assert [(each.name, each.sample_rate) for each in list_scorers()] == [("polite", 0), ("safety", 0), ("style", 0)]
    assert len(store.list_endpoint_bindings(endpoint_id=endpoint.endpoint_id)) == 3


def test_gateway_scorer_follows_its_endpoint(store, secret, fresh_experiment):
    endpoint = endpoint_of(store, secret)
    judge = make_judge(name="polite", instructions="Is {{ outputs }} polite?", model=f"gateway:/{endpoint.name}")
    judge.register(name="polite")
    store.update_gateway_endpoint(endpoint.endpoint_id, name=endpoint.name + "-new")
    assert get_scorer(name="polite").model == f"gateway:/{endpoint.name}-new"
    store.delete_gateway_endpoint(endpoint.endpoint_id)
    with pytest.raises(MlflowException, match="is gone"):
        get_scorer(name="polite").start(sampling_config=ScorerSamplingConfig(sample_rate=1))


def test_gateway_scorer_with_expectations_is_not_started(store, secret, fresh_experiment):
    endpoint = endpoint_of(store, secret)
    judge = make_judge(
        name="right", instructions="Is {{ outputs }} like {{ expectations }}?", model=f"gateway:/{endpoint.name}"
    )
    with pytest.raises(MlflowException, match="requires expectations"):
        judge.register(name="right").start(sampling_config=ScorerSamplingConfig(sample_rate=1))


def test_gateway_discovery(api):
    path = "/ajax-api/3.0/mlflow/gateway"
    providers = api("GET", f"{path}/supported-providers").json()["providers"]
    assert {"openai", "anthropic", "gemini", "azure"} <= set(providers)
    models = api("GET", f"{path}/supported-models", params={"provider": "openai"}).json()["models"]
    (mini,) = [each for each in models if each["model"] == "gpt-4o-mini"]
    assert mini["provider"] == "openai" and 0 < mini["input_cost_per_token"] < mini["output_cost_per_token"] < 1e-4
    config = api("GET", f"{path}/provider-config", params={"provider": "openai"}).json()
    assert config["default_mode"] == "api_key"
    assert config["auth_modes"][0]["secret_fields"][0]["name"] == "api_key"
    assert api("GET", f"{path}/secrets/config").json() == {"secrets_available": True, "using_default_passphrase": False}
    assert api("GET", f"{path}/provider-config", params={"provider": "none"}).status_code == 400


def test_gateway_parts_that_are_not_served_say_so(api):
    for method, path in [
        ("POST", f"{GATEWAY}/budgets/create"), ("GET", f"{GATEWAY}/budgets/windows"), ("GET", f"{GATEWAY}/guardrails/list"),
    ]:
        answer = api(method, path, **({"json": {}} if method == "POST" else {}))
        assert answer.status_code == 501
        assert answer.json()["error_code"] == "NOT_IMPLEMENTED"
    for path in ["/gateway/openai/v1/responses", "/gateway/anthropic/v1/messages", "/gateway/mlflow/v1/embeddings"]:
        answer = api("POST", path, json={})
        assert answer.status_code == 501
        assert "chat/completions" in answer.json()["detail"]["message"]


def test_gateway_native_api(api, fake_llm):
    path = "/api/v1/gateway"
    secret = {"name": unique("secret"), "provider": "openai", "values": {"api_key": KEY}, "settings": {"api_base": fake_llm}}
    secret = api("POST", f"{path}/secrets", json=secret).json()
    assert secret["masked_values"] == {"api_key": "sk-...mnop"}
    model = {"name": unique("model"), "provider": "openai", "model": "gpt-4o-mini", "secret_id": secret["secret_id"]}
    model = api("POST", f"{path}/models", json=model).json()
    models = [{"model_id": model["model_id"]}]
    endpoint = api("POST", f"{path}/endpoints", json={"name": unique("endpoint"), "models": models}).json()
    assert endpoint["model_ids"] == [model["model_id"]] and endpoint["fallback_model_ids"] == []
    sent = {"messages": [{"role": "user", "content": "ping"}]}
    answer = api("POST", f"/gateway/{endpoint['name']}/mlflow/invocations", json=sent).json()
    assert answer["choices"][0]["message"]["content"] == "You said: ping"
    assert api("DELETE", f"{path}/secrets/{secret['secret_id']}").status_code == 400
    for part, item in [("endpoints", endpoint["endpoint_id"]), ("models", model["model_id"]), ("secrets", secret["secret_id"])]:
        assert item in json.dumps(api("GET", f"{path}/{part}").json())
        assert api("DELETE", f"{path}/{part}/{item}").status_code == 204
        assert item not in json.dumps(api("GET", f"{path}/{part}").json())
