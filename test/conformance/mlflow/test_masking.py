"""What an experiment's masking rules find, the client never reads back: docs/masking.md."""

import json
import time

import mlflow
import pytest

pytestmark = pytest.mark.since("3.5.0")

MAIL = "jane.doe@example.com"
CARD = "4111 1111 1111 1111"


@mlflow.trace(name="answer")
def answer(question, password):
    mlflow.update_current_trace(tags={"customer": MAIL}, metadata={"mlflow.trace.user": MAIL})
    with mlflow.start_span("look up") as span:
        span.set_inputs({"mail": MAIL})
        try:
            raise ValueError(f"nobody has {MAIL}")
        except ValueError as error:
            span.record_exception(error)
    return {"reply": f"we wrote to {MAIL}", "card": CARD}


def ask():
    answer(f"what of {MAIL}?", password="hunter2")
    trace_id = mlflow.get_last_active_trace_id()
    mlflow.flush_trace_async_logging()
    mlflow.log_feedback(trace_id=trace_id, name="polite", value="no", rationale=f"{MAIL} is angry")
    mlflow.set_trace_tag(trace_id, "owner", MAIL)
    return mlflow.get_trace(trace_id)


def text_of(trace):
    return json.dumps(trace.to_dict(), default=str)


def test_personal_data_is_masked_wherever_the_client_writes_it(api, fresh_experiment):
    rules = [
        {"name": "personal", "kind": "pii", "pii": ["email", "credit_card"]},
        {"name": "secret", "kind": "key", "keys": ["password"]},
    ]
    path = f"/api/v1/experiments/{fresh_experiment.experiment_id}/masking-rules"
    assert api("PUT", path, json={"rules": rules}).status_code == 200
    # Rules hold within seconds, in every process.
    deadline = time.monotonic() + 30
    while MAIL in text_of(trace := ask()):
        assert time.monotonic() < deadline
        time.sleep(0.5)

    for secret in (MAIL, "jane.doe", CARD, "hunter2"):
        assert secret not in text_of(trace)
    root = next(span for span in trace.data.spans if span.name == "answer")
    assert root.inputs == {"question": "what of [masked:personal]?", "password": "[masked:secret]"}
    assert root.outputs == {"reply": "we wrote to [masked:personal]", "card": "[masked:personal]"}
    assert trace.info.tags["customer"] == "[masked:personal]"
    assert trace.info.tags["owner"] == "[masked:personal]"
    assert trace.info.assessments[0].rationale == "[masked:personal] is angry"
