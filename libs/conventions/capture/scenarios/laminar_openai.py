"""lmnr: its decorator with a tool span, session, user, tags and metadata, around an instrumented openai client."""

import os
from urllib.parse import urlsplit

import conversation
import openai
from lmnr import Laminar, observe

collector = urlsplit(os.environ["COLLECTOR_URL"])
Laminar.initialize(
    project_api_key="not-a-key",
    base_url=f"{collector.scheme}://{collector.hostname}",
    http_port=collector.port,
    force_http=True,
    disable_batch=True,
)


@observe(span_type="TOOL")
def weather(city: str) -> dict:
    return {"city": city, "rain": 0.25}


@observe(name="travel", session_id="session-7", user_id="user-3", tags=["travel", "beta"], metadata={"plan": "free"})
def agent(question: str) -> str:
    weather("Paris")
    conversation.run(openai.OpenAI())
    with Laminar.start_as_current_span("rerank", input=["guide-1"], span_type="EXECUTOR"):
        Laminar.set_span_output({"best": "guide-1"})
    return f"answered: {question}"


agent("Will it rain in Paris?")


@observe()
def failing() -> None:
    raise ValueError("no flights")


try:
    failing()
except ValueError:
    pass
Laminar.flush()
