"""opentelemetry-instrumentation-openai-v2 2.1: one log record a message (gen_ai.user.message, gen_ai.choice)."""

import conversation
import openai
import otel
from opentelemetry import _events, _logs
from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
from opentelemetry.instrumentation.openai_v2 import OpenAIInstrumentor
from opentelemetry.sdk._events import EventLoggerProvider
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import SimpleLogRecordProcessor

provider = otel.install()
logs = LoggerProvider()
logs.add_log_record_processor(SimpleLogRecordProcessor(OTLPLogExporter()))
_logs.set_logger_provider(logs)
_events.set_event_logger_provider(EventLoggerProvider(logs))
OpenAIInstrumentor().instrument(tracer_provider=provider)
conversation.run(openai.OpenAI())
provider.shutdown()
logs.shutdown()
