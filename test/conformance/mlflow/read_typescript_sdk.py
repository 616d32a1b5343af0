"""Prints as JSON what MLflow's client reads of what the TypeScript SDK wrote."""

import json
import sys

import mlflow
from mlflow.genai.datasets import search_datasets

said = json.loads(sys.argv[1])
mlflow.set_experiment(said["experiment"])

prompt = mlflow.genai.load_prompt("prompts:/greet@production")
chat = mlflow.genai.load_prompt("talk", version=1)
trace = mlflow.get_trace(said["trace_id"])
model = mlflow.get_logged_model(said["model_id"])
[dataset] = search_datasets()
run = mlflow.get_run(said["run_id"])

print(
    json.dumps(
        {
            "prompt": [prompt.version, prompt.format(name="Ann"), prompt.tags, prompt.aliases],
            "about it": [prompt.commit_message, prompt.model_config, prompt.response_format],
            "chat": chat.format(question="Why?"),
            "model of the trace": trace.info.trace_metadata["mlflow.modelId"],
            "prompts of the span": trace.data.spans[0].attributes["mlflow.linkedPrompts"],
            "assessments": [
                [each.name, each.value, each.source.source_type, each.rationale]
                for each in trace.info.assessments
            ],
            "model": [model.name, model.params, str(model.status), "mlflow.source.git.commit" in model.tags],
            "active model": mlflow.set_active_model(name=model.name).model_id,
            "traces of the model": [
                each.info.trace_id for each in mlflow.search_traces(model_id=model.model_id, return_type="list")
            ],
            "records": dataset.to_df()[["inputs", "expectations"]].to_dict("records"),
            "metrics": run.data.metrics,
            "traces of the run": len(mlflow.search_traces(run_id=said["run_id"], return_type="list")),
        },
        # The client answers lists as they are on the wire.
        default=list,
    )
)
