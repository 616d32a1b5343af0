"""Artifacts through the unmodified client: everything goes through the server, into its blob store."""

import os

import mlflow
import pytest
from mlflow.exceptions import MlflowException
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository
from requests import HTTPError

from conftest import unique

PROXY = "/api/2.0/mlflow-artifacts/artifacts"


@pytest.fixture
def repository(experiment):
    """The client's own view of a folder of artifacts that nothing else is in."""
    return get_artifact_repository(f"mlflow-artifacts:/{experiment.experiment_id}/{unique('files')}")


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return str(path)


def listed(repository, path=None):
    return [(each.path, each.is_dir, each.file_size) for each in repository.list_artifacts(path)]


def test_files_come_back_as_they_were(repository, tmp_path):
    contents = {
        "empty.bin": b"",
        "plain.txt": b"hello",
        "sub/with blanks & more (1).txt": b"blank",
        "sub/ünïcödé/日本.bin": bytes(range(256)) * 300,
        "sub/100%.txt": b"percent",
    }
    for name, content in contents.items():
        write(tmp_path / "up", name, content)
    repository.log_artifacts(str(tmp_path / "up"))
    down = repository.download_artifacts("")
    for name, content in contents.items():
        with open(os.path.join(down, name), "rb") as file:
            assert file.read() == content, name
    assert listed(repository) == [("empty.bin", False, 0), ("plain.txt", False, 5), ("sub", True, None)]
    assert listed(repository, "sub") == [
        ("sub/100%.txt", False, 7),
        ("sub/with blanks & more (1).txt", False, 5),
        ("sub/ünïcödé", True, None),
    ]
    assert listed(repository, "plain.txt") == []
    assert listed(repository, "nothing") == []


def test_upload_replaces_a_file(repository, tmp_path):
    for content in [b"first", b"second, longer", b""]:
        repository.log_artifact(write(tmp_path, "file.txt", content))
        with open(repository.download_artifacts("file.txt"), "rb") as file:
            assert file.read() == content
    assert listed(repository) == [("file.txt", False, 0)]


def test_files_and_folders_are_deleted(repository, tmp_path):
    for folder in ["gone", "gone/deep", "stays"]:
        repository.log_artifact(write(tmp_path, "file.txt", b"x"), folder)
    repository.delete_artifacts("gone")
    repository.delete_artifacts("stays/file.txt")
    assert listed(repository) == []
    with pytest.raises(HTTPError, match="No such artifact"):
        repository.delete_artifacts("gone")


def test_missing_file_is_told(repository, api):
    with pytest.raises(HTTPError, match="404"):
        repository._download_file("nothing.txt", os.devnull)
    answer = api("GET", f"{PROXY}/{unique('nothing')}")
    assert (answer.status_code, answer.json()["error_code"]) == (404, "RESOURCE_DOES_NOT_EXIST")


@pytest.mark.parametrize(
    "path",
    [
        "%2e%2e/x",
        "..%2f..%2fetc/passwd",
        "%252e%252e%252fx",
        "/etc/passwd",
        "a//b",
        "C:/windows",
        "C%3a%5cwindows",
        "a%5c..%5cb",
        "a%00b",
        "a%23b",
    ],
)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_paths_lead_nowhere_else(tracking_uri, method, path):
    import http.client
    from urllib.parse import urlparse

    # Not requests, which would tidy the path up.
    connection = http.client.HTTPConnection(urlparse(tracking_uri).netloc, timeout=30)
    connection.request(method, f"{PROXY}/{path}", body=b"x" if method == "PUT" else None)
    answer = connection.getresponse()
    assert answer.status == 400, answer.read()
    assert b"INVALID_PARAMETER_VALUE" in answer.read()
    connection.close()


def test_folder_and_file_of_one_name_are_refused(repository, tmp_path):
    repository.log_artifact(write(tmp_path, "a", b"x"))
    with pytest.raises(HTTPError, match="one would be a file and a folder"):
        repository.log_artifact(write(tmp_path, "b", b"x"), "a")


def test_large_files_come_in_parts(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE", str(10 * 1024**2))
    monkeypatch.setenv("MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE", str(5 * 1024**2))
    monkeypatch.setenv("MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD", "true")
    calls = []
    create = repository.create_multipart_upload
    monkeypatch.setattr(
        repository, "create_multipart_upload", lambda *args: calls.append(args) or create(*args)
    )
    content = os.urandom(22 * 1024**2)
    path = write(tmp_path, "large ü.bin", content)
    repository.log_artifact(path, "folder")
    assert len(calls) == 1
    with open(repository.download_artifacts("folder/large ü.bin"), "rb") as file:
        assert file.read() == content
    assert listed(repository, "folder") == [("folder/large ü.bin", False, len(content))]


def test_part_that_fails_leaves_nothing(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD", "true")
    monkeypatch.setenv("MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE", "1")

    def fail(**_):
        raise OSError("the disk went away")

    monkeypatch.setattr(repository, "_upload_part", fail)
    with pytest.raises(MlflowException, match="at least one part"):
        repository.log_artifact(write(tmp_path, "large.bin", b"x" * 100))
    assert listed(repository) == []


def test_download_by_ranges(repository, tmp_path, api):
    repository.log_artifact(write(tmp_path, "digits.txt", b"0123456789"))
    path = repository.artifact_uri.split("/api/", 1)[1]

    def ask(method="GET", **headers):
        return api(method, f"/api/{path}/digits.txt", headers=headers)

    part = ask(Range="bytes=2-4")
    assert (part.status_code, part.content, part.headers["content-range"]) == (206, b"234", "bytes 2-4/10")
    assert ask(Range="bytes=-3").content == b"789"
    assert ask(Range="bytes=10-").status_code == 416
    whole = ask()
    assert (whole.content, whole.headers["accept-ranges"]) == (b"0123456789", "bytes")
    # What users upload never runs as a page of the server.
    assert whole.headers["content-disposition"].startswith("attachment;")
    assert whole.headers["x-content-type-options"] == "nosniff"
    head = ask("HEAD")
    assert (head.content, head.headers["content-length"]) == (b"", "10")


def test_presigned_addresses_are_refused_with_the_alternative(api):
    answer = api("GET", "/api/2.0/mlflow-artifacts/presigned/x.bin")
    assert (answer.status_code, answer.json()["error_code"]) == (501, "NOT_IMPLEMENTED")
    assert PROXY in answer.json()["message"]


def test_server_info_tells_what_there_is(api):
    info = api("GET", "/api/3.0/mlflow/server-info").json()
    assert info["multipart_uploads_enabled"] is True
    assert info["multipart_downloads_enabled"] is False


def trace_with_attachment(content):
    from mlflow.tracing.attachments import Attachment

    with mlflow.start_span("look at") as span:
        span.set_inputs({"picture": Attachment(content_type="image/png", content_bytes=content)})
        span.set_outputs({"answer": "a cat"})
    mlflow.flush_trace_async_logging()
    trace = mlflow.get_trace(span.trace_id)
    reference = Attachment.parse_ref(trace.data.spans[0].inputs["picture"])
    assert (reference["content_type"], reference["size"]) == ("image/png", len(content))
    return trace, reference["attachment_id"]


@pytest.mark.since("3.11.1")
def test_trace_attachments_come_back(api):
    content = b"\x89PNG\r\n\x1a\n" + bytes(64)
    trace, attachment = trace_with_attachment(content)
    location = trace.info.tags["mlflow.artifactLocation"]
    assert get_artifact_repository(location).download_trace_attachment(attachment) == content
    for version in ["2.0", "3.0"]:
        path = f"/ajax-api/{version}/mlflow/get-trace-artifact"
        answer = api("GET", path, params={"request_id": trace.info.trace_id, "path": attachment})
        assert answer.content == content
        missing = api("GET", path, params={"request_id": trace.info.trace_id, "path": "nothing"})
        assert (missing.status_code, missing.json()["error_code"]) == (404, "RESOURCE_DOES_NOT_EXIST")
        outside = api("GET", path, params={"request_id": trace.info.trace_id, "path": "../../x"})
        assert (outside.status_code, outside.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")


@pytest.mark.since("3.11.1")
def test_trace_document_is_what_the_client_keeps(api):
    from mlflow.entities import Span

    trace, _ = trace_with_attachment(b"x")
    path = "/ajax-api/2.0/mlflow/get-trace-artifact"
    answer = api("GET", path, params={"request_id": trace.info.trace_id})
    assert answer.headers["content-disposition"] == 'attachment; filename="traces.json"'
    [span] = [Span.from_dict(each) for each in answer.json()["spans"]]
    [known] = trace.data.spans
    assert (span.trace_id, span.span_id, span.name) == (known.trace_id, known.span_id, known.name)
    assert (span.start_time_ns, span.end_time_ns) == (known.start_time_ns, known.end_time_ns)
    assert (span.inputs, span.outputs, span.status) == (known.inputs, known.outputs, known.status)
    unknown = api("GET", path, params={"request_id": "tr-" + "0" * 32})
    assert (unknown.status_code, unknown.json()["error_code"]) == (404, "RESOURCE_DOES_NOT_EXIST")
    assert api("GET", path).status_code == 400


@pytest.mark.since("3.11.1")
def test_files_of_a_deleted_trace_are_gone(experiment, client):
    trace, attachment = trace_with_attachment(b"x")
    repository = get_artifact_repository(trace.info.tags["mlflow.artifactLocation"])
    assert listed(repository, "attachments") == [(f"attachments/{attachment}", False, 1)]
    client.delete_traces(experiment.experiment_id, trace_ids=[trace.info.trace_id])
    assert listed(repository, "attachments") == []


def test_files_of_a_run(experiment, client, api, tmp_path):
    import pandas

    with mlflow.start_run() as run:
        mlflow.log_text("hello ü", "notes/a b.txt")
        mlflow.log_dict({"a": [1]}, "d.json")
        mlflow.log_artifact(write(tmp_path, "local.bin", b"\x00\xff"), "sub")
        mlflow.log_table({"q": ["a"], "n": [1]}, "table.json")
        mlflow.log_table({"q": ["b"], "n": [2]}, "table.json")
    run_id = run.info.run_id
    assert mlflow.artifacts.load_text(f"{run.info.artifact_uri}/notes/a b.txt") == "hello ü"
    assert mlflow.artifacts.load_dict(f"runs:/{run_id}/d.json") == {"a": [1]}
    table = mlflow.load_table("table.json", run_ids=[run_id])
    assert table.equals(pandas.DataFrame({"q": ["a", "b"], "n": [1, 2]}))
    assert client.get_run(run_id).data.tags["mlflow.loggedArtifacts"]
    listing = [(file.path, file.is_dir) for file in client.list_artifacts(run_id)]
    assert listing == [("d.json", False), ("notes", True), ("sub", True), ("table.json", False)]
    assert [file.path for file in client.list_artifacts(run_id, "notes")] == ["notes/a b.txt"]
    with open(client.download_artifacts(run_id, "sub/local.bin"), "rb") as file:
        assert file.read() == b"\x00\xff"
    everything = mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path="")
    assert sorted(os.listdir(everything)) == ["d.json", "notes", "sub", "table.json"]
    with pytest.raises(MlflowException, match="Failed to download artifacts"):
        client.download_artifacts(run_id, "nothing.txt")


def test_browsers_see_files_of_a_run(experiment, api):
    with mlflow.start_run() as run:
        mlflow.log_text("x", "sub/a.txt")
    ask = lambda **query: api("GET", "/ajax-api/2.0/mlflow/artifacts/list", params=query)
    root = ask(run_id=run.info.run_id).json()
    assert root == {"root_uri": run.info.artifact_uri, "files": [{"path": "sub", "is_dir": True}]}
    [file] = ask(run_uuid=run.info.run_id, path="sub").json()["files"]
    assert file == {"path": "sub/a.txt", "is_dir": False, "file_size": 1}
    for outside in ["../..", "/etc", "sub/../..", "%2e%2e"]:
        refused = ask(run_id=run.info.run_id, path=outside)
        assert (refused.status_code, refused.json()["error_code"]) == (400, "INVALID_PARAMETER_VALUE")
    assert ask(run_id="0" * 32).status_code == 404
    assert ask().status_code == 400
    get = lambda **query: api("GET", "/get-artifact", params=query)
    assert get(run_id=run.info.run_id, path="sub/a.txt").content == b"x"
    missing = get(run_id=run.info.run_id, path="b")
    assert (missing.status_code, missing.json()["error_code"]) == (404, "RESOURCE_DOES_NOT_EXIST")
    for path in ["presigned-upload-url", "presigned-download-url"]:
        answer = api("POST", f"/api/2.0/mlflow/artifacts/{path}", json={"run_id": run.info.run_id, "path": "x"})
        assert (answer.status_code, answer.json()["error_code"]) == (501, "NOT_IMPLEMENTED")


def test_native_api_has_the_same_files(repository, tmp_path, api):
    repository.log_artifact(write(tmp_path, "a.txt", b"from the client"), "sub")
    folder = repository.artifact_uri.split("/mlflow-artifacts/artifacts/", 1)[1]
    file = lambda method, name, **options: api(
        method, "/api/v1/artifacts/file", params={"path": f"{folder}/{name}"}, **options
    )
    assert file("GET", "sub/a.txt").content == b"from the client"
    assert file("GET", "sub/a.txt", headers={"Range": "bytes=0-3"}).content == b"from"
    assert file("PUT", "b.bin", data=b"from curl").status_code == 204
    assert listed(repository) == [("b.bin", False, 9), ("sub", True, None)]
    page = api("GET", "/api/v1/artifacts", params={"folder": folder, "limit": 1}).json()
    assert page["entries"] == [{"name": "b.bin", "is_folder": False, "bytes": 9}]
    token = page["next_page_token"]
    rest = api("GET", "/api/v1/artifacts", params={"folder": folder, "page_token": token}).json()
    assert rest == {"entries": [{"name": "sub", "is_folder": True}]}
    assert file("DELETE", "sub").status_code == 204
    assert (file("DELETE", "sub").status_code, file("GET", "sub/a.txt").status_code) == (404, 404)
    assert file("PUT", "../x", data=b"x").status_code == 400
    assert api("GET", "/api/v1/artifacts", params={"folder": folder, "page_token": "x"}).status_code == 400
