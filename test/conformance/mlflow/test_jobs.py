"""Jobs of the server (WIRE.md section 13): it runs none, and says what to do instead."""

import pytest
from conftest import unique

MLFLOW = "/ajax-api/3.0/mlflow"
SCORER = {"serialized_scorer": "{}", "trace_ids": ["tr-0123456789abcdef0123456789abcdef"]}


@pytest.mark.parametrize("path, body, alternative", [
    ("scorer/invoke", {"experiment_id": "0", **SCORER}, "mlflow.genai.evaluate"),
    ("genai/evaluate/invoke", {"experiment_id": "0"}, "mlflow.genai.evaluate"),
    ("issues/invoke", {"experiment_id": "0"}, "mlflow.genai.evaluate"),
    ("prompt-optimization/jobs", {"experiment_id": "0", "source_prompt_uri": "prompts:/a/1"}, "optimize_prompts"),
])
def test_job_that_is_not_run_names_the_alternative(api, path, body, alternative):
    answer = api("POST", f"{MLFLOW}/{path}", json=body)
    assert answer.status_code == 501
    assert answer.json()["error_code"] == "NOT_IMPLEMENTED"
    assert alternative in answer.json()["message"]


@pytest.mark.parametrize("method, path", [
    ("GET", f"{MLFLOW}/jobs/"), ("PATCH", f"{MLFLOW}/jobs/cancel/"), ("GET", f"{MLFLOW}/prompt-optimization/jobs/"),
    ("DELETE", f"{MLFLOW}/prompt-optimization/jobs/"),
])
def test_job_that_is_not_there(api, method, path):
    answer = api(method, path + unique("job"))
    assert answer.status_code == 404
    assert answer.json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"


def test_job_without_traces_is_refused(api):
    answer = api("POST", f"{MLFLOW}/scorer/invoke", json={"experiment_id": "0", **SCORER, "trace_ids": []})
    assert (answer.status_code, answer.json()["message"]) == (400, "Please select at least one trace to evaluate.")
    assert api("POST", f"{MLFLOW}/scorer/invoke", json={"experiment_id": "0"}).status_code == 400


def test_job_search_finds_none(api, experiment):
    assert api("POST", "/ajax-api/3.0/jobs/search", json={"job_name": "invoke_scorer"}).json() == {"jobs": []}
    sent = {"experiment_id": experiment.experiment_id}
    assert api("POST", "/api/3.0/mlflow/prompt-optimization/jobs/search", json=sent).json() == {}
    assert api("GET", "/api/3.0/mlflow/prompt-optimization/jobs/search", params=sent).json() == {}


def test_job_of_any_kind(api):
    made = api("POST", "/ajax-api/3.0/jobs/", json={"job_name": "nope", "params": {}})
    assert made.status_code == 400 and made.json()["detail"].startswith("Invalid job name: nope")
    found = api("GET", "/ajax-api/3.0/jobs/abc")
    assert (found.status_code, found.json()) == (404, {"detail": "Job with ID abc not found"})
    assert api("PATCH", "/ajax-api/3.0/jobs/cancel/abc").status_code == 404
