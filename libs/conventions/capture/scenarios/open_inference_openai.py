"""openinference-instrumentation-openai with a session and a user."""

import conversation
import openai
import otel
from openinference.instrumentation import using_attributes
from openinference.instrumentation.openai import OpenAIInstrumentor

provider = otel.install()
OpenAIInstrumentor().instrument(tracer_provider=provider)
with using_attributes(session_id="session-7", user_id="user-3"):
    conversation.run(openai.OpenAI())
provider.shutdown()
