"""Something for each page of MLflow's web UI; prints the experiment's id and a trace's."""

import os

import mlflow
from mlflow.genai import scorer

mlflow.set_tracking_uri(os.environ["MILLRACE_URL"])
experiment = mlflow.set_experiment("seen in the MLflow UI")

mlflow.genai.register_prompt(name="mill-question", template="What turns {{thing}}?", commit_message="first")


@mlflow.trace(span_type="AGENT")
def answer(question):
    mlflow.update_current_trace(metadata={"mlflow.trace.session": "session-1"})
    with mlflow.start_span("retrieve", span_type="RETRIEVER") as span:
        span.set_inputs({"query": question})
        span.set_outputs([{"page_content": "Water turns the wheel.", "metadata": {"doc_uri": "mill.md"}}])
    return "water"


@scorer
def is_short(outputs):
    return len(outputs) < 10


mlflow.genai.evaluate(
    data=[{"inputs": {"question": "What turns the wheel?"}, "expectations": {"expected_response": "water"}}],
    predict_fn=answer,
    scorers=[is_short],
)
trace = mlflow.search_traces(return_type="list", max_results=1)[0]
mlflow.log_feedback(trace_id=trace.info.trace_id, name="helpful", value=True, rationale="it is right")
print(experiment.experiment_id, trace.info.trace_id)
