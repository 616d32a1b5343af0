"""google-adk: an agent of two, a tool, streaming and an error, on Gemini."""

import asyncio

import conversation
import otel
from google.adk.agents import Agent, RunConfig
from google.adk.agents.run_config import StreamingMode
from google.adk.runners import InMemoryRunner
from google.genai import types

provider = otel.install()


def weather(city: str) -> dict:
    """Weather of a city."""
    return {"city": city, "rain": 0.25}


def agent(model):
    return Agent(name="travel", model=model, description="Plans journeys", instruction=conversation.SYSTEM_PROMPT, tools=[weather])


async def ask(model, question, **run):
    runner = InMemoryRunner(agent=agent(model), app_name="travel")
    session = await runner.session_service.create_session(app_name="travel", user_id="user-3", session_id="session-7")
    message = types.Content(role="user", parts=[types.Part(text=question)])
    async for _ in runner.run_async(user_id="user-3", session_id=session.id, new_message=message, **run):
        pass


async def main():
    await ask("gemini-2.5-flash", "Will it rain in Paris?")
    await ask("gemini-2.5-flash", "What is a visa?", run_config=RunConfig(streaming_mode=StreamingMode.SSE))
    try:
        await ask("gemini-missing-model", "Anyone?")
    except Exception as error:  # noqa: BLE001
        print("expected:", type(error).__name__)


asyncio.run(main())
provider.shutdown()
