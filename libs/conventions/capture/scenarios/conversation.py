"""The calls every scenario makes, so that fixtures of different libraries can be compared."""

# Long enough for the fake provider to report it as cached.
SYSTEM_PROMPT = (
    "You are a travel agent. Answer in one short sentence, name your sources, never invent prices, and ask for the dates "
    "of the journey when the traveller has not given them yet."
)
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "weather",
            "description": "Weather of a city",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        },
    }
]


def messages(question):
    return [{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": question}]


def run(client):
    """A plain call, a streamed call of a reasoning model, and a tool call with its follow-up, on an openai client."""
    client.chat.completions.create(model="gpt-4o-mini", messages=messages("Where is Paris?"), temperature=0.2)
    stream = client.chat.completions.create(
        model="o4-mini",
        messages=messages("What is a visa?"),
        stream=True,
        stream_options={"include_usage": True},
    )
    for _ in stream:
        pass
    asked = messages("Will it rain in Paris?")
    answer = client.chat.completions.create(model="gpt-4o-mini", messages=asked, tools=TOOLS)
    call = answer.choices[0].message
    told = {"role": "tool", "tool_call_id": call.tool_calls[0].id, "content": "rain until noon"}
    client.chat.completions.create(
        model="gpt-4o-mini", messages=[*asked, call.model_dump(exclude_none=True), told], tools=TOOLS
    )
    client.embeddings.create(model="text-embedding-3-small", input="Paris in spring")
