"""OpenTelemetry's own instrumentations of openai, anthropic and google-genai: content as log records beside the spans.

With the latest conventions one gen_ai.client.inference.operation.details a call, without them one record a message.
"""

import anthropic
import conversation
import google.genai
import openai
import otel
from google.genai import types
from opentelemetry import _logs
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
from opentelemetry.instrumentation.genai.anthropic import AnthropicInstrumentor
from opentelemetry.instrumentation.genai.openai import OpenAIInstrumentor
from opentelemetry.instrumentation.google_genai import GoogleGenAiSdkInstrumentor
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import SimpleLogRecordProcessor

provider = otel.install()
logs = LoggerProvider()
logs.add_log_record_processor(SimpleLogRecordProcessor(OTLPLogExporter()))
_logs.set_logger_provider(logs)
for instrumentor in (OpenAIInstrumentor, AnthropicInstrumentor, GoogleGenAiSdkInstrumentor):
    instrumentor().instrument()
conversation.run(openai.OpenAI())
claude = anthropic.Anthropic()
asked = {"model": "claude-sonnet-5", "max_tokens": 100, "system": conversation.SYSTEM_PROMPT}
claude.messages.create(messages=[{"role": "user", "content": "Where is Paris?"}], **asked)
with claude.messages.stream(messages=[{"role": "user", "content": "What is a visa?"}], **asked) as stream:
    for _ in stream:
        pass
gemini = google.genai.Client()
config = types.GenerateContentConfig(system_instruction=conversation.SYSTEM_PROMPT)
gemini.models.generate_content(model="gemini-2.5-flash", contents="Where is Paris?", config=config)
try:
    openai.OpenAI().chat.completions.create(model="missing-model", messages=conversation.messages("Anyone?"))
except openai.NotFoundError:
    pass
provider.shutdown()
logs.shutdown()
