"""logfire: spans with arguments, an instrumented openai client (also streamed) and anthropic client, sent to an OTLP endpoint only."""

import anthropic
import conversation
import logfire
import openai

logfire.configure(send_to_logfire=False, console=False)
logfire.instrument_openai()
logfire.instrument_anthropic()
with logfire.span("Travel question of {user}", user="ada", session="session-7", _tags=["travel"]):
    conversation.run(openai.OpenAI())
    logfire.info("asked {count} times", count=4)
anthropic.Anthropic().messages.create(
    model="claude-sonnet-5",
    max_tokens=100,
    system=conversation.SYSTEM_PROMPT,
    messages=[{"role": "user", "content": "Where is Paris?"}],
)
try:
    openai.OpenAI().chat.completions.create(model="missing-model", messages=conversation.messages("Anyone?"))
except openai.NotFoundError:
    pass
logfire.shutdown()
