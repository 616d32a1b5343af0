"""langfuse: its decorator, the OpenAI client it wraps, a hand-written generation, attributes of the whole trace."""

import os

import conversation
from langfuse import Langfuse, observe, propagate_attributes
from langfuse.openai import OpenAI
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider

langfuse = Langfuse(
    public_key="pk-lf-not-a-key",
    secret_key="sk-lf-not-a-key",
    base_url=os.environ["COLLECTOR_URL"],
    environment="staging",
    release="2026.11",
    tracer_provider=TracerProvider(),
    span_exporter=OTLPSpanExporter(),
)


@observe(as_type="retriever")
def find_guides(query):
    return [{"id": "guide-1", "content": f"{query} is in France"}]


@observe(as_type="tool")
def weather(city):
    raise ValueError(f"no weather in {city}")


@observe(name="travel-agent", as_type="agent")
def agent(question):
    find_guides("Paris")
    try:
        weather("Paris")
    except ValueError:
        pass
    conversation.run(OpenAI())
    with langfuse.start_as_current_observation(
        name="claude", as_type="generation", model="claude-sonnet-5", input=conversation.messages("Hello")
    ) as claude:
        usage = {"input": 12, "cache_read_input_tokens": 100, "cache_creation_input_tokens": 20, "output": 7}
        claude.update(output="Hello", usage_details=usage, cost_details={"input": 0.001, "output": 0.0002})
    return "It will rain."


with propagate_attributes(user_id="user-3", session_id="session-7", tags=["beta", "paris"], metadata={"plan": "gold"}):
    agent("Will it rain in Paris?")
langfuse.flush()
