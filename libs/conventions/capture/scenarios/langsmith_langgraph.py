"""langsmith in its OTel mode: a langgraph agent with a tool (also streamed), a retriever, traceable functions, an error."""

import conversation
import openai
import otel
from langchain.agents import create_agent
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langsmith import Client, traceable
from langsmith.wrappers import wrap_openai

provider = otel.install()
client = Client(api_url="http://127.0.0.1:9", api_key="not-a-key")


class Guides(BaseRetriever):
    def _get_relevant_documents(self, query, *, run_manager):
        return [Document(page_content="Paris is in France", metadata={"doc_uri": "guide-1"})]


@tool
def weather(city: str) -> str:
    """Weather of a city."""
    return f"rain in {city}"


config = {"metadata": {"session_id": "session-7", "user_id": "user-3", "plan": "free"}, "tags": ["travel"]}
agent = create_agent(ChatOpenAI(model="gpt-4o-mini", stream_usage=True), tools=[weather], system_prompt=conversation.SYSTEM_PROMPT)
agent.invoke({"messages": [("user", "Will it rain in Paris?")]}, config)
for _ in agent.stream({"messages": [("user", "Rain?")]}, config):
    pass
Guides().invoke("Paris", config)


@traceable(run_type="embedding", client=client)
def embed(text: str) -> list:
    return OpenAIEmbeddings(model="text-embedding-3-small", check_embedding_ctx_length=False).embed_query(text)


@traceable(run_type="chain", client=client, tags=["travel"], metadata={"thread_id": "thread-9"})
def plan(question: str) -> str:
    embed(question)
    conversation.run(wrap_openai(openai.OpenAI(), tracing_extra={"client": client}))
    return "done"


plan("Where to?")


@traceable(run_type="tool", client=client)
def failing() -> None:
    raise ValueError("no flights")


try:
    failing()
except ValueError:
    pass
client.flush()
from langchain_core.tracers.langchain import wait_for_all_tracers  # noqa: E402

wait_for_all_tracers()
provider.shutdown()
