"""OpenTelemetry's instrumentation of openai-agents: an agent with a tool and a handoff to another."""

import conversation
import otel
from agents import Agent, Runner, function_tool
from opentelemetry.instrumentation.genai.openai_agents import OpenAIAgentsInstrumentor

provider = otel.install()
OpenAIAgentsInstrumentor().instrument(tracer_provider=provider)


@function_tool
def weather(city: str) -> str:
    """Weather of a city."""
    return f"rain in {city}"


agent = Agent(name="travel", instructions=conversation.SYSTEM_PROMPT, model="gpt-4o-mini", tools=[weather])
Runner.run_sync(agent, "Will it rain in Paris?")
try:
    Runner.run_sync(Agent(name="failing", model="missing-model"), "Anyone?")
except Exception as error:  # noqa: BLE001
    print("expected:", type(error).__name__)
provider.shutdown()
