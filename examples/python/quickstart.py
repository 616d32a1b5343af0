"""pip install mlflow, then: python quickstart.py"""

import os

import mlflow
from mlflow.entities import SpanType

mlflow.set_tracking_uri(os.environ.get("MILLRACE_URL", "http://localhost:5000"))
mlflow.set_experiment("quickstart")


@mlflow.trace(span_type=SpanType.RETRIEVER)
def search(query):
    return [{"page_content": "Water turns the wheel.", "metadata": {"source": "mill.txt"}}]


@mlflow.trace(span_type=SpanType.CHAT_MODEL)
def call_model(question, documents):
    span = mlflow.get_current_active_span()
    span.set_attribute("mlflow.llm.model", "gpt-4o-mini")
    span.set_attribute("mlflow.chat.tokenUsage", {"input_tokens": 42, "output_tokens": 7, "total_tokens": 49})
    return {"role": "assistant", "content": documents[0]["page_content"]}


@mlflow.trace(span_type=SpanType.AGENT)
def answer(question):
    return call_model(question, search(question))["content"]


answer("What turns the wheel?")
mlflow.flush_trace_async_logging()

trace = mlflow.search_traces(filter_string="name = 'answer'", max_results=1, return_type="list")[0]
print(f"{trace.info.trace_id}  {trace.info.state}  {trace.info.execution_duration} ms  tokens {trace.info.token_usage}")
for span in trace.data.spans:
    print(f"  {span.name:<12} {span.span_type:<11} {span.inputs} -> {span.outputs}")
