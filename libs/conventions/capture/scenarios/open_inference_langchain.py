"""openinference-instrumentation-langchain: a chain with a prompt, a chat model (streamed too), a retriever and a tool."""

import conversation
import otel
from langchain_core.documents import Document
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from openinference.instrumentation.langchain import LangChainInstrumentor

provider = otel.install()
LangChainInstrumentor().instrument(tracer_provider=provider)


class Guides(BaseRetriever):
    def _get_relevant_documents(self, query, *, run_manager):
        return [Document(page_content="Paris is in France", metadata={"doc_uri": "guide-1"})]


@tool
def weather(city: str) -> str:
    """Weather of a city."""
    return f"rain in {city}"


prompt = ChatPromptTemplate.from_messages([("system", conversation.SYSTEM_PROMPT), ("human", "{question}")])
chain = prompt | ChatOpenAI(model="gpt-4o-mini", stream_usage=True) | StrOutputParser()
chain.invoke({"question": "Where is Paris?"})
for _ in chain.stream({"question": "What is a visa?"}):
    pass
Guides().invoke("Paris")
weather.invoke({"city": "Paris"})
provider.shutdown()
