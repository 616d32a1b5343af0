"""mlflow: decorator, nested spans, a tool, session and user, and mlflow.openai autolog, to a tracking server by HTTP."""

import os

import conversation
import mlflow
import openai
from mlflow.entities import SpanType

mlflow.set_tracking_uri(os.environ["COLLECTOR_URL"])
mlflow.set_experiment(experiment_id="1")
mlflow.openai.autolog()


@mlflow.trace(span_type=SpanType.TOOL)
def weather(city: str, days: int = 1) -> dict:
    return {"city": city, "days": days, "rain": 0.25, "exact": 9007199254740993}


@mlflow.trace(span_type=SpanType.RETRIEVER)
def find_guides(query: str) -> list:
    return [{"page_content": "Paris is in France", "metadata": {"doc_uri": "guide-1"}}]


@mlflow.trace
def plan(question: str) -> str:
    with mlflow.start_span(name="think", span_type="planner") as span:
        span.set_inputs("plain text")
        span.set_outputs('{"json": "as text"}')
        span.set_attribute("step", 1)
    find_guides(question)
    weather("Paris")
    conversation.run(openai.OpenAI())
    return "It will rain."


@mlflow.trace(name="travel-agent", span_type=SpanType.AGENT, attributes={"mlflow.traceTag.release": "2026.11"})
def agent(request: dict) -> dict:
    mlflow.update_current_trace(metadata={"mlflow.trace.session": "session-7", "mlflow.trace.user": "user-3"})
    answer = plan(request["messages"][-1]["content"])
    return {"choices": [{"message": {"role": "assistant", "content": answer}}]}


@mlflow.trace
def failing() -> None:
    raise ValueError("no flights")


agent({"messages": conversation.messages("Will it rain in Paris?")})
try:
    failing()
except ValueError:
    pass
mlflow.flush_trace_async_logging()
