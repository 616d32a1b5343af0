"""An agent that retrieves, reasons and calls a tool, each step a span. pip install mlflow openai, then: python rag_agent.py"""

import json
import os

import mlflow
import openai
from mlflow.entities import Document, SpanType

mlflow.set_tracking_uri(os.environ.get("MILLRACE_URL", "http://localhost:5000"))
mlflow.set_experiment("rag agent")
mlflow.openai.autolog()

LIBRARY = {
    "wheel": Document("Water turns the wheel of a mill.", metadata={"doc_uri": "mill.md", "chunk_id": "1"}),
    "brings": Document("A millrace brings the water to the wheel.", metadata={"doc_uri": "race.md", "chunk_id": "1"}),
}
RAIN_TOOL = {
    "type": "function",
    "function": {
        "name": "rainfall",
        "description": "Millimetres of rain in a city today",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


@mlflow.trace(span_type=SpanType.RETRIEVER)
def retrieve(query):
    found = [document for word, document in LIBRARY.items() if word in query.lower()]
    return [document.to_dict() for document in found]


@mlflow.trace(span_type=SpanType.TOOL)
def rainfall(city):
    return {"city": city, "millimetres": 4}


@mlflow.trace(span_type=SpanType.CHAIN)
def respond(question, documents):
    context = "\n".join(document["page_content"] for document in documents)
    messages = [
        {"role": "system", "content": f"Answer from this context only:\n{context}"},
        {"role": "user", "content": question},
    ]
    message = ask(messages).choices[0].message
    if not message.tool_calls:
        return message.content
    messages.append(message.model_dump(exclude_none=True))
    for call in message.tool_calls:
        result = rainfall(**json.loads(call.function.arguments))
        messages.append({"role": "tool", "tool_call_id": call.id, "content": json.dumps(result)})
    return ask(messages).choices[0].message.content


def ask(messages):
    return openai.OpenAI().chat.completions.create(model="gpt-4o-mini", messages=messages, tools=[RAIN_TOOL])


@mlflow.trace(span_type=SpanType.AGENT)
def agent(question):
    return respond(question, retrieve(question))


def main():
    agent("What brings water to the wheel, and does it rain in Prague today?")
    mlflow.flush_trace_async_logging()
    trace = mlflow.get_trace(mlflow.get_last_active_trace_id())
    depth = {None: -1}
    for span in trace.data.spans:
        depth[span.span_id] = depth.get(span.parent_id, -1) + 1
        print(f"{'  ' * depth[span.span_id]}{span.name}  [{span.span_type}]")
    return trace


if __name__ == "__main__":
    main()
