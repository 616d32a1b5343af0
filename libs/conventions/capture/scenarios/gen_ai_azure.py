"""azure-ai-inference: one span event per message (gen_ai.user.message, gen_ai.choice), gen_ai.system."""

import os

import conversation
import otel
from azure.ai.inference import ChatCompletionsClient
from azure.ai.inference.models import SystemMessage, UserMessage
from azure.ai.inference.tracing import AIInferenceInstrumentor
from azure.core.credentials import AzureKeyCredential

provider = otel.install()
AIInferenceInstrumentor().instrument()
client = ChatCompletionsClient(endpoint=os.environ["OPENAI_BASE_URL"], credential=AzureKeyCredential("not-a-key"))
asked = [SystemMessage(conversation.SYSTEM_PROMPT), UserMessage("Where is Paris?")]
client.complete(model="gpt-4o-mini", messages=asked)
for _ in client.complete(model="gpt-4o-mini", messages=asked, stream=True):
    pass
client.complete(model="gpt-4o-mini", messages=asked, tools=conversation.TOOLS)
provider.shutdown()
