"""The whole filter grammar of search_traces (mlflow/WIRE.md 6.7) and the correlation of filters, asked by the unmodified client."""

import math
import time

import mlflow
import pytest
from conftest import until_spans_are_found, within
from mlflow.exceptions import MlflowException
from mlflow.tracing.client import TracingClient

SESSION = {"mlflow.trace.session": "talk"}


@pytest.fixture(scope="module")
def found_traces(experiment):
    """Ids of alpha, beta (one conversation) and gamma (fails in a tool), a moment apart."""
    ids = {}

    def make(name, question, **told):
        with mlflow.start_span(name, span_type="TOOL" if name == "gamma" else "CHAIN") as span:
            ids[name] = span.trace_id
            span.set_inputs({"q": question})
            mlflow.update_current_trace(**told)
            with mlflow.start_span("look.up", span_type="RETRIEVER") as child:
                child.set_attributes({"top.k": 3, "index": f"{name}-index"})
            if name == "gamma":
                raise ValueError("gamma fails")
        time.sleep(0.02)

    make("alpha", "red apple", tags={"env": "prod", "my.key": "x"}, metadata={"ver": "1", **SESSION}, client_request_id="req-1")
    make("beta", "green pear", tags={"env": "dev"}, metadata={"ver": "2", **SESSION})
    with pytest.raises(ValueError):
        make("gamma", "blue plum")
    mlflow.flush_trace_async_logging()
    until_spans_are_found(experiment.experiment_id, "gamma")
    alpha, gamma = ids["alpha"], ids["gamma"]
    mlflow.log_feedback(trace_id=alpha, name="quality", value="good")
    mlflow.log_feedback(trace_id=alpha, name="score", value=0.75)
    mlflow.log_feedback(trace_id=alpha, name="passed", value=True)
    mlflow.log_feedback(trace_id=gamma, name="passed", value=False)
    mlflow.log_feedback(trace_id=alpha, name="polite", value="yes", metadata=SESSION)
    mlflow.log_expectation(trace_id=gamma, name="truth", value=42)
    return ids


@pytest.fixture
def names_of(experiment, found_traces):
    """`names_of(filter)`: the names of what is found, by letter."""

    def search(filter_string, **options):
        traces = mlflow.search_traces(
            **within(experiment.experiment_id), filter_string=filter_string, return_type="list", include_spans=False, **options
        )
        names = [t.info.tags["mlflow.traceName"] for t in traces]
        return names if "order_by" in options else sorted(names)

    return search


ALL = ["alpha", "beta", "gamma"]
FILTERS = {
    "": ALL,
    # attributes, bare and with a prefix
    "status = 'ERROR'": ["gamma"],
    "attributes.status != 'OK'": ["gamma"],
    "attribute.status IN ('OK', 'IN_PROGRESS')": ["alpha", "beta"],
    "trace.status NOT IN ('OK')": ["gamma"],
    "status LIKE 'ERR%'": ["gamma"],
    "status ILIKE 'err%'": ["gamma"],
    "status RLIKE '^O'": ["alpha", "beta"],
    "name = 'alpha'": ["alpha"],
    "name != 'alpha'": ["beta", "gamma"],
    "name LIKE '%a%' AND name ILIKE 'GAM%'": ["gamma"],
    "name RLIKE '^(alpha|beta)$'": ["alpha", "beta"],
    "name IS NULL": [],
    "name IS NOT NULL": ALL,
    "client_request_id = 'req-1'": ["alpha"],
    "client_request_id LIKE 'req%'": ["alpha"],
    "execution_time >= 0 AND execution_time_ms < 60000": ALL,
    "timestamp > 0 AND timestamp_ms <= 4000000000000": ALL,
    "end_time > 0 AND end_time_ms != 0": ALL,
    # tags and metadata; != matches only where the key is
    "tags.env = 'prod'": ["alpha"],
    "tag.env != 'prod'": ["beta"],
    "tags.`my.key` = 'x'": ["alpha"],
    "tags.env LIKE 'p%'": ["alpha"],
    "tags.env ILIKE 'DE_'": ["beta"],
    "tags.env RLIKE 'prod|dev'": ["alpha", "beta"],
    "tags.env IS NULL": ["gamma"],
    "tags.env IS NOT NULL": ["alpha", "beta"],
    "tags.env = 'prod' AND status = 'ERROR'": [],
    "metadata.ver = '2'": ["beta"],
    "request_metadata.ver != '2'": ["alpha"],
    "metadata.ver LIKE '%'": ["alpha", "beta"],
    "metadata.ver IS NULL": ["gamma"],
    "metadata.`mlflow.trace.session` = 'talk'": ["alpha", "beta"],
    # spans: several clauses hold on the same one
    "span.name = 'gamma'": ["gamma"],
    "span.name != 'look.up'": ALL,
    "span.name IN ('alpha', 'beta')": ["alpha", "beta"],
    "span.type = 'TOOL'": ["gamma"],
    "span.type LIKE 'RETR%'": ALL,
    "span.status = 'ERROR'": ["gamma"],
    "span.name = 'gamma' AND span.type = 'TOOL'": ["gamma"],
    "span.name = 'gamma' AND span.type = 'RETRIEVER'": [],
    "span.attributes.index LIKE '%alpha-%'": ["alpha"],
    "span.attributes.index ILIKE '%BETA-%'": ["beta"],
    "span.attributes.top.k = '3'": ALL,
    "span.attributes.index IN ('\"alpha-index\"')": ["alpha"],
    "span.content LIKE '%green pear%'": ["beta"],
    "span.content ILIKE '%GREEN%'": ["beta"],
    "trace.text LIKE '%plum%'": ["gamma"],
    "trace.text ILIKE '%RED APPLE%'": ["alpha"],
    # assessments
    "feedback.quality = 'good'": ["alpha"],
    "feedback.quality LIKE '%goo%'": ["alpha"],
    "feedback.quality RLIKE 'g.+d'": ["alpha"],
    "feedback.score > 0.5": ["alpha"],
    "feedback.score <= 0.5": [],
    "feedback.passed = 'true'": ["alpha"],
    "feedback.passed != 'true'": ["gamma"],
    "feedback.quality IS NULL": ["beta", "gamma"],
    "feedback.passed IS NOT NULL": ["alpha", "gamma"],
    "expectation.truth = '42'": ["gamma"],
    "expectation.truth >= 42": ["gamma"],
    "expectation.truth IS NULL": ["alpha", "beta"],
    "feedback.quality = 'good' AND feedback.passed = 'true'": ["alpha"],
    # what is said of a session holds for all its traces
    "feedback.polite = 'yes'": ["alpha", "beta"],
    "feedback.polite IS NULL": ["gamma"],
    "feedback.polite = 'yes' AND tags.env = 'dev'": ["beta"],
}


@pytest.mark.parametrize("filter_string", FILTERS)
def test_filter_finds(names_of, filter_string):
    assert names_of(filter_string) == FILTERS[filter_string]


def test_filter_by_ids_and_prompts(names_of, found_traces):
    alpha, gamma = found_traces["alpha"], found_traces["gamma"]
    assert names_of(f"request_id = '{alpha}'") == ["alpha"]
    assert names_of(f"request_id IN ('{alpha}', '{gamma}')") == ["alpha", "gamma"]
    assert names_of(f"request_id != '{alpha}'") == ["beta", "gamma"]
    assert names_of("prompt = 'none/1'") == []


@pytest.mark.since("3.3.0")
def test_filter_by_linked_run(names_of, found_traces, experiment, client):
    alpha = found_traces["alpha"]
    run = client.create_run(experiment.experiment_id)
    client.link_traces_to_run([alpha], run.info.run_id)
    assert names_of(f"run_id = '{run.info.run_id}'") == ["alpha"]


@pytest.mark.parametrize(
    "filter_string",
    [
        "bogus = 'x'",
        "trace_id = 'tr-1'",
        "span.bogus = 'x'",
        "status = OK",
        "status >",
        "tags.env > 'a'",
        "feedback.q > 'a'",
        "execution_time = 'long'",
        "name = 'a",
        "trace.text = 'x'",
        "prompt != 'a/1'",
    ],
)
def test_faulty_filter_is_refused(names_of, filter_string):
    with pytest.raises(MlflowException) as refusal:
        names_of(filter_string)
    assert refusal.value.error_code == "INVALID_PARAMETER_VALUE"


def test_order_and_pages(names_of, experiment, found_traces):
    assert names_of(None, order_by=["timestamp ASC"]) == ALL
    assert names_of(None, order_by=["timestamp DESC"]) == ALL[::-1]
    assert names_of(None, order_by=["name DESC"]) == ALL[::-1]
    assert names_of(None, order_by=["tag.env ASC"]) == ["beta", "alpha", "gamma"]
    assert names_of(None, order_by=["metadata.ver DESC"]) == ["beta", "alpha", "gamma"]
    assert names_of(None, order_by=["end_time_ms ASC"]) == ALL
    tracing = TracingClient()
    seen, token = [], None
    while True:
        page = tracing.search_traces(
            **within(experiment.experiment_id), max_results=2, page_token=token, include_spans=False
        )
        seen += [t.info.trace_id for t in page]
        token = page.token
        if not token:
            break
    assert seen == [found_traces[name] for name in ALL[::-1]]
    with pytest.raises(MlflowException, match="token"):
        tracing.search_traces(**within(experiment.experiment_id), page_token="!!!not-a-token!!!")


@pytest.mark.since("3.4.0")
def test_correlation_of_filters(experiment, found_traces):
    def correlate(first, second, base=None):
        return TracingClient().calculate_trace_filter_correlation(
            experiment_ids=[experiment.experiment_id], filter_string1=first, filter_string2=second, base_filter=base
        )

    same = correlate("status = 'ERROR'", "span.type = 'TOOL'")
    assert (same.filter1_count, same.filter2_count, same.joint_count, same.total_count) == (1, 1, 1, 3)
    assert same.npmi == 1.0
    assert same.npmi_smoothed == pytest.approx(0.5221120088126169)
    apart = correlate("tags.env = 'prod'", "status = 'ERROR'")
    assert apart.joint_count == 0 and apart.npmi == -1.0 and -1 < apart.npmi_smoothed < 0
    none = correlate("name = 'nothing'", "status = 'ERROR'")
    assert none.filter1_count == 0 and math.isnan(none.npmi)
    based = correlate("tags.env = 'prod'", "feedback.quality = 'good'", base="status = 'OK'")
    assert (based.total_count, based.joint_count) == (2, 1)
    with pytest.raises(MlflowException) as refusal:
        correlate("bogus = 1", "status = 'OK'")
    assert refusal.value.error_code == "INVALID_PARAMETER_VALUE"
