"""Issues, label schemas and review queues."""

import mlflow
import pytest
from mlflow.entities import AssessmentSource
from mlflow.exceptions import MlflowException
from mlflow.genai import label_schemas, review_queues
from mlflow.genai.label_schemas import InputCategorical, InputNumeric, InputPassFail, InputText
from mlflow.tracing.client import TracingClient

from conftest import unique

pytestmark = pytest.mark.since("3.15.0")


@pytest.fixture(scope="module")
def traces(experiment):
    """Five traces in the file's experiment."""

    def make():
        with mlflow.start_span("root") as span:
            pass
        return span.trace_id

    ids = [make() for _ in range(5)]
    mlflow.flush_trace_async_logging()
    return ids


def refused(code, call):
    with pytest.raises(MlflowException) as caught:
        call()
    assert caught.value.error_code == code, str(caught.value)
    return str(caught.value)


# Issues


def issue(api, experiment, **fields):
    body = {"experiment_id": experiment.experiment_id, "name": "N", "description": "D", **fields}
    answer = api("POST", "/api/3.0/mlflow/issues", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["issue"]


def search_issues(api, **body):
    return api("POST", "/api/3.0/mlflow/issues/search", json=body).json()


def test_issue_is_made_read_and_changed(api, experiment):
    made = issue(api, experiment, severity="high", categories=["quality"], root_causes=["x", "y"], created_by="me")
    assert (made["status"], made["severity"], made["root_causes"], made["created_by"]) == ("pending", "high", ["x", "y"], "me")
    path = f"/api/3.0/mlflow/issues/{made['issue_id']}"
    assert api("GET", path).json()["issue"] == made
    changed = api("PATCH", path, json={"issue_id": made["issue_id"], "status": "resolved", "name": "M"}).json()["issue"]
    assert changed == {**made, "status": "resolved", "name": "M", "last_updated_timestamp": changed["last_updated_timestamp"]}
    assert TracingClient()._get_issue(made["issue_id"]).status == "resolved"


def test_issue_by_the_client(experiment):
    made = TracingClient()._create_issue(experiment.experiment_id, "Slow", "takes too long")
    assert made.issue_id.startswith("iss-")
    assert TracingClient()._get_issue(made.issue_id).name == "Slow"
    assert "not found" in refused("RESOURCE_DOES_NOT_EXIST", lambda: TracingClient()._get_issue("iss-nope"))


def test_issues_are_searched_by_status_and_run(api, fresh_experiment):
    low = issue(api, fresh_experiment, severity="low", source_run_id="r1")
    high = issue(api, fresh_experiment, severity="high")
    plain = issue(api, fresh_experiment, status="resolved")
    newer = issue(api, fresh_experiment, severity="low", source_run_id="r2")
    of = {"experiment_id": fresh_experiment.experiment_id}

    def ids(**body):
        return [each["issue_id"] for each in search_issues(api, **of, **body).get("issues", [])]

    everything = [each["issue_id"] for each in (high, newer, low, plain)]
    assert ids() == everything
    assert ids(filter_string="status = 'resolved'") == [plain["issue_id"]]
    assert ids(filter_string="status != 'resolved' AND source_run_id = 'r1'") == [low["issue_id"]]
    assert ids(filter_string="source_run_id != 'r1'") == [newer["issue_id"]]
    paged, token = [], None
    while token != "":
        page = search_issues(api, **of, max_results=2, **({"page_token": token} if token else {}))
        paged += [each["issue_id"] for each in page["issues"]]
        token = page["next_page_token"]
    assert paged == everything


@pytest.mark.parametrize(
    "body", [{"filter_string": "color = 'red'"}, {"filter_string": "status LIKE 'x'"}, {"max_results": 0}, {"page_token": "x"}]
)
def test_bad_issue_searches_are_refused(api, experiment, body):
    answer = api("POST", "/api/3.0/mlflow/issues/search", json={"experiment_id": experiment.experiment_id, **body})
    assert (answer.status_code, answer.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")


@pytest.mark.parametrize(
    "body, status",
    [({"name": ""}, 400), ({"name": "n" * 251}, 400), ({"status": "odd"}, 400), ({"experiment_id": "99999999"}, 404), ({"experiment_id": ""}, 400)],
)
def test_bad_issues_are_refused(api, experiment, body, status):
    sent = {"experiment_id": experiment.experiment_id, "name": "N", "description": "D", **body}
    assert api("POST", "/api/3.0/mlflow/issues", json=sent).status_code == status


def test_traces_are_linked_to_issues_counted_and_found(api, experiment, traces):
    seldom = issue(api, experiment, name="seldom")
    often = issue(api, experiment, name="often")
    source = AssessmentSource("LLM_JUDGE", "m")
    for trace_id in traces[:2]:
        linked = mlflow.log_issue(trace_id=trace_id, issue_id=often["issue_id"], source=source, rationale="seen")
        assert linked.issue_name == "often"
    mlflow.log_issue(trace_id=traces[0], issue_id=often["issue_id"], source=source)
    mlflow.log_issue(trace_id=traces[2], issue_id=seldom["issue_id"], source=source)
    found = search_issues(api, experiment_id=experiment.experiment_id, include_trace_count=True)["issues"]
    counts = {each["issue_id"]: each["trace_count"] for each in found}
    assert (counts[often["issue_id"]], counts[seldom["issue_id"]]) == (2, 1)
    order = [each["issue_id"] for each in found]
    assert order.index(often["issue_id"]) < order.index(seldom["issue_id"])
    listed = mlflow.search_traces(filter_string=f"issue.id = '{often['issue_id']}'", return_type="list")
    assert {trace.info.trace_id for trace in listed} == set(traces[:2])
    assert [a.issue_name for a in mlflow.get_trace(traces[2]).info.assessments] == ["seldom"]
    for trace_id in traces[:3]:
        for each in mlflow.get_trace(trace_id).info.assessments:
            mlflow.delete_assessment(trace_id, each.assessment_id)


# Label schemas


def schema(name, **fields):
    return label_schemas.create_label_schema(name, **{"type": "feedback", "input": InputText(), **fields})


@pytest.mark.parametrize(
    "label_input",
    [
        InputPassFail("Good", "Bad"),
        InputCategorical(["a", "b"]),
        InputCategorical(["a"], multi_select=True),
        InputNumeric(0.0, 1.5),
        InputNumeric(),
        InputText(),
        InputText(max_length=100),
    ],
    ids=repr,
)
def test_label_schema_keeps_its_input(label_input):
    made = schema(unique("q"), type="expectation", input=label_input, instruction="look", enable_comment=True)
    read = label_schemas.get_label_schema(schema_id=made.schema_id)
    assert read == made
    assert (read.input, read.type, read.instruction, read.enable_comment) == (label_input, "expectation", "look", True)


def test_label_schemas_are_listed_changed_and_deleted(fresh_experiment):
    made = schema("Is it good?")
    by_name = label_schemas.get_label_schema("Is it good?", experiment_id=fresh_experiment.experiment_id)
    assert by_name == made
    listed = label_schemas.list_label_schemas()
    assert {each.name for each in listed} == {"Feedback", "Is it good?"}
    default = next(each for each in listed if each.name == "Feedback")
    assert default.is_default and len(label_schemas.list_label_schemas()) == 2
    changed = label_schemas.update_label_schema(made.schema_id, instruction="closer", input=InputText(max_length=5))
    assert (changed.name, changed.instruction, changed.input) == ("Is it good?", "closer", InputText(max_length=5))
    label_schemas.delete_label_schema(schema_id=made.schema_id)
    label_schemas.delete_label_schema(schema_id=made.schema_id)
    refused("RESOURCE_DOES_NOT_EXIST", lambda: label_schemas.get_label_schema(schema_id=made.schema_id))
    refused("INVALID_PARAMETER_VALUE", lambda: label_schemas.delete_label_schema(schema_id=default.schema_id))
    refused("INVALID_PARAMETER_VALUE", lambda: label_schemas.update_label_schema(default.schema_id, name="x"))


def test_label_schema_rules():
    made = schema(unique("q"))
    refused("RESOURCE_ALREADY_EXISTS", lambda: schema(made.name))
    other = schema(unique("q"))
    refused("RESOURCE_ALREADY_EXISTS", lambda: label_schemas.update_label_schema(other.schema_id, name=made.name))
    refused("INVALID_PARAMETER_VALUE", lambda: label_schemas.update_label_schema(other.schema_id, input=InputNumeric()))
    for bad in [
        {"input": InputCategorical([])},
        {"input": InputCategorical([str(n) for n in range(11)])},
        {"input": InputCategorical(["a", "a"])},
        {"input": InputCategorical(["o" * 65])},
        {"input": InputPassFail("same", "same")},
        {"input": InputNumeric(2.0, 1.0)},
        {"input": InputText(max_length=0)},
        {"instruction": "i" * 1001},
    ]:
        refused("INVALID_PARAMETER_VALUE", lambda: schema(unique("q"), **bad))
    for name in ["", "n" * 251, "feedback"]:
        refused("INVALID_PARAMETER_VALUE", lambda: schema(name))


# Review queues


def queue(**fields):
    return review_queues.create_review_queue(fields.pop("name", unique("queue")), **{"queue_type": "custom", **fields})


def test_review_queue_flow(fresh_experiment):
    question = schema("good?")
    with mlflow.start_span("a") as first, mlflow.start_span("inner"):
        pass
    with mlflow.start_span("b") as second:
        pass
    mlflow.flush_trace_async_logging()
    made = queue(name="weekly", users=["Bob ", "alice"], schema_ids=[question.schema_id])
    assert (made.users, made.schema_ids, made.queue_type) == (["alice", "bob"], [question.schema_id], "custom")
    assert review_queues.get_review_queue(queue_id=made.queue_id) == made
    assert review_queues.get_review_queue(name="WEEKLY") == made
    ids = [first.trace_id, second.trace_id]
    added = review_queues.add_items_to_review_queue(made.queue_id, item_ids=ids)
    assert [(item.item_id, item.status) for item in added] == [(each, "pending") for each in ids]
    done = review_queues.set_review_queue_item_status(made.queue_id, item_id=ids[0], status="complete", completed_by="Alice")
    assert (done.status, done.completed_by) == ("complete", "alice") and done.completed_time_ms
    again = review_queues.add_items_to_review_queue(made.queue_id, item_ids=ids[:1])
    assert again == [done]
    kept = review_queues.set_review_queue_item_status(made.queue_id, item_id=ids[0], status="complete", completed_by="bob")
    assert kept.completed_by == "alice"
    listed = review_queues.list_review_queue_items(made.queue_id, status="pending")
    assert [item.item_id for item in listed] == [ids[1]]
    opened = review_queues.set_review_queue_item_status(made.queue_id, item_id=ids[0], status="pending")
    assert (opened.status, opened.completed_by, opened.completed_time_ms) == ("pending", None, None)
    locked = refused("INVALID_PARAMETER_VALUE", lambda: review_queues.update_review_queue(made.queue_id, schema_ids=[]))
    assert "locked" in locked
    renamed = review_queues.update_review_queue(made.queue_id, users=["carol"], name="monthly")
    assert (renamed.name, renamed.users) == ("monthly", ["carol"])
    review_queues.remove_items_from_review_queue(made.queue_id, item_ids=ids)
    assert review_queues.list_review_queue_items(made.queue_id) == []
    assert review_queues.update_review_queue(made.queue_id, schema_ids=[]).schema_ids == []
    review_queues.delete_review_queue(made.queue_id)
    review_queues.delete_review_queue(made.queue_id)
    refused("RESOURCE_DOES_NOT_EXIST", lambda: review_queues.get_review_queue(queue_id=made.queue_id))


def test_review_queues_are_found_by_user_and_item(experiment, traces):
    mine = queue(users=["Dana"])
    other = queue(users=["erin"])
    review_queues.add_items_to_review_queue(other.queue_id, item_ids=traces[:1])
    assert [each.queue_id for each in review_queues.list_review_queues(user="dana")] == [mine.queue_id]
    holding = TracingClient().store.list_review_queues(experiment.experiment_id, item_id=traces[0])
    assert [each.queue_id for each in holding] == [other.queue_id]
    everything = [each.queue_id for each in review_queues.list_review_queues()]
    paged, token = [], None
    while True:
        page = review_queues.list_review_queues(max_results=1, page_token=token)
        paged += [each.queue_id for each in page]
        token = page.token
        if not token:
            break
    assert paged == everything


def test_user_queue_is_one_and_fixed():
    user = unique("Carol")
    made = review_queues.get_or_create_user_queue(user)
    assert review_queues.get_or_create_user_queue(user.upper()) == made
    assert (made.name, made.users, made.queue_type) == (user.lower(), [user.lower()], "user")
    refused("INVALID_PARAMETER_VALUE", lambda: review_queues.update_review_queue(made.queue_id, name="x"))


def test_review_queue_rules(traces):
    made = queue()
    refused("RESOURCE_ALREADY_EXISTS", lambda: queue(name=made.name.upper()))
    refused("RESOURCE_ALREADY_EXISTS", lambda: review_queues.update_review_queue(queue().queue_id, name=made.name))
    refused("INVALID_PARAMETER_VALUE", lambda: queue(name="Default"))
    refused("INVALID_PARAMETER_VALUE", lambda: queue(users=[str(n) for n in range(11)]))
    refused("INVALID_PARAMETER_VALUE", lambda: queue(schema_ids=["ls-nope"]))
    unknown = "tr-" + "0" * 32
    add = review_queues.add_items_to_review_queue
    refused("RESOURCE_DOES_NOT_EXIST", lambda: add(made.queue_id, item_ids=[traces[0], unknown]))
    assert review_queues.list_review_queue_items(made.queue_id) == []
    refused("RESOURCE_DOES_NOT_EXIST", lambda: add("rq-nope", item_ids=traces[:1]))
    refused("INVALID_PARAMETER_VALUE", lambda: add(made.queue_id, item_ids=[]))
    set_status = review_queues.set_review_queue_item_status
    refused("RESOURCE_DOES_NOT_EXIST", lambda: set_status(made.queue_id, item_id=traces[0], status="pending"))
    add(made.queue_id, item_ids=traces[:1])
    refused("INVALID_PARAMETER_VALUE", lambda: set_status(made.queue_id, item_id=traces[0], status="declined"))


def test_deleted_traces_leave_their_queues(fresh_experiment, client):
    with mlflow.start_span("gone") as gone:
        pass
    with mlflow.start_span("kept") as kept:
        pass
    mlflow.flush_trace_async_logging()
    made = queue()
    review_queues.add_items_to_review_queue(made.queue_id, item_ids=[gone.trace_id, kept.trace_id])
    client.delete_traces(fresh_experiment.experiment_id, trace_ids=[gone.trace_id])
    assert [item.item_id for item in review_queues.list_review_queue_items(made.queue_id)] == [kept.trace_id]
    client.delete_traces(fresh_experiment.experiment_id, trace_ids=[kept.trace_id])
    assert review_queues.update_review_queue(made.queue_id, schema_ids=[]).schema_ids == []


def test_native_review_calls(api, experiment, traces):
    experiment_id = experiment.experiment_id
    body = {"experiment_id": experiment_id, "name": unique("q"), "kind": "feedback", "input": {"kind": "numeric", "min": 0}}
    question = api("POST", "/api/v1/label-schemas", json=body).json()
    assert api("GET", f"/api/v1/label-schemas/{question['schema_id']}").json() == question
    body = {"experiment_id": experiment_id, "name": unique("queue"), "schema_ids": [question["schema_id"]]}
    made = api("POST", "/api/v1/review-queues", json=body).json()
    items = f"/api/v1/review-queues/{made['queue_id']}/items"
    assert api("POST", items, json={"trace_ids": traces[:2]}).status_code == 200
    status = api("PUT", f"{items}/{traces[0]}/status", json={"status": "declined", "completed_by": "me"}).json()
    assert (status["status"], status["completed_by"]) == ("declined", "me")
    pending = api("GET", items, params={"status": "pending"}).json()["items"]
    assert ["tr-" + each["trace_id"] for each in pending] == traces[1:2]
    assert api("DELETE", f"{items}/{traces[1]}").status_code == 204
    found = api("GET", "/api/v1/review-queues", params={"experiment_id": experiment_id, "trace_id": traces[0]}).json()
    assert made["queue_id"] in [each["queue_id"] for each in found["review_queues"]]
    problem = {"experiment_id": experiment_id, "name": "P", "description": "D", "severity": "medium"}
    noted = api("POST", "/api/v1/issues", json=problem).json()
    listed = api("GET", "/api/v1/issues", params={"experiment_id": experiment_id, "trace_count": "true"}).json()["issues"]
    assert next(each for each in listed if each["issue_id"] == noted["issue_id"])["trace_count"] == 0
    assert api("DELETE", f"/api/v1/review-queues/{made['queue_id']}").status_code == 204
    assert api("DELETE", f"/api/v1/label-schemas/{question['schema_id']}").status_code == 204
