"""Logged models: versions of an application, which traces and metrics belong to."""

import math
import subprocess

import mlflow
import pytest
from mlflow.entities import LoggedModelStatus
from mlflow.exceptions import MlflowException

from conftest import unique


def names(models):
    return [model.name for model in models]


def search(experiment, filter_string=None, **options):
    return mlflow.search_logged_models(
        experiment_ids=[experiment.experiment_id],
        filter_string=filter_string,
        output_format="list",
        **options,
    )


@pytest.fixture
def three_models(fresh_experiment, client):
    """alpha, beta and gamma, with accuracies 0.5, 0.9 and none; beta's run has two points."""
    models = {}
    for name, params in [("alpha", {"size": "1"}), ("beta", {"size": "2"}), ("gamma", {})]:
        models[name] = mlflow.create_external_model(
            name=name, params=params, tags={"team": name[0]}, model_type="agent"
        )
    with mlflow.start_run() as run:
        mlflow.log_metric("acc", 0.5, model_id=models["alpha"].model_id)
        mlflow.log_metric("acc", 0.1, step=1, model_id=models["beta"].model_id)
        mlflow.log_metric("acc", 0.9, step=2, model_id=models["beta"].model_id)
    return fresh_experiment, models, run


def test_external_model_is_ready_with_its_params_and_tags(experiment, client):
    params = {f"key {number}": str(number) for number in range(230)}
    model = mlflow.create_external_model(
        name="assistant", model_type="agent", params=params, tags={"team": "search"}
    )
    assert model.status == LoggedModelStatus.READY
    known = mlflow.get_logged_model(model.model_id)
    assert (known.name, known.model_type, known.params) == ("assistant", "agent", params)
    assert known.tags["team"] == "search" and known.tags["mlflow.model.isExternal"] == "true"
    assert known.experiment_id == experiment.experiment_id
    location = f"mlflow-artifacts:/{experiment.experiment_id}/models/{model.model_id}/artifacts"
    assert known.artifact_location == location
    assert [file.path for file in client.list_logged_model_artifacts(model.model_id)] == ["MLmodel"]


def test_name_is_invented(experiment):
    model = mlflow.initialize_logged_model()
    assert model.name and model.status == LoggedModelStatus.PENDING


@pytest.mark.parametrize("name", ["a/b", "a:b", "a.b", "a%b", 'a"b', "a'b", " "])
def test_bad_names_are_refused(experiment, name):
    with pytest.raises(MlflowException) as refusal:
        mlflow.initialize_logged_model(name=name)
    assert refusal.value.error_code == "INVALID_PARAMETER_VALUE"


def test_finalize(experiment):
    for status in [LoggedModelStatus.READY, LoggedModelStatus.FAILED]:
        model = mlflow.initialize_logged_model(name="x")
        assert mlflow.finalize_logged_model(model.model_id, status).status == status
        known = mlflow.get_logged_model(model.model_id)
        assert known.status == status and known.last_updated_timestamp >= model.creation_timestamp


def test_params_are_written_once(experiment):
    model = mlflow.create_external_model(name="x", params={"a": "1"})
    mlflow.log_model_params({"a": "1", "b": "2"}, model_id=model.model_id)
    with pytest.raises(MlflowException, match="was already logged with value='1'") as refusal:
        mlflow.log_model_params({"c": "3", "a": "other"}, model_id=model.model_id)
    assert refusal.value.error_code == "INVALID_PARAMETER_VALUE"
    assert mlflow.get_logged_model(model.model_id).params == {"a": "1", "b": "2"}


def test_tags_are_set_and_deleted(experiment, client):
    model = mlflow.create_external_model(name="x", tags={"keep": "1"})
    mlflow.set_logged_model_tags(model.model_id, {"a/b": "1", "gone.soon": "2"})
    mlflow.set_logged_model_tags(model.model_id, {"a/b": "changed", "diff": "x" * 100_000})
    client.delete_logged_model_tag(model.model_id, "gone.soon")
    tags = mlflow.get_logged_model(model.model_id).tags
    assert (tags["keep"], tags["a/b"], len(tags["diff"])) == ("1", "changed", 100_000)
    assert "gone.soon" not in tags
    client.delete_logged_model_tag(model.model_id, "a/b")
    with pytest.raises(MlflowException) as missing:
        client.delete_logged_model_tag(model.model_id, "a/b")
    assert missing.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_unknown_and_deleted_models(experiment, client, api):
    with pytest.raises(MlflowException, match="not found") as missing:
        mlflow.get_logged_model("m-" + "0" * 32)
    assert missing.value.error_code == "RESOURCE_DOES_NOT_EXIST"
    model = mlflow.create_external_model(name=unique("gone"))
    client.delete_logged_model(model.model_id)
    assert search(experiment, f"name = '{model.name}'") == []
    path = f"/api/2.0/mlflow/logged-models/{model.model_id}"
    assert api("GET", path).status_code == 404
    shown = api("GET", path, params={"allow_deleted": "true"}).json()["model"]["info"]
    assert shown["status"] == "LOGGED_MODEL_READY"
    for change in [
        lambda: client.delete_logged_model(model.model_id),
        lambda: mlflow.set_logged_model_tags(model.model_id, {"a": "b"}),
        lambda: mlflow.finalize_logged_model(model.model_id, "READY"),
    ]:
        with pytest.raises(MlflowException, match="not found|have been deleted"):
            change()


def test_model_of_a_deleted_experiment_is_refused(client):
    gone = client.create_experiment(unique("gone"))
    client.delete_experiment(gone)
    with pytest.raises(MlflowException, match="active"):
        client.create_logged_model(gone, name="x")


def test_metrics_are_the_latest_of_each_run_and_dataset(experiment, client):
    import pandas

    model = mlflow.create_external_model(name="measured")
    dataset = mlflow.data.from_pandas(pandas.DataFrame({"a": [1]}), name="golden")
    with mlflow.start_run() as run:
        mlflow.log_metric("acc", 0.1, step=0, model_id=model.model_id)
        mlflow.log_metric("acc", 0.2, step=1, model_id=model.model_id)
        mlflow.log_metrics({"acc": 0.7}, model_id=model.model_id, dataset=dataset)
        mlflow.log_metric("odd", math.inf, model_id=model.model_id)
    with mlflow.start_run() as other:
        mlflow.log_metric("acc", 0.3, model_id=model.model_id)
    found = {
        (metric.key, metric.run_id, metric.dataset_name): metric.value
        for metric in mlflow.get_logged_model(model.model_id).metrics
    }
    assert found == {
        ("acc", run.info.run_id, None): 0.2,
        ("acc", run.info.run_id, "golden"): 0.7,
        ("acc", other.info.run_id, None): 0.3,
        ("odd", run.info.run_id, None): math.inf,
    }


@pytest.mark.parametrize(
    ("filter_string", "expected"),
    [
        (None, ["gamma", "beta", "alpha"]),
        ("name='beta'", ["beta"]),
        ("name LIKE '%a' AND name != 'beta'", ["gamma", "alpha"]),
        ("name ILIKE 'B%'", ["beta"]),
        ("name IN ('alpha', 'gamma')", ["gamma", "alpha"]),
        ("attributes.name = 'beta' AND status = 'READY'", ["beta"]),
        ("status IN ('PENDING', 'FAILED')", []),
        ("model_type = 'agent'", ["gamma", "beta", "alpha"]),
        ("creation_timestamp > 0 AND last_updated_timestamp >= 0", ["gamma", "beta", "alpha"]),
        ("creation_time < 10", []),
        ("source_run_id = 'none'", []),
        ("params.size = '2'", ["beta"]),
        ("params.size LIKE '%'", ["beta", "alpha"]),
        ("tags.team = 'g'", ["gamma"]),
        ("tags.`team` != 'g'", ["beta", "alpha"]),
        ("metrics.acc >= 0.5", ["beta", "alpha"]),
        # Only the last point counts.
        ("metrics.acc < 0.4", []),
        ("metrics.acc > 0.5 AND params.size = '2'", ["beta"]),
        ("metrics.nothing > 0", []),
    ],
)
def test_search_finds(three_models, filter_string, expected):
    experiment, _, _ = three_models
    assert names(search(experiment, filter_string)) == expected


@pytest.mark.parametrize(
    "filter_string",
    ["nothing = 'x'", "name > 'x'", "metrics.acc = 'x'", "name =", "params.size", "name = 'x' AND"],
)
def test_bad_filters_are_refused(experiment, filter_string):
    with pytest.raises(MlflowException) as refusal:
        search(experiment, filter_string)
    assert refusal.value.error_code == "INVALID_PARAMETER_VALUE"


def test_search_orders_and_restricts_datasets(three_models):
    import pandas

    experiment, models, _ = three_models
    golden = mlflow.data.from_pandas(pandas.DataFrame({"a": [1]}), name="golden")
    with mlflow.start_run():
        mlflow.log_metrics({"acc": 0.95}, dataset=golden, model_id=models["alpha"].model_id)
        mlflow.log_metrics({"acc": 0.2}, dataset=golden, model_id=models["gamma"].model_id)
    by = lambda *items: names(search(experiment, order_by=list(items)))
    assert by({"field_name": "name"}) == ["alpha", "beta", "gamma"]
    assert by({"field_name": "creation_time", "ascending": True}) == ["alpha", "beta", "gamma"]
    on_golden = {"field_name": "metrics.acc", "dataset_name": "golden"}
    # What has no such metric comes last.
    assert by({**on_golden, "ascending": True}) == ["gamma", "alpha", "beta"]
    assert by({**on_golden, "ascending": False}) == ["alpha", "gamma", "beta"]
    digest = {**on_golden, "dataset_digest": golden.digest}
    assert by({**digest, "ascending": False}) == ["alpha", "gamma", "beta"]
    datasets = [{"dataset_name": "golden"}]
    assert names(search(experiment, "metrics.acc > 0.1", datasets=datasets)) == ["gamma", "alpha"]
    datasets = [{"dataset_name": "golden", "dataset_digest": "other"}]
    assert search(experiment, "metrics.acc > 0.1", datasets=datasets) == []
    with pytest.raises(MlflowException):
        search(experiment, order_by=[{"field_name": "params.size"}])


def test_search_goes_by_pages_and_tokens_stay_with_their_search(three_models, client):
    experiment, _, _ = three_models
    ids = [experiment.experiment_id]
    found, token = [], None
    while True:
        page = client.search_logged_models(ids, max_results=2, page_token=token)
        found += names(page)
        token = page.token or token
        if not page.token:
            break
    assert found == ["gamma", "beta", "alpha"]
    for other in [{"filter_string": "name = 'x'"}, {"order_by": [{"field_name": "name"}]}]:
        with pytest.raises(MlflowException, match="page token"):
            client.search_logged_models(ids, max_results=2, page_token=token, **other)
    assert mlflow.search_logged_models(ids, output_format="pandas")["name"].tolist() == found


def test_search_needs_experiments(api):
    assert api("POST", "/api/2.0/mlflow/logged-models/search", json={"experiment_ids": []}).json() == {}
    answer = api("POST", "/api/2.0/mlflow/logged-models/search", json={})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("Missing value for required parameter 'experiment_ids'")


@mlflow.trace
def answer_question(question):
    return question.upper()


def test_active_model_links_traces(fresh_experiment):
    name = unique("agent")
    model = mlflow.set_active_model(name=name)
    assert mlflow.set_active_model(name=name).model_id == model.model_id
    answer_question("one")
    with mlflow.set_active_model(name=unique("other")) as inner:
        answer_question("two")
    answer_question("three")
    mlflow.clear_active_model()
    answer_question("four")
    mlflow.flush_trace_async_logging()

    def questions(model_id):
        traces = mlflow.search_traces(model_id=model_id, return_type="list")
        return sorted(trace.data.spans[0].inputs["question"] for trace in traces)

    assert questions(model.model_id) == ["one", "three"]
    assert questions(inner.model_id) == ["two"]
    [trace] = mlflow.search_traces(
        filter_string=f"metadata.`mlflow.modelId` = '{inner.model_id}'", return_type="list"
    )
    assert trace.info.trace_metadata["mlflow.modelId"] == inner.model_id


@pytest.mark.since("3.4.0")
def test_git_versions_are_models(fresh_experiment, tmp_path, monkeypatch):
    def git(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments], cwd=tmp_path, check=True
        )

    git("init", "-q", "-b", "main")
    (tmp_path / "app.py").write_text("one\n")
    git("add", ".")
    git("commit", "-qm", "one")
    monkeypatch.chdir(tmp_path)
    with mlflow.genai.enable_git_model_versioning() as clean:
        answer_question("clean")
    with mlflow.genai.enable_git_model_versioning() as again:
        pass
    assert again.active_model.model_id == clean.active_model.model_id
    (tmp_path / "app.py").write_text("two\n" * 5000)
    with mlflow.genai.enable_git_model_versioning() as dirty:
        answer_question("dirty")
    assert dirty.active_model.model_id != clean.active_model.model_id
    tags = mlflow.get_logged_model(dirty.active_model.model_id).tags
    assert (tags["mlflow.source.git.branch"], tags["mlflow.source.git.dirty"]) == ("main", "true")
    assert "+two" in tags["mlflow.source.git.diff"]
    assert "mlflow.source.git.diff" not in mlflow.get_logged_model(clean.active_model.model_id).tags
    mlflow.flush_trace_async_logging()
    traces = mlflow.search_traces(model_id=clean.active_model.model_id, return_type="list")
    assert [trace.data.spans[0].inputs for trace in traces] == [{"question": "clean"}]


def test_files_of_a_model(experiment, client, api, tmp_path):
    model = mlflow.initialize_logged_model(name="files")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "weights ü.bin").write_bytes(b"123")
    client.log_model_artifacts(model.model_id, str(tmp_path))
    listed = client.list_logged_model_artifacts(model.model_id, "sub")
    assert [(file.path, file.file_size) for file in listed] == [("sub/weights ü.bin", 3)]
    whole = mlflow.artifacts.download_artifacts(f"models:/{model.model_id}")
    with open(f"{whole}/sub/weights ü.bin", "rb") as file:
        assert file.read() == b"123"
    folder = f"/api/2.0/mlflow/logged-models/{model.model_id}/artifacts/directories"
    whole = api("GET", folder).json()
    assert whole == {"root_uri": model.artifact_location, "files": [{"path": "sub", "is_dir": True}]}
    inner = api("GET", folder, params={"artifact_directory_path": "sub"}).json()["files"]
    assert inner == [{"path": "sub/weights ü.bin", "is_dir": False, "file_size": 3}]
    for outside in ["..", "../..", "/etc", "%2e%2e"]:
        refused = api("GET", folder, params={"artifact_directory_path": outside})
        assert (refused.status_code, refused.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")


def test_runs_have_model_inputs(experiment, client):
    from mlflow.entities import LoggedModelInput

    model = mlflow.create_external_model(name="x")
    with mlflow.start_run() as run:
        client.log_inputs(run.info.run_id, models=[LoggedModelInput(model.model_id)])
    [known] = client.get_run(run.info.run_id).inputs.model_inputs
    assert known.model_id == model.model_id


def test_limits_are_told(experiment, api):
    path = "/api/2.0/mlflow/logged-models"
    id = experiment.experiment_id
    for wrong in [
        {"name": "x"},
        {"experiment_id": id, "name": "x" * 501},
        {"experiment_id": id, "params": [{"key": "k" * 251, "value": "v"}]},
        {"experiment_id": id, "params": [{"key": "k", "value": "v" * 6001}]},
        {"experiment_id": id, "params": [{"key": "k", "value": "1"}, {"key": "k", "value": "2"}]},
        {"experiment_id": id, "tags": [{"key": "", "value": "v"}]},
        {"experiment_id": id, "tags": "x"},
    ]:
        answer = api("POST", path, json=wrong)
        assert (answer.status_code, answer.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE"), wrong
    unknown = api("POST", path, json={"experiment_id": "99999999", "name": "x"})
    assert (unknown.status_code, unknown.json()["error_code"]) == (404, "RESOURCE_DOES_NOT_EXIST")
    model = api("POST", path, json={"experimentId": id, "modelType": "m"}).json()["model"]["info"]
    assert model["model_type"] == "m"
    wrong_status = api("PATCH", f"{path}/{model['model_id']}", json={"status": "NOTHING"})
    assert wrong_status.status_code == 400


def test_native_api_tells_the_same_models(three_models, api):
    experiment, models, run = three_models
    base = "/api/v1/logged-models"
    query = {"experiment_id": experiment.experiment_id}
    page = api("GET", base, params={**query, "order_by": "metrics.acc DESC, name", "limit": 2}).json()
    assert [model["name"] for model in page["models"]] == ["beta", "alpha"]
    rest = api(
        "GET",
        base,
        params={
            **query,
            "order_by": "metrics.acc DESC, name",
            "limit": 2,
            "page_token": page["next_page_token"],
        },
    ).json()
    assert [model["name"] for model in rest["models"]] == ["gamma"] and "next_page_token" not in rest
    beta = api("GET", f"{base}/{models['beta'].model_id}").json()
    assert (beta["status"], beta["params"], beta["model_type"]) == ("READY", {"size": "2"}, "agent")
    [metric] = beta["metrics"]
    assert (metric["key"], metric["value"], metric["run_id"]) == ("acc", 0.9, run.info.run_id)
    made = api("POST", base, json={"experiment_id": experiment.experiment_id, "name": "delta"})
    assert made.status_code == 201 and made.json()["status"] == "PENDING"
    one = f"{base}/{made.json()['model_id']}"
    change = {"status": "READY", "params": {"a": "1"}, "tags": {"t": "1"}}
    assert api("PATCH", one, json=change).json()["tags"] == {"t": "1"}
    # All of it or nothing.
    refused = api("PATCH", one, json={"status": "FAILED", "params": {"a": "2"}, "tags": {"u": "1"}})
    assert refused.status_code == 400
    known = api("GET", one).json()
    assert (known["status"], known["params"], known["tags"]) == ("READY", {"a": "1"}, {"t": "1"})
    assert api("DELETE", f"{one}/tags/t").status_code == 204
    assert api("DELETE", one).status_code == 204
    assert api("GET", one).status_code == 404
    assert api("GET", base, params={**query, "filter": "nothing = 1"}).status_code == 400
