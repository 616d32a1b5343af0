"""openlit: 1.30 writes content as span events, 1.10 as attributes and counts in prompt_tokens and completion_tokens.

Its warning that prices could not be fetched is harmless.
"""

import conversation
import openai
import openlit
import otel
from opentelemetry import trace

provider = otel.install()
openlit.init(tracer=trace.get_tracer("openlit"), disable_metrics=True)
client = openai.OpenAI()
client.chat.completions.create(model="gpt-4o-mini", messages=conversation.messages("Where is Paris?"))
client.embeddings.create(model="text-embedding-3-small", input="Paris in spring")
provider.shutdown()
