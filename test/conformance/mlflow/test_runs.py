"""Runs by the unmodified client."""

import math
import threading

import pytest
from mlflow.entities import Dataset, DatasetInput, InputTag, LoggedModelInput, LoggedModelOutput
from mlflow.entities import Metric, Param, RunStatus, RunTag, ViewType
from mlflow.exceptions import MlflowException

import mlflow


def fault(call, *args, **kwargs):
    with pytest.raises(MlflowException) as raised:
        call(*args, **kwargs)
    return raised.value


def test_run_logs_params_metrics_and_tags(client):
    with mlflow.start_run(run_name="first", tags={"team": "a"}, description="what it is") as active:
        mlflow.log_param("lr", 0.1)
        mlflow.log_params({"depth": 3, "optimizer/name": "adam"})
        mlflow.log_metric("loss", 0.5, step=1)
        mlflow.log_metrics({"loss": 0.25, "acc": 0.9}, step=2)
        mlflow.set_tags({"env": "prod", "empty": ""})
    run = mlflow.get_run(active.info.run_id)
    assert run.info.run_name == "first"
    assert run.info.status == "FINISHED"
    assert run.info.end_time >= run.info.start_time > 1.7e12
    assert run.info.lifecycle_stage == "active"
    assert run.info.artifact_uri.endswith(f"/{run.info.run_id}/artifacts")
    assert run.data.params == {"lr": "0.1", "depth": "3", "optimizer/name": "adam"}
    assert run.data.metrics == {"loss": 0.25, "acc": 0.9}
    assert run.data.tags["mlflow.runName"] == "first"
    assert run.data.tags["mlflow.note.content"] == "what it is"
    assert (run.data.tags["team"], run.data.tags["env"], run.data.tags["empty"]) == ("a", "prod", "")
    assert run.info.user_id == run.data.tags["mlflow.user"]


def test_run_gets_a_name_that_people_can_read(client, experiment):
    run = client.create_run(experiment.experiment_id)
    assert run.info.run_name == run.data.tags["mlflow.runName"]
    assert len(run.info.run_name.split("-")) == 3
    client.update_run(run.info.run_id, status="FINISHED", name="renamed")
    renamed = client.get_run(run.info.run_id)
    assert (renamed.info.run_name, renamed.info.status) == ("renamed", "FINISHED")
    assert renamed.data.tags["mlflow.runName"] == "renamed"
    client.set_tag(run.info.run_id, "mlflow.runName", "by tag")
    assert client.get_run(run.info.run_id).info.run_name == "by tag"


def test_run_that_raises_is_failed():
    with pytest.raises(ZeroDivisionError):
        with mlflow.start_run() as active:
            raise ZeroDivisionError
    assert mlflow.get_run(active.info.run_id).info.status == "FAILED"
    mlflow.start_run()
    run_id = mlflow.active_run().info.run_id
    mlflow.end_run(RunStatus.to_string(RunStatus.KILLED))
    assert mlflow.get_run(run_id).info.status == "KILLED"


def test_nested_runs_know_their_parent(fresh_experiment):
    with mlflow.start_run() as parent:
        with mlflow.start_run(nested=True) as first:
            pass
        with mlflow.start_run(nested=True) as second:
            pass
    assert mlflow.get_parent_run(first.info.run_id).info.run_id == parent.info.run_id
    found = mlflow.search_runs(filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
    assert set(found.run_id) == {first.info.run_id, second.info.run_id}


def test_run_is_resumed():
    with mlflow.start_run() as active:
        mlflow.log_metric("m", 1)
    with mlflow.start_run(run_id=active.info.run_id):
        assert mlflow.get_run(active.info.run_id).info.status == "RUNNING"
        mlflow.log_metric("n", 2)
    assert mlflow.get_run(active.info.run_id).data.metrics == {"m": 1, "n": 2}


def test_metric_history_and_latest_value(client):
    with mlflow.start_run() as active:
        run_id = active.info.run_id
        for step in (0, 2, 1):
            client.log_metric(run_id, "loss", 10.0 - step, timestamp=1000 + step, step=step)
        client.log_metric(run_id, "loss", 8.0, timestamp=1002, step=2)
        client.log_metric(run_id, "loss", 7.0, timestamp=900, step=2)
    assert client.get_run(run_id).data.metrics == {"loss": 8.0}
    history = client.get_metric_history(run_id, "loss")
    assert [(m.timestamp, m.step, m.value) for m in history] == [
        (900, 2, 7.0),
        (1000, 0, 10.0),
        (1001, 1, 9.0),
        (1002, 2, 8.0),
    ]
    assert client.get_metric_history(run_id, "unknown") == []


def test_metric_history_comes_in_pages(api, client):
    with mlflow.start_run() as active:
        run_id = active.info.run_id
        client.log_batch(run_id, metrics=[Metric("m", float(n), 1000 + n, n) for n in range(25)])
    values, token = [], ""
    while True:
        query = {"run_id": run_id, "metric_key": "m", "max_results": 10, "page_token": token}
        page = api("GET", "/api/2.0/mlflow/metrics/get-history", params=query).json()
        values += [metric["value"] for metric in page.get("metrics", [])]
        token = page.get("next_page_token")
        if not token:
            break
    assert values == [float(n) for n in range(25)]
    assert api("GET", "/api/2.0/mlflow/metrics/get-history", params={**query, "max_results": 0}).status_code == 400


def test_metric_history_bulk_ui_routes(api, client):
    runs = []
    for shift in (0, 100):
        with mlflow.start_run() as active:
            runs.append(active.info.run_id)
            client.log_batch(runs[-1], metrics=[Metric("m", float(n + shift), 1000 + n, n) for n in range(50)])
    bulk = api("GET", "/ajax-api/2.0/mlflow/metrics/get-history-bulk", params={"run_id": runs, "metric_key": "m"})
    points = bulk.json()["metrics"]
    assert [point["run_id"] for point in points] == [runs[0]] * 50 + [runs[1]] * 50
    assert points[0] == {"key": "m", "value": 0.0, "timestamp": 1000, "step": 0, "run_id": runs[0]}
    path = "/ajax-api/2.0/mlflow/metrics/get-history-bulk-interval"
    sampled = api("GET", path, params={"run_ids": runs, "metric_key": "m", "max_results": 10}).json()["metrics"]
    for run_id in runs:
        steps = [point["step"] for point in sampled if point["run_id"] == run_id]
        assert steps == sorted(steps) and 2 < len(steps) <= 10 and steps[0] == 0 and steps[-1] == 49
    query = {"run_ids": runs, "metric_key": "m", "start_step": 10, "end_step": 12}
    assert [point["step"] for point in api("GET", path, params=query).json()["metrics"]] == [10, 11, 12] * 2
    assert api("GET", path, params={**query, "end_step": 5}).status_code == 400


def test_metrics_that_are_no_finite_numbers(client):
    with mlflow.start_run() as active:
        mlflow.log_metrics({"nan": math.nan, "up": math.inf, "down": -math.inf, "tiny": 5e-324})
    metrics = client.get_run(active.info.run_id).data.metrics
    assert math.isnan(metrics["nan"])
    assert (metrics["up"], metrics["down"], metrics["tiny"]) == (math.inf, -math.inf, 5e-324)
    assert math.isnan(client.get_metric_history(active.info.run_id, "nan")[0].value)


def test_batch_is_all_or_nothing_and_repeatable(client):
    with mlflow.start_run() as active:
        run_id = active.info.run_id
        metrics = [Metric("loss", 10.0 - step, 1000 + step, step) for step in range(5)] + [Metric("acc", 0.9, 1000, 0)]
        params, tags = [Param("a", "1"), Param("b", "2")], [RunTag("x", "y")]
        for _ in range(2):
            client.log_batch(run_id, metrics=metrics, params=params, tags=tags)
        raised = fault(
            client.log_batch, run_id, metrics=[Metric("m", 1, 1, 1)], params=[Param("a", "9")], tags=[RunTag("t", "t")]
        )
    assert raised.error_code == "INVALID_PARAMETER_VALUE"
    assert "'1'" in str(raised) and "'9'" in str(raised)
    run = client.get_run(run_id)
    assert run.data.metrics == {"loss": 6.0, "acc": 0.9}
    assert run.data.params == {"a": "1", "b": "2"}
    assert "t" not in run.data.tags
    assert len(client.get_metric_history(run_id, "loss")) == 5


def test_params_are_written_once(client):
    with mlflow.start_run() as active:
        mlflow.log_param("p", "1")
        mlflow.log_param("p", "1")
        raised = fault(mlflow.log_param, "p", "2")
    assert raised.error_code == "INVALID_PARAMETER_VALUE"
    assert client.get_run(active.info.run_id).data.params == {"p": "1"}


def test_run_faults_are_told_as_exceptions(api, client):
    with mlflow.start_run() as active:
        run_id = active.info.run_id
    batch = "/api/2.0/mlflow/runs/log-batch"
    for body, said in [
        ({"metrics": [{"key": "m", "value": n, "timestamp": 1} for n in range(1001)]}, "at most 1000 metrics"),
        ({"params": [{"key": f"p{n}", "value": "1"} for n in range(101)]}, "at most 100 params"),
        ({"metrics": [{"value": 1, "timestamp": 1}]}, "metrics[0].key"),
        ({"metrics": [{"key": "m", "timestamp": 1}]}, "metrics[0].value"),
        ({"metrics": [{"key": "m", "value": "high", "timestamp": 1}]}, "metrics[0].value"),
        ({"metrics": [{"key": "m", "value": 1}]}, "metrics[0].timestamp"),
        ({"params": [{"key": "../up", "value": "1"}]}, "path"),
        ({"tags": [{"key": "bad;key", "value": "1"}]}, "bad;key"),
        ({"params": [{"key": "long", "value": "x" * 6001}]}, "6000"),
        ({"tags": [{"key": "long", "value": "x" * 8001}]}, "8000"),
        ({"tags": [{"key": "k" * 251, "value": "x"}]}, "250"),
    ]:
        answer = api("POST", batch, json={"run_id": run_id, **body})
        assert (answer.status_code, answer.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE"), said
        assert said in answer.json()["message"]
    assert fault(client.get_run, "0" * 32).error_code == "RESOURCE_DOES_NOT_EXIST"
    assert fault(client.log_metric, "0" * 32, "m", 1).error_code == "RESOURCE_DOES_NOT_EXIST"
    assert fault(client.create_run, "99999999").error_code == "RESOURCE_DOES_NOT_EXIST"
    both = {"experiment_id": "0", "run_name": "a", "tags": [{"key": "mlflow.runName", "value": "b"}]}
    assert api("POST", "/api/2.0/mlflow/runs/create", json=both).status_code == 400
    assert "run_id" in api("GET", "/api/2.0/mlflow/runs/get").json()["message"]


def test_run_tags_are_set_and_deleted(client):
    with mlflow.start_run() as active:
        mlflow.set_tag("a", "1")
        mlflow.set_tag("a", "2")
        mlflow.delete_tag("a")
        assert fault(mlflow.delete_tag, "a").error_code == "RESOURCE_DOES_NOT_EXIST"
    assert "a" not in client.get_run(active.info.run_id).data.tags


def test_run_is_deleted_and_restored(client, fresh_experiment):
    with mlflow.start_run() as active:
        pass
    run_id = active.info.run_id
    client.delete_run(run_id)
    client.delete_run(run_id)
    assert client.get_run(run_id).info.lifecycle_stage == "deleted"
    assert fault(client.log_metric, run_id, "m", 1).error_code == "INVALID_PARAMETER_VALUE"
    ids = [fresh_experiment.experiment_id]
    assert client.search_runs(ids) == []
    assert len(client.search_runs(ids, run_view_type=ViewType.DELETED_ONLY)) == 1
    assert len(client.search_runs(ids, run_view_type=ViewType.ALL)) == 1
    client.restore_run(run_id)
    assert [run.info.run_id for run in client.search_runs(ids)] == [run_id]


def test_runs_go_and_come_back_with_their_experiment(client, fresh_experiment):
    experiment_id = fresh_experiment.experiment_id
    kept, deleted = client.create_run(experiment_id), client.create_run(experiment_id)
    client.delete_run(deleted.info.run_id)
    client.delete_experiment(experiment_id)
    assert client.get_run(kept.info.run_id).info.lifecycle_stage == "deleted"
    assert client.search_runs([experiment_id]) == []
    assert len(client.search_runs([experiment_id], run_view_type=ViewType.DELETED_ONLY)) == 2
    assert fault(client.create_run, experiment_id).error_code == "INVALID_PARAMETER_VALUE"
    assert fault(client.set_tag, kept.info.run_id, "a", "b").error_code == "INVALID_PARAMETER_VALUE"
    client.restore_experiment(experiment_id)
    assert [run.info.run_id for run in client.search_runs([experiment_id])] == [kept.info.run_id]


def test_inputs_and_outputs_of_a_run(client, fresh_experiment):
    run_id = client.create_run(fresh_experiment.experiment_id).info.run_id
    dataset = Dataset("data", "d1", "local", '{"uri": "x"}', schema="{}", profile='{"num_rows": 1}')
    tags = [InputTag("mlflow.data.context", "train")]
    model_id = "m-" + "1" * 32
    for _ in range(2):
        client.log_inputs(run_id, datasets=[DatasetInput(dataset, tags)], models=[LoggedModelInput(model_id)])
        client.log_outputs(run_id, [LoggedModelOutput(model_id, step=3)])
    run = client.get_run(run_id)
    [given] = run.inputs.dataset_inputs
    assert given.dataset.to_dictionary() == dataset.to_dictionary()
    assert [(tag.key, tag.value) for tag in given.tags] == [("mlflow.data.context", "train")]
    assert [model.model_id for model in run.inputs.model_inputs] == [model_id]
    assert [(model.model_id, model.step) for model in run.outputs.model_outputs] == [(model_id, 3)]
    ids = [fresh_experiment.experiment_id]
    for clause in ("datasets.name = 'data'", "dataset.digest LIKE 'd%'", "datasets.context IN ('train', 'x')"):
        assert [run.info.run_id for run in client.search_runs(ids, clause)] == [run_id]
    assert client.search_runs(ids, "datasets.name = 'other'") == []
    assert fault(client.log_inputs, run_id, [DatasetInput(Dataset("d", "x" * 37, "l", "s"), [])])


def test_search_runs_grammar(client, fresh_experiment):
    ids = [fresh_experiment.experiment_id]
    for n, (name, env, lr, acc) in enumerate(
        [("alpha", "prod", "0.1", 0.9), ("beta", "dev", "0.2", 0.5), ("gamma", None, None, 0.7), ("delta", "dev", "0.1", math.nan)]
    ):
        run_id = client.create_run(ids[0], start_time=1000 + n, run_name=name).info.run_id
        client.log_metric(run_id, "acc", acc)
        client.log_metric(run_id, "a b/c.d", n)
        if env:
            client.set_tag(run_id, "env", env)
            client.log_param(run_id, "lr", lr)
    client.set_terminated(run_id, end_time=5000)

    def names(clause, order_by=("run_name ASC",)):
        return [run.info.run_name for run in client.search_runs(ids, clause, order_by=list(order_by))]

    assert names("metrics.acc > 0.6 AND params.lr = '0.1'") == ["alpha"]
    assert names("metrics.`acc` < 0.6") == ["beta"]
    assert names("metrics.acc != 0.5") == ["alpha", "gamma"]
    assert names("metric.`a b/c.d` >= 2") == ["delta", "gamma"]
    assert names('metrics."a b/c.d" = 1') == ["beta"]
    assert names("tags.env LIKE 'pr%'") == ["alpha"]
    assert names("tag.env ILIKE 'PR%'") == ["alpha"]
    assert names("tags.env != 'prod'") == ["beta", "delta"]
    assert names("params.lr IS NULL") == ["gamma"]
    assert names("params.lr IS NOT NULL and tags.env = 'dev'") == ["beta", "delta"]
    assert names("attributes.run_name = 'gamma'") == names("run_name LIKE 'ga%'") == ["gamma"]
    assert names("tags.`mlflow.runName` = 'gamma'") == names("attribute.`Run name` = 'gamma'") == ["gamma"]
    assert names("status = 'FINISHED'") == names("end_time > 4000") == ["delta"]
    assert names("attributes.start_time >= 1001 AND start_time < 1003") == ["beta", "gamma"]
    assert names(f"attributes.run_id IN ('{run_id}', 'x')") == ["delta"]
    assert names(f"run_id NOT IN ('{run_id}')") == ["alpha", "beta", "gamma"]
    assert names("user_id = 'unknown'") == ["alpha", "beta", "delta", "gamma"]
    assert names(f"artifact_uri LIKE '%{run_id}%'") == ["delta"]
    assert names("metrics.acc > 0.8 OR (tags.env = 'dev' AND NOT run_name = 'beta')") == ["alpha", "delta"]
    assert names("", ["metrics.acc DESC"]) == ["alpha", "gamma", "beta", "delta"]
    assert names("", ["metrics.acc ASC"]) == ["beta", "gamma", "alpha", "delta"]
    assert names("", ["params.lr DESC", "start_time ASC"]) == ["beta", "alpha", "delta", "gamma"]
    assert names("", ["tags.env", "attribute.start_time DESC"]) == ["delta", "beta", "alpha", "gamma"]
    assert names("", ["end_time DESC", "start_time"]) == ["delta", "alpha", "beta", "gamma"]
    assert names("", []) == ["delta", "gamma", "beta", "alpha"]
    for clause in (
        "metrics.acc = 'x'",
        "bogus = 'x'",
        "params.lr > 5",
        "status = FINISHED",
        "metrics.acc >",
        "tags.env IN ()",
    ):
        assert fault(client.search_runs, ids, clause).error_code == "INVALID_PARAMETER_VALUE", clause
    for order in ("bogus", "metrics.acc sideways"):
        assert fault(client.search_runs, ids, order_by=[order]).error_code == "INVALID_PARAMETER_VALUE", order


@pytest.mark.parametrize("order_by", [[], ["metrics.m DESC"], ["metrics.m"], ["end_time DESC"], ["tags.k", "run_id"]])
def test_search_runs_in_pages(client, fresh_experiment, order_by):
    ids = [fresh_experiment.experiment_id]
    for n in range(7):
        run_id = client.create_run(ids[0], start_time=1000).info.run_id
        if n % 3:
            client.log_metric(run_id, "m", n % 2)
            client.set_tag(run_id, "k", str(n % 2))
            client.set_terminated(run_id, end_time=2000 + n % 2)
    whole = [run.info.run_id for run in client.search_runs(ids, order_by=order_by)]
    seen, token = [], None
    while True:
        page = client.search_runs(ids, order_by=order_by, max_results=2, page_token=token)
        seen += [run.info.run_id for run in page]
        token = page.token
        if not token:
            break
    assert len(set(whole)) == 7
    assert seen == whole
    assert fault(client.search_runs, ids, page_token="nonsense").error_code == "INVALID_PARAMETER_VALUE"
    assert fault(client.search_runs, ids, max_results=50_001).error_code == "INVALID_PARAMETER_VALUE"


def test_search_runs_of_several_experiments_as_pandas(client, fresh_experiment):
    other = client.create_experiment(f"{fresh_experiment.name}-other")
    for experiment_id, start in ((other, 1000), (fresh_experiment.experiment_id, 2000)):
        run_id = client.create_run(experiment_id, start_time=start).info.run_id
        client.log_metric(run_id, "m", start)
    found = mlflow.search_runs(experiment_ids=[other, fresh_experiment.experiment_id, "99999999"])
    assert list(found["metrics.m"]) == [2000, 1000]
    assert list(mlflow.search_runs(experiment_names=[fresh_experiment.name])["metrics.m"]) == [2000]
    assert client.search_runs([]) == []


def test_clients_that_log_to_one_run_lose_nothing(client, fresh_experiment):
    run_id = client.create_run(fresh_experiment.experiment_id).info.run_id
    faults = []

    def write(writer):
        try:
            for part in range(3):
                metrics = [
                    Metric(f"m{(n * (writer + 1)) % 7}", float(writer), 1000 + part, part * 1000 + n) for n in range(850)
                ]
                params = [Param(f"p{n}", "same") for n in range(50)]
                tags = [RunTag(f"t{n}", str(writer)) for n in range(50)]
                if writer % 2:
                    params, tags = params[::-1], tags[::-1]
                client.log_batch(run_id, metrics=metrics, params=params, tags=tags)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    run = client.get_run(run_id)
    assert len(run.data.params) == 50
    total = sum(len(client.get_metric_history(run_id, f"m{n}")) for n in range(7))
    assert total == 4 * 3 * 850
    for n in range(7):
        history = client.get_metric_history(run_id, f"m{n}")
        latest = max(history, key=lambda metric: (metric.step, metric.timestamp, metric.value))
        assert run.data.metrics[f"m{n}"] == latest.value


def test_model_history_of_old_clients(api, client):
    import json

    with mlflow.start_run() as active:
        run_id = active.info.run_id
    for path in ("model", "other"):
        model = {"artifact_path": path, "run_id": run_id, "utc_time_created": "now", "flavors": {}, "signature": "x"}
        answer = api("POST", "/api/2.0/mlflow/runs/log-model", json={"run_id": run_id, "model_json": json.dumps(model)})
        assert answer.json() == {}
    history = json.loads(client.get_run(run_id).data.tags["mlflow.log-model.history"])
    assert [model["artifact_path"] for model in history] == ["model", "other"]
    assert "signature" not in history[0]
    bad = {"run_id": run_id, "model_json": "no json"}
    assert api("POST", "/api/2.0/mlflow/runs/log-model", json=bad).status_code == 400


def test_search_runs_by_long_values(client, fresh_experiment):
    ids = [fresh_experiment.experiment_id]
    values = ["é" * 100 + end for end in ("", "a", "b")] + ["é" * 99]
    for value in values:
        run = client.create_run(ids[0], run_name=f"run {len(value)}{value[-1]}")
        client.set_tag(run.info.run_id, "long", value)
        client.log_param(run.info.run_id, "long", value)
    for value in values:
        for entity in ("tags", "params"):
            [found] = client.search_runs(ids, f"{entity}.long = '{value}'")
            assert found.data.tags["long"] == value
    chosen = ", ".join(f"'{value}'" for value in values[1:3])
    assert len(client.search_runs(ids, f"tags.long IN ({chosen})")) == 2
