"""traceloop-sdk (OpenLLMetry): decorated functions around OpenAI, association properties."""

import conversation
import openai
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from traceloop.sdk import Traceloop
from traceloop.sdk.decorators import agent, task, tool, workflow
from traceloop.sdk.instruments import Instruments

Traceloop.init(
    app_name="travel-agent",
    disable_batch=True,
    exporter=OTLPSpanExporter(),
    instruments={Instruments.OPENAI},
    telemetry_enabled=False,
)


@task(name="plan")
def plan():
    return "ask the agent"


@tool(name="weather")
def weather(city):
    raise ValueError(f"no weather in {city}")


@agent(name="travel-agent")
def travel_agent(question):
    try:
        weather("Paris")
    except ValueError:
        pass
    conversation.run(openai.OpenAI())
    return "It will rain."


@workflow(name="trip")
def trip(question):
    Traceloop.set_association_properties({"session_id": "session-7", "user_id": "user-3", "plan": "gold"})
    plan()
    return travel_agent(question)


trip("Will it rain in Paris?")
