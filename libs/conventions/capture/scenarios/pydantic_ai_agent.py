"""pydantic-ai: an agent with a tool (chat and streamed), one that fails, embeddings; PYDANTIC_AI_FORMAT picks an older data format."""

import os

import conversation
import otel
from pydantic_ai import Agent, Embedder, ModelRetry
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.instrumented import InstrumentationSettings
from pydantic_ai.models.openai import OpenAIChatModel

provider = otel.install()
version = int(os.environ.get("PYDANTIC_AI_FORMAT", "5"))
settings = InstrumentationSettings(tracer_provider=provider, version=version)
Agent.instrument_all(settings)
agent = Agent(OpenAIChatModel("gpt-4o-mini"), name="travel", instructions=conversation.SYSTEM_PROMPT)


@agent.tool_plain
def weather(city: str) -> dict:
    """Weather of a city."""
    return {"city": city, "rain": 0.25}


agent.run_sync("Will it rain in Paris?", conversation_id="session-7")


def stream():
    result = Agent(AnthropicModel("claude-sonnet-5"), name="streaming", instructions=conversation.SYSTEM_PROMPT)
    answer = result.run_stream_sync("What is a visa?")
    for _ in answer.stream_text():
        pass


stream()
failing = Agent(OpenAIChatModel("gpt-4o-mini"), name="failing", retries=0)


@failing.tool_plain
def book(city: str) -> str:
    """Books a flight."""
    raise ModelRetry(f"no flights to {city}")


for model in ("gpt-4o-mini", "missing-model"):
    try:
        failing.run_sync("Book a flight.", model=OpenAIChatModel(model))
    except Exception as error:  # noqa: BLE001
        print("expected:", type(error).__name__)
Embedder("openai:text-embedding-3-small", instrument=settings).embed_query_sync("Paris in spring")
provider.shutdown()
