"""What all tests of the unmodified mlflow client share. MILLRACE_URL says where Millrace runs."""

import inspect
import os
import re
import time
import uuid

import mlflow
import pytest
from mlflow import MlflowClient


FILE_SINCE = re.compile(r'^pytestmark = pytest\.mark\.since\("([\d.]+)"\)$', re.MULTILINE)


def pytest_configure(config):
    config.addinivalue_line("markers", "since(version): the first version of the client that has what is tested")


def pytest_ignore_collect(collection_path):
    """A file for a later client is not even imported."""
    if collection_path.suffix != ".py":
        return None
    found = FILE_SINCE.search(collection_path.read_text())
    return True if found and is_later(found[1]) else None


def pytest_collection_modifyitems(config, items):
    left_out = {item for item in items if any(is_later(mark.args[0]) for mark in item.iter_markers("since"))}
    if os.environ.get("MILLRACE_CASES") == "first":
        left_out |= set(items) - first_cases(items)
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


def first_cases(items):
    """Each test with the first of its parameters."""
    firsts = {}
    for item in items:
        firsts.setdefault((item.path, item.originalname), item)
    return set(firsts.values())


def is_later(version):
    return release(version) > release(mlflow.__version__)


def release(version):
    return [int(number) for number in version.split(".")[:3]]


@pytest.fixture(scope="session", autouse=True)
def tracking_uri():
    uri = os.environ["MILLRACE_URL"]
    mlflow.set_tracking_uri(uri)
    return uri


@pytest.fixture(scope="module", autouse=True)
def experiment(tracking_uri):
    """A fresh experiment for each file, active in it."""
    return mlflow.set_experiment(unique("conformance"))


@pytest.fixture
def fresh_experiment(experiment):
    """An experiment of the test's own; the file's is active again afterwards."""
    yield mlflow.set_experiment(unique("conformance"))
    mlflow.set_experiment(experiment_id=experiment.experiment_id)


@pytest.fixture(scope="session")
def client(tracking_uri):
    return MlflowClient()


@pytest.fixture(scope="session")
def api(tracking_uri):
    """Raw calls, for what the client hides: `api("GET", "/api/2.0/…", json=…)` answers a requests.Response."""
    import requests

    def call(method, path, **options):
        return requests.request(method, tracking_uri + path, timeout=30, **options)

    return call


@pytest.fixture(scope="session")
def fake_openai():
    """Where `openai:/…` models are answered from here on."""
    from fake_openai import FakeOpenAI

    fake = FakeOpenAI()
    os.environ.update(OPENAI_API_KEY="none", OPENAI_API_BASE=fake.url, OPENAI_BASE_URL=fake.url)
    yield fake
    fake.close()


@pytest.fixture(scope="session")
def fake_llm():
    """Base URL of a provider that speaks OpenAI's, Anthropic's and Gemini's API, and fails as a model's name says."""
    return os.environ["FAKE_LLM_URL"]


FRESH = {"cache_ttl_seconds": 0} if not is_later("3.8.0") else {}
"""For loads of prompts that must ask the server: clients before 3.8 keep no prompts by alias."""


def within(experiment_id):
    """The argument that says where to search for traces: clients before 3.5 know it by another name."""
    knows = "locations" in inspect.signature(mlflow.search_traces).parameters
    return {"locations" if knows else "experiment_ids": [experiment_id]}


def until_spans_are_found(experiment_id, name):
    """Clients before 3.4 upload spans as a file: they are found by a moment after it is stored."""
    deadline = time.monotonic() + 20
    while is_later("3.4.0") and time.monotonic() < deadline:
        if mlflow.search_traces(**within(experiment_id), filter_string=f"span.name = '{name}'", return_type="list"):
            return
        time.sleep(0.05)


@pytest.fixture(scope="session")
def model(fake_llm):
    """A gateway endpoint whose judge says yes."""
    return gateway_model(fake_llm, "judge-always-yes")


def gateway_model(fake_llm, model_name):
    """A new gateway endpoint of a model: `gateway:/…`."""
    from mlflow.entities import GatewayEndpointModelConfig
    from mlflow.entities.gateway_endpoint import GatewayModelLinkageType
    from mlflow.tracking._tracking_service.utils import _get_store

    store = _get_store()
    secret = store.create_gateway_secret(
        secret_name=unique("secret"), secret_value={"api_key": "sk-test-0123456789"}, provider="openai",
        auth_config={"api_base": fake_llm},
    )
    made = store.create_gateway_model_definition(
        name=unique("model"), secret_id=secret.secret_id, provider="openai", model_name=model_name,
    )
    config = GatewayEndpointModelConfig(
        model_definition_id=made.model_definition_id, linkage_type=GatewayModelLinkageType.PRIMARY, weight=1.0,
    )
    return f"gateway:/{store.create_gateway_endpoint(unique('endpoint'), [config], usage_tracking=False).name}"


def unique(prefix):
    return f"{prefix}-{uuid.uuid4().hex[:8]}"
