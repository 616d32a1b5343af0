"""opentelemetry-instrumentation-openai-v2."""

import conversation
import openai
import otel
from opentelemetry.instrumentation.openai_v2 import OpenAIInstrumentor

provider = otel.install()
OpenAIInstrumentor().instrument(tracer_provider=provider)
conversation.run(openai.OpenAI())
provider.shutdown()
