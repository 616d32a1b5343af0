"""Evaluation datasets: `mlflow.genai.datasets` and the calls below it (WIRE.md section 10)."""

import json

import mlflow
import pytest
from conftest import unique
from mlflow.exceptions import MlflowException
from mlflow.genai.datasets import (
    add_dataset_to_experiments,
    create_dataset,
    delete_dataset,
    delete_dataset_tag,
    get_dataset,
    remove_dataset_from_experiments,
    search_datasets,
    set_dataset_tags,
)

pytestmark = pytest.mark.since("3.4.0")

DATASETS = "/api/3.0/mlflow/datasets"


@pytest.fixture
def dataset(experiment):
    return create_dataset(unique("ds"), experiment_id=experiment.experiment_id, tags={"team": "a"})


def reloaded(dataset):
    return get_dataset(dataset_id=dataset.dataset_id)


def test_dataset_is_created_and_got_by_id_and_by_name(dataset, experiment):
    assert dataset.dataset_id.startswith("d-")
    assert len(dataset.digest) == 8
    assert dataset.experiment_ids == [experiment.experiment_id]
    assert dataset.tags["team"] == "a"
    assert dataset.created_by == dataset.tags["mlflow.user"]
    assert get_dataset(name=dataset.name).dataset_id == dataset.dataset_id
    found = reloaded(dataset)
    assert (found.name, found.digest, found.created_time) == (dataset.name, dataset.digest, dataset.created_time)
    assert found.experiment_ids == [experiment.experiment_id]
    assert found.schema is None and found.profile is None


def test_dataset_name_may_repeat_but_not_be_got_then(dataset, experiment):
    create_dataset(dataset.name, experiment_id=experiment.experiment_id)
    with pytest.raises(MlflowException, match="[Mm]ultiple"):
        get_dataset(name=dataset.name)


def test_dataset_of_unknown_experiment_is_refused():
    with pytest.raises(MlflowException) as raised:
        create_dataset(unique("ds"), experiment_id="2000000000")
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_dataset_records_are_merged_by_their_inputs(dataset):
    dataset.merge_records([
        {"inputs": {"q": "a", "n": 1}, "expectations": {"answer": "x"}},
        {"inputs": {"q": "b"}, "outputs": {"text": "y"}, "tags": {"k": "1"}},
    ])
    dataset.merge_records([
        # The same inputs, whatever the order of their keys.
        {"inputs": {"n": 1, "q": "a"}, "expectations": {"score": 0.5}, "tags": {"k": "2"}},
        {"inputs": {"q": "c"}, "expectations": {"answer": "z"}},
        {"inputs": {"q": "b"}, "outputs": {"text": "new"}},
    ])
    frame = reloaded(dataset).to_df()
    assert list(frame["inputs"]) == [{"q": "a", "n": 1}, {"q": "b"}, {"q": "c"}]
    assert frame["expectations"][0] == {"answer": "x", "score": 0.5}
    assert frame["tags"][0]["k"] == "2"
    assert frame["tags"][1]["k"] == "1"
    assert frame["outputs"][1] == {"text": "new"}
    assert frame["source_type"][0] == "HUMAN"
    assert frame["source_type"][1] == "CODE"


def test_dataset_counts_of_a_merge_with_repetitions(dataset, api):
    def merge(*inputs):
        records = json.dumps([{"inputs": each, "expectations": {"n": n}} for n, each in enumerate(inputs)])
        answer = api("POST", f"{DATASETS}/{dataset.dataset_id}/records", json={"records": records})
        assert answer.status_code == 200, answer.text
        return answer.json()

    assert merge({"q": 1}, {"q": 2}, {"q": 1}) == {"inserted_count": 2, "updated_count": 1}
    assert merge({"q": 1}, {"q": 3}) == {"inserted_count": 1, "updated_count": 1}
    frame = reloaded(dataset).to_df()
    assert list(frame["expectations"]) == [{"n": 0}, {"n": 1}, {"n": 1}]


def test_dataset_schema_profile_and_digest_follow_the_records(dataset):
    before = reloaded(dataset).digest
    dataset.merge_records([{
        "inputs": {"text": "a", "number": 1, "share": 0.5, "flag": True, "list": [1], "map": {"k": 1}, "none": None},
        "outputs": {"answer": "x"},
        "expectations": {"ok": True},
    }])
    found = reloaded(dataset)
    assert json.loads(found.schema) == {
        "inputs": {
            "text": "string", "number": "integer", "share": "float", "flag": "boolean",
            "list": "array", "map": "object", "none": "null",
        },
        "outputs": {"answer": "string"},
        "expectations": {"ok": "boolean"},
        "version": "1.0",
    }
    assert json.loads(found.profile) == {"num_records": 1}
    assert found.digest != before
    dataset.merge_records([{"inputs": {"other": "b"}, "expectations": {"ok": "now a text"}}])
    found = reloaded(dataset)
    assert json.loads(found.schema)["inputs"]["other"] == "string"
    assert json.loads(found.schema)["expectations"] == {"ok": "boolean"}
    assert json.loads(found.profile) == {"num_records": 2}


def test_dataset_values_keep_their_digits_and_outputs_any_type(dataset):
    inputs = {"id": 2**63 + 1, "share": 1.0, "text": 'quote " and ünïcode \u2028', "deep": {"a": [None, {"b": 1}]}}
    dataset.merge_records([{"inputs": inputs, "outputs": "plain"}, {"inputs": {"q": 1}, "outputs": [1, 2]}])
    frame = reloaded(dataset).to_df()
    assert frame["inputs"][0] == inputs
    assert isinstance(frame["inputs"][0]["share"], float)
    assert list(frame["outputs"]) == ["plain", [1, 2]]
    assert json.loads(reloaded(dataset).schema)["outputs"] == "string"


def test_dataset_records_from_traces(dataset):
    @mlflow.trace
    def answer(question):
        return question.upper()

    answer("hello")
    trace_id = mlflow.get_last_active_trace_id()
    mlflow.flush_trace_async_logging()
    dataset.merge_records([mlflow.get_trace(trace_id)])
    record = reloaded(dataset).to_df().iloc[0]
    assert record["inputs"] == {"question": "hello"}
    assert (record["source_type"], record["source_id"]) == ("TRACE", trace_id)
    assert record["source"].source_data["trace_id"] == trace_id


def test_dataset_records_of_sessions(dataset):
    dataset.merge_records([{"inputs": {"persona": "student", "goal": "learn", "context": {"level": 1}}}])
    assert reloaded(dataset).to_df()["inputs"][0]["goal"] == "learn"


def test_dataset_records_are_deleted(dataset):
    dataset.merge_records([{"inputs": {"q": n}} for n in range(3)])
    found = reloaded(dataset)
    first, second, _ = found.to_df()["dataset_record_id"]
    assert found.delete_records([first, second, "dr-unknown"]) == 2
    found = reloaded(dataset)
    assert list(found.to_df()["inputs"]) == [{"q": 2}]
    assert json.loads(found.profile) == {"num_records": 1}
    assert found.delete_records([first]) == 0


def test_dataset_records_by_page(dataset, api):
    dataset.merge_records([{"inputs": {"q": n}} for n in range(5)])
    path, seen, token = f"{DATASETS}/{dataset.dataset_id}/records", [], None
    while True:
        query = {"max_results": 2, **({"page_token": token} if token else {})}
        answer = api("GET", path, params=query).json()
        page = [record["inputs"]["q"] for record in json.loads(answer["records"])]
        assert len(page) <= 2
        seen += page
        token = answer.get("next_page_token")
        if not token:
            break
    assert seen == [0, 1, 2, 3, 4]
    assert api("GET", path, params={"page_token": "nonsense"}).status_code == 400
    assert api("GET", path, params={"max_results": 0}).status_code == 400


def test_dataset_tags(dataset):
    set_dataset_tags(dataset_id=dataset.dataset_id, tags={"team": "b", "stage": "x"})
    assert reloaded(dataset).tags["team"] == "b"
    assert reloaded(dataset).tags["stage"] == "x"
    delete_dataset_tag(dataset_id=dataset.dataset_id, key="stage")
    delete_dataset_tag(dataset_id=dataset.dataset_id, key="stage")
    assert "stage" not in reloaded(dataset).tags
    with pytest.raises(MlflowException) as raised:
        set_dataset_tags(dataset_id="d-unknown", tags={"a": "b"})
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_dataset_search(fresh_experiment):
    name = unique("search")
    made = [
        create_dataset(f"{name}-{n}", experiment_id=fresh_experiment.experiment_id, tags={"n": str(n)})
        for n in range(4)
    ]
    of_experiment = {"experiment_ids": fresh_experiment.experiment_id}

    def names(**search):
        return [dataset.name.removeprefix(name + "-") for dataset in search_datasets(**search)]

    assert names(**of_experiment) == ["3", "2", "1", "0"]
    assert names(**of_experiment, order_by=["name ASC"], max_results=2) == ["0", "1"]
    assert names(**of_experiment, filter_string="tags.n = '2'") == ["2"]
    assert names(filter_string=f"name LIKE '{name}-%' AND tags.n != '1'", order_by=["name DESC"]) == ["3", "2", "0"]
    assert names(filter_string=f"name ILIKE '{name.upper()}-1'") == ["1"]
    assert names(filter_string=f"name IN ('{name}-0', '{name}-3')", order_by=["name"]) == ["0", "3"]
    assert names(**of_experiment, filter_string=f"created_time >= {made[2].created_time}") == ["3", "2"]
    assert names(**of_experiment, filter_string=f"created_by = '{made[0].created_by}'") == ["3", "2", "1", "0"]
    for bad in ["nonsense = 'x'", "name > 'a'", "created_time = 'x'", "name = "]:
        with pytest.raises(MlflowException) as raised:
            search_datasets(filter_string=bad)
        assert raised.value.error_code == "INVALID_PARAMETER_VALUE"


def test_dataset_search_by_page(client, fresh_experiment):
    ids = {create_dataset(unique("p"), experiment_id=fresh_experiment.experiment_id).dataset_id for _ in range(5)}
    seen, token = [], None
    while True:
        page = client.search_datasets(
            experiment_ids=[fresh_experiment.experiment_id], max_results=2, page_token=token
        )
        seen += [dataset.dataset_id for dataset in page]
        token = page.token
        if not token:
            break
    assert len(seen) == 5 and set(seen) == ids


def test_dataset_experiments(dataset, experiment, fresh_experiment):
    found = add_dataset_to_experiments(dataset.dataset_id, [fresh_experiment.experiment_id])
    assert found.dataset_id == dataset.dataset_id
    assert set(reloaded(dataset).experiment_ids) == {experiment.experiment_id, fresh_experiment.experiment_id}
    remove_dataset_from_experiments(dataset.dataset_id, [experiment.experiment_id, "2000000000"])
    assert reloaded(dataset).experiment_ids == [fresh_experiment.experiment_id]
    with pytest.raises(MlflowException) as raised:
        add_dataset_to_experiments(dataset.dataset_id, ["2000000000"])
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_dataset_is_deleted(dataset):
    dataset.merge_records([{"inputs": {"q": 1}}])
    delete_dataset(dataset_id=dataset.dataset_id)
    delete_dataset(dataset_id=dataset.dataset_id)
    with pytest.raises(MlflowException) as raised:
        reloaded(dataset)
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"


@pytest.mark.parametrize(
    "records",
    ["", "no json", "{}", "[1]", '[{"expectations": {}}]', '[{"inputs": []}]', '[{"inputs": {"a": NaN}}]',
     '[{"inputs": {}, "tags": 1}]', '[{"inputs": {"a": "\\u0000"}}]'],
)
def test_dataset_records_that_are_none_are_refused_whole(dataset, api, records):
    merged = api(
        "POST", f"{DATASETS}/{dataset.dataset_id}/records", json={"records": records.replace("[{", '[{"inputs": {}}, {', 1)}
    )
    assert merged.status_code == 400
    assert merged.json()["error_code"] == "INVALID_PARAMETER_VALUE"
    assert not reloaded(dataset).has_records()


def test_dataset_native_api(dataset, api):
    path = f"/api/v1/datasets/{dataset.dataset_id}"
    merged = api("POST", f"{path}/records", json={"records": [{"inputs": {"q": 1}, "expectations": {"a": "b"}}]})
    assert merged.json() == {"inserted": 1, "updated": 0}
    assert api("GET", path).json()["record_count"] == 1
    page = api("GET", f"{path}/records").json()
    assert page["records"][0]["inputs"] == {"q": 1}
    removed = api("POST", f"{path}/records/delete", json={"record_ids": [page["records"][0]["dataset_record_id"]]})
    assert removed.json() == {"deleted": 1}
    assert api("PATCH", path, json={"tags": {"x": "y"}}).json()["tags"]["x"] == "y"
    listed = api("GET", "/api/v1/datasets", params={"filter": f"name = '{dataset.name}'"}).json()
    assert [each["dataset_id"] for each in listed["datasets"]] == [dataset.dataset_id]
    assert api("DELETE", path).status_code == 204
    assert api("GET", path).status_code == 404
