"""Workspaces: tenants that see nothing of one another."""

import mlflow
import pytest
from conftest import unique
from mlflow.exceptions import MlflowException

pytestmark = pytest.mark.since("3.10.0")


@pytest.fixture
def workspace(experiment):
    created = mlflow.create_workspace(unique("team"), description="a tenant")
    mlflow.set_workspace(created.name)
    yield created
    mlflow.set_workspace("default")
    mlflow.set_experiment(experiment_id=experiment.experiment_id)


def test_a_workspace_is_created_described_listed_and_deleted():
    name = unique("team")
    assert mlflow.create_workspace(name, description="first").name == name
    with pytest.raises(MlflowException, match="already exists"):
        mlflow.create_workspace(name)
    assert mlflow.update_workspace(name, description="second").description == "second"
    assert mlflow.get_workspace(name).description == "second"
    assert {"default", name} <= {each.name for each in mlflow.list_workspaces()}
    with pytest.raises(MlflowException, match="delete them first"):
        mlflow.delete_workspace(name)
    mlflow.set_workspace(name)
    default = mlflow.get_experiment_by_name("Default")
    mlflow.delete_experiment(default.experiment_id)
    mlflow.set_workspace("default")
    mlflow.delete_workspace(name)
    assert name not in {each.name for each in mlflow.list_workspaces()}


def test_what_is_in_a_workspace_is_in_no_other(workspace, client, experiment):
    inside = mlflow.set_experiment("Default")
    assert inside.workspace == workspace.name
    assert {each.experiment_id for each in client.search_experiments()} == {inside.experiment_id}

    @mlflow.trace
    def secret():
        return "only here"

    secret()
    trace_id = mlflow.get_last_active_trace_id()
    mlflow.flush_trace_async_logging()
    mlflow.genai.register_prompt(name="greeting", template="Hello {{name}}")
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 1)
        mlflow.log_text("text", "note.txt")
    assert mlflow.get_trace(trace_id).info.experiment_id == inside.experiment_id

    mlflow.set_workspace("default")
    mlflow.set_experiment(experiment_id=experiment.experiment_id)
    assert mlflow.get_trace(trace_id) is None
    assert inside.experiment_id not in {each.experiment_id for each in client.search_experiments()}
    assert mlflow.search_traces(locations=[inside.experiment_id], return_type="list") == []
    assert mlflow.search_runs(experiment_ids=[inside.experiment_id], output_format="list") == []
    for forbidden in (
        lambda: client.get_experiment(inside.experiment_id),
        lambda: client.get_run(run.info.run_id),
        lambda: client.log_metric(run.info.run_id, "m", 2),
        lambda: mlflow.artifacts.load_text(f"mlflow-artifacts:/{inside.experiment_id}/{run.info.run_id}/artifacts/note.txt"),
        lambda: mlflow.log_feedback(trace_id=trace_id, name="x", value=1),
    ):
        with pytest.raises(MlflowException):
            forbidden()
    assert not [each for each in mlflow.genai.search_prompts() if each.name == "greeting"]

    mlflow.set_workspace(workspace.name)
    assert mlflow.artifacts.load_text(run.info.artifact_uri + "/note.txt") == "text"
    assert mlflow.genai.load_prompt("prompts:/greeting/1").template == "Hello {{name}}"


def test_an_unknown_workspace_is_refused(api, experiment):
    headers = {"x-mlflow-workspace": "nobody"}
    answer = api("GET", f"/api/2.0/mlflow/experiments/get?experiment_id={experiment.experiment_id}", headers=headers)
    assert answer.status_code == 404
    assert answer.json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"
    assert "there is no workspace 'nobody'" in answer.json()["message"]
    assert api("POST", "/v1/traces", headers=headers | {"content-type": "application/x-protobuf"}, data=b"").status_code == 404
    assert api("GET", "/api/3.0/mlflow/server-info", headers=headers).json()["workspaces_enabled"] is True
