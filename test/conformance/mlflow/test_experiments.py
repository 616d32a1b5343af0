"""Experiments by the unmodified client."""

import pytest
from mlflow import MlflowClient
from mlflow.entities import ViewType
from mlflow.exceptions import MlflowException

import mlflow
from conftest import unique


def code_of(call, *args, **kwargs):
    with pytest.raises(MlflowException) as raised:
        call(*args, **kwargs)
    return raised.value.error_code


def test_experiment_is_created_found_and_described(client):
    name = unique("made")
    experiment_id = mlflow.create_experiment(name, tags={"team": "a"})
    experiment = mlflow.get_experiment(experiment_id)
    assert experiment.name == name
    assert experiment.tags == {"team": "a"}
    assert experiment.lifecycle_stage == "active"
    assert experiment.artifact_location == f"mlflow-artifacts:/{experiment_id}"
    assert experiment.creation_time == experiment.last_update_time
    assert mlflow.get_experiment_by_name(name).experiment_id == experiment_id
    assert mlflow.get_experiment_by_name(unique("none")) is None
    assert mlflow.get_experiment("0").name == "Default"


def test_experiment_is_renamed_deleted_and_restored(client):
    experiment_id = client.create_experiment(unique("before"))
    renamed = unique("after")
    client.rename_experiment(experiment_id, renamed)
    client.delete_experiment(experiment_id)
    assert client.get_experiment_by_name(renamed).lifecycle_stage == "deleted"
    with pytest.raises(MlflowException, match="deleted"):
        mlflow.set_experiment(renamed)
    client.restore_experiment(experiment_id)
    assert client.get_experiment(experiment_id).lifecycle_stage == "active"


def test_experiment_tags_are_set_and_deleted(client):
    experiment_id = client.create_experiment(unique("tags"))
    client.set_experiment_tag(experiment_id, "k", "v1")
    client.set_experiment_tag(experiment_id, "k", "v2")
    assert client.get_experiment(experiment_id).tags["k"] == "v2"
    client.delete_experiment_tag(experiment_id, "k")
    assert "k" not in client.get_experiment(experiment_id).tags
    assert code_of(client.delete_experiment_tag, experiment_id, "k") == "RESOURCE_DOES_NOT_EXIST"


def test_experiments_are_searched_by_filter_order_and_page(client):
    group = unique("srch")
    ids = [client.create_experiment(f"{group}-{n}", tags={"grp": group, "i": str(n)}) for n in range(5)]
    client.delete_experiment(ids[4])

    def names(filter_string, **more):
        found = client.search_experiments(filter_string=filter_string, **more)
        return [experiment.name.removeprefix(f"{group}-") for experiment in found]

    assert names(f"name ILIKE '{group.upper()}%' AND tags.i = '2'") == ["2"]
    assert names(f"tags.grp = '{group}'", order_by=["name ASC"]) == ["0", "1", "2", "3"]
    assert names(f"tags.grp = '{group}'", order_by=["name DESC"], view_type=ViewType.ALL) == list("43210")
    assert names(f"tags.grp = '{group}'", view_type=ViewType.DELETED_ONLY) == ["4"]
    seen, token = [], None
    while True:
        page = client.search_experiments(
            filter_string=f"tags.grp = '{group}'", order_by=["name"], max_results=2, page_token=token
        )
        seen += [experiment.experiment_id for experiment in page]
        token = page.token
        if not token:
            break
    assert seen == ids[:4]


def test_experiment_faults_are_told_as_exceptions(client):
    name = unique("dup")
    client.create_experiment(name)
    assert code_of(client.create_experiment, name) == "RESOURCE_ALREADY_EXISTS"
    assert code_of(client.get_experiment, "99999999") == "RESOURCE_DOES_NOT_EXIST"
    assert code_of(client.search_experiments, filter_string="bogus = 'x'") == "INVALID_PARAMETER_VALUE"
    assert code_of(client.search_experiments, max_results=50_001) == "INVALID_PARAMETER_VALUE"
    assert code_of(client.create_experiment, "x" * 501) == "INVALID_PARAMETER_VALUE"


def test_datasets_of_runs_are_listed_by_experiment(api, fresh_experiment):
    import pandas as pd

    data = mlflow.data.from_pandas(pd.DataFrame({"x": [1]}), name="dsx")
    with mlflow.start_run():
        mlflow.log_input(data, context="eval")
    with mlflow.start_run():
        mlflow.log_input(data, context="eval")
        mlflow.log_input(data, context="eval")
    path = "/ajax-api/2.0/mlflow/experiments/search-datasets"
    answer = api("POST", path, json={"experiment_ids": [fresh_experiment.experiment_id]})
    assert answer.json() == {
        "dataset_summaries": [
            {
                "experiment_id": fresh_experiment.experiment_id,
                "name": "dsx",
                "digest": data.digest,
                "context": "eval",
            }
        ]
    }
    assert api("POST", path, json={"experiment_ids": []}).status_code == 400
