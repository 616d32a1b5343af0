"""Has the installed MLflow client log a trace to MILLRACE_URL, and keeps the file of spans that it uploads."""

import os
import sys
from pathlib import Path

import mlflow
import requests
from mlflow.entities import SpanEvent

HERE = Path(__file__).resolve().parent


@mlflow.trace(span_type="TOOL")
def fail(order):
    raise ValueError(f"no such order: {order}")


@mlflow.trace(span_type="LLM", attributes={"temperature": 0.0, "top_k": 5, "seed": 2**60 + 1, "stop": None})
def ask(question, scale):
    span = mlflow.get_current_active_span()
    span.add_event(SpanEvent(name="first token", attributes={"after_ms": 12, "share": 0.5, "names": ["é", "b"]}))
    return {"answer": "yes", "share": 1.0, "numbers": [1, 2.5, True, None], "big": 10**18}


@mlflow.trace(name="agent", span_type="AGENT")
def agent(question):
    answer = ask(question, scale=float("nan"))
    try:
        fail("17")
    except ValueError:
        pass
    return answer["answer"]


def main():
    url = os.environ["MILLRACE_URL"]
    mlflow.set_tracking_uri(url)
    mlflow.set_experiment("capture")
    agent('Is "Größe" it?')
    if hasattr(mlflow, "flush_trace_async_logging"):
        mlflow.flush_trace_async_logging()
    trace_id = mlflow.get_last_active_trace_id()
    location = mlflow.get_trace(trace_id).info.tags["mlflow.artifactLocation"].removeprefix("mlflow-artifacts:/")
    answer = requests.get(f"{url}/api/2.0/mlflow-artifacts/artifacts/{location}/traces.json", timeout=30)
    answer.raise_for_status()
    document = answer.content.replace(sys.prefix.encode(), b"/python").replace(str(HERE).encode(), b"/capture")
    (HERE.parent / "src" / "testdata" / f"span-document-{mlflow.__version__}.json").write_bytes(document)


main()
