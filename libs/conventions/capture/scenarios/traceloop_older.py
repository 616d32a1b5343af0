"""opentelemetry-instrumentation-openai as it was until 2025: messages and tools spread over indexed attributes."""

import conversation
import openai
import otel
from opentelemetry.instrumentation.openai import OpenAIInstrumentor

provider = otel.install()
OpenAIInstrumentor().instrument(tracer_provider=provider)
conversation.run(openai.OpenAI())
provider.shutdown()
