"""Webhooks of the real client (mlflow/WIRE.md section 16)."""

import base64
import hashlib
import hmac
import json
import queue
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import mlflow
import pytest
from conftest import unique
from mlflow.entities.webhook import WebhookStatus
from mlflow.exceptions import MlflowException

pytestmark = pytest.mark.since("3.5.0")


class Receiver:
    """Answers what `statuses` says, then 200; keeps what it got."""

    def __init__(self):
        self.statuses = []
        self.got = queue.Queue()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status = outer.statuses.pop(0) if outer.statuses else 200
                outer.got.put((dict(self.headers.items()), body))
                self.send_response(status)
                self.end_headers()
                self.wfile.write(b"thanks")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def next(self, timeout=10):
        headers, body = self.got.get(timeout=timeout)
        return {name.lower(): value for name, value in headers.items()}, body

    def data_of(self, name):
        """The next about this name; not of the tag that the client sets on a thread of its own."""
        while True:
            message = json.loads(self.next()[1])
            data = message["data"]
            if data["name"] == name and data.get("key") != "_mlflow_experiment_ids":
                return message


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.server.shutdown()


@pytest.fixture
def webhook(client, receiver):
    made = []

    def create(*events, **options):
        made.append(client.create_webhook(unique("wh"), receiver.url, list(events), **options))
        return made[-1]

    yield create
    for each in made:
        client.delete_webhook(each.webhook_id)


def test_webhook_life(client, receiver):
    name = unique("wh")
    made = client.create_webhook(name, receiver.url, ["prompt.created"], description="d", secret="s")
    assert (made.name, made.url, made.description) == (name, receiver.url, "d")
    assert made.status == WebhookStatus.ACTIVE
    assert made.secret is None
    found = client.get_webhook(made.webhook_id)
    assert [str(event) for event in found.events] == ["prompt.created"]
    changed = client.update_webhook(
        made.webhook_id, name=name + "2", status="DISABLED", events=["prompt_alias.created", "prompt_tag.set"]
    )
    assert (changed.name, changed.status) == (name + "2", WebhookStatus.DISABLED)
    assert {str(event) for event in changed.events} == {"prompt_alias.created", "prompt_tag.set"}
    assert made.webhook_id in [each.webhook_id for each in client.list_webhooks()]
    client.delete_webhook(made.webhook_id)
    with pytest.raises(MlflowException, match="not found") as error:
        client.get_webhook(made.webhook_id)
    assert error.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_webhook_pages(client, webhook):
    made = {webhook("prompt.created").webhook_id for _ in range(3)}
    seen, token = [], None
    while True:
        page = client.list_webhooks(max_results=2, page_token=token)
        seen += [each.webhook_id for each in page]
        token = page.token
        if not token:
            break
    assert made <= set(seen)
    assert len(seen) == len(set(seen))


def test_webhook_is_checked(client, api, receiver):
    for name, url in (
        ("-bad", receiver.url),
        ("x" * 64, receiver.url),
        (unique("wh"), "ftp://x/y"),
        (unique("wh"), "nothing"),
        (unique("wh"), "http://user:secret@127.0.0.1/"),
    ):
        with pytest.raises(MlflowException) as error:
            client.create_webhook(name, url, ["prompt.created"])
        assert error.value.error_code == "INVALID_PARAMETER_VALUE"
    good = {"name": unique("wh"), "url": receiver.url}
    for events in (None, [], [{"entity": "PROMPT", "action": "EXCEEDED"}], [{"entity": "X", "action": "SET"}]):
        answer = api("POST", "/api/2.0/mlflow/webhooks", json={**good, "events": events})
        assert (answer.status_code, answer.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")
    assert api("GET", "/api/2.0/mlflow/webhooks", params={"max_results": 1001}).status_code == 400
    assert api("GET", "/api/2.0/mlflow/webhooks/nothing").status_code == 404


def test_webhook_delivery_is_signed(receiver, webhook):
    webhook("prompt_version.created", secret="shh")
    name = unique("prompt")
    mlflow.genai.register_prompt(
        name, "Hi {{x}}", commit_message="first", tags={"a": "1"}, model_config={"temperature": 0.5}
    )
    while True:
        headers, body = receiver.next()
        message = json.loads(body)
        if message["data"]["name"] == name:
            break
    assert (message["entity"], message["action"]) == ("prompt_version", "created")
    assert message["data"] == {
        "name": name,
        "version": "1",
        "template": "Hi {{x}}",
        "description": "first",
        "tags": {"a": "1", "_mlflow_prompt_model_config": '{"temperature": 0.5}'},
    }
    signed = f"{headers['x-mlflow-delivery-id']}.{headers['x-mlflow-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(b"shh", signed, hashlib.sha256).digest()).decode()
    assert headers["x-mlflow-signature"] == f"v1,{expected}"
    assert abs(time.time() - int(headers["x-mlflow-timestamp"])) < 60


def test_webhook_events_of_prompts(client, receiver, webhook):
    name = unique("prompt")
    webhook(
        "prompt.created",
        "prompt_tag.set",
        "prompt_tag.deleted",
        "prompt_version_tag.set",
        "prompt_version_tag.deleted",
        "prompt_alias.created",
        "prompt_alias.deleted",
    )
    client.create_prompt(name, description="d", tags={"team": "a"})
    assert receiver.data_of(name)["data"] == {"name": name, "tags": {"team": "a"}, "description": "d"}
    client.set_prompt_tag(name, "k", "v")
    assert receiver.data_of(name)["data"] == {"name": name, "key": "k", "value": "v"}
    client.delete_prompt_tag(name, "k")
    assert receiver.data_of(name)["data"] == {"name": name, "key": "k"}
    mlflow.genai.register_prompt(name, "x")
    client.set_prompt_version_tag(name, "1", "k", "v")
    assert receiver.data_of(name)["data"] == {"name": name, "version": "1", "key": "k", "value": "v"}
    client.delete_prompt_version_tag(name, "1", "k")
    assert receiver.data_of(name)["data"] == {"name": name, "version": "1", "key": "k"}
    client.set_prompt_alias(name, "prod", 1)
    assert receiver.data_of(name)["data"] == {"name": name, "alias": "prod", "version": "1"}
    client.delete_prompt_alias(name, "prod")
    message = receiver.data_of(name)
    assert (message["entity"], message["action"]) == ("prompt_alias", "deleted")
    assert message["data"] == {"name": name, "alias": "prod"}


def test_webhook_events_of_models(client, receiver, webhook):
    name = unique("model")
    webhook(
        "registered_model.created",
        "model_version.created",
        "model_version_tag.set",
        "model_version_alias.created",
    )
    client.create_registered_model(name, tags={"a": "1"})
    assert receiver.data_of(name)["data"] == {"name": name, "tags": {"a": "1"}, "description": ""}
    client.create_model_version(name, "s3://bucket/x", description="d")
    assert receiver.data_of(name)["data"] == {
        "name": name,
        "version": "1",
        "source": "s3://bucket/x",
        "run_id": None,
        "tags": {},
        "description": "d",
    }
    client.set_model_version_tag(name, "1", "k", "v")
    assert receiver.data_of(name)["entity"] == "model_version_tag"
    client.set_registered_model_alias(name, "champion", "1")
    assert receiver.data_of(name)["entity"] == "model_version_alias"


def test_webhook_is_tried_again(client, receiver, webhook, api):
    made = webhook("prompt.created")
    receiver.statuses = [503]
    name = unique("prompt")
    client.create_prompt(name)
    first, again = receiver.next(), receiver.next()
    assert first[1] == again[1]
    assert first[0]["x-mlflow-delivery-id"] == again[0]["x-mlflow-delivery-id"]
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        (delivery,) = api("GET", f"/api/v1/webhooks/{made.webhook_id}/deliveries").json()["deliveries"]
        if delivery["state"] == "delivered":
            break
        time.sleep(0.05)
    assert (delivery["state"], delivery["attempts"], delivery["response_status"]) == ("delivered", 2, 200)


def test_webhook_disabled_or_not_asked_hears_nothing(client, receiver, webhook):
    webhook("prompt.created", status="DISABLED")
    webhook("prompt_alias.created")
    listening = webhook("prompt_tag.set")
    name = unique("prompt")
    client.create_prompt(name)
    client.set_prompt_tag(name, "k", "v")
    assert receiver.data_of(name)["entity"] == "prompt_tag"
    assert listening.status == WebhookStatus.ACTIVE
    assert receiver.got.empty()


def test_webhook_test_call(client, receiver, webhook):
    made = webhook("prompt.created", secret="shh")
    result = client.test_webhook(made.webhook_id)
    assert (result.success, result.response_status, result.response_body) == (True, 200, "thanks")
    headers, body = receiver.next()
    assert json.loads(body)["entity"] == "prompt"
    assert headers["x-mlflow-signature"].startswith("v1,")
    receiver.statuses = [500]
    assert client.test_webhook(made.webhook_id, "prompt_alias.created").success is False
    assert json.loads(receiver.next()[1])["data"] == {"name": "example", "alias": "production", "version": "1"}


def test_webhook_test_call_without_receiver(client, receiver):
    made = client.create_webhook(unique("wh"), "http://127.0.0.1:9/", ["prompt.created"])
    result = client.test_webhook(made.webhook_id)
    assert result.success is False
    assert "ECONNREFUSED" in result.error_message
    client.delete_webhook(made.webhook_id)


def test_completed_traces_are_told_of_in_our_own_words(api, client, receiver):
    body = {"name": unique("wh"), "url": receiver.url, "events": ["trace.completed"]}
    made = api("POST", "/api/v1/webhooks", json=body).json()
    try:

        @mlflow.trace
        def work():
            return 1

        work()
        trace_id = mlflow.get_last_active_trace_id()
        mlflow.flush_trace_async_logging()
        message = json.loads(receiver.next(timeout=40)[1])
        while message["data"]["trace_id"] != trace_id:
            message = json.loads(receiver.next(timeout=40)[1])
        assert (message["entity"], message["action"]) == ("trace", "completed")
        assert made["id"] not in {each.webhook_id for each in client.list_webhooks()}
    finally:
        api("DELETE", f"/api/v1/webhooks/{made['id']}")
