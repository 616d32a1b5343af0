"""livekit-agents: a session in text with a tool, a second question, a handoff to another agent, and a model that fails."""

import asyncio

import conversation
import otel
from livekit.agents import Agent, AgentSession, APIConnectOptions, RunContext, function_tool
from livekit.agents.telemetry import set_tracer_provider
from livekit.agents.voice.agent_session import SessionConnectOptions
from livekit.plugins import openai

provider = otel.install()
set_tracer_provider(provider)


class TravelAgent(Agent):
    def __init__(self):
        super().__init__(instructions=conversation.SYSTEM_PROMPT)

    @function_tool
    async def weather(self, context: RunContext, city: str) -> dict:
        """Weather of a city."""
        return {"city": city, "rain": 0.25}


class BookingAgent(Agent):
    def __init__(self):
        super().__init__(instructions="You book flights.")

    @function_tool
    async def book(self, context: RunContext, city: str) -> str:
        """Books a flight."""
        raise ValueError(f"no flights to {city}")


async def ask(agent, model, *questions):
    once = SessionConnectOptions(llm_conn_options=APIConnectOptions(max_retry=0))
    async with AgentSession(llm=openai.LLM(model=model), conn_options=once) as session:
        await session.start(agent)
        for question in questions:
            await session.run(user_input=question)


async def main():
    await ask(TravelAgent(), "gpt-4o-mini", "Will it rain in Paris?", "Will it rain in Rome?")
    await ask(BookingAgent(), "gpt-4o-mini", "Book a flight.")
    try:
        await ask(TravelAgent(), "missing-model", "Anyone?")
    except Exception as error:  # noqa: BLE001
        print("expected:", type(error).__name__)


asyncio.run(main())
provider.shutdown()
