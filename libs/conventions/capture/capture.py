"""Runs real instrumentation libraries against the fake provider and keeps the spans they export.

    python capture.py --environments FOLDER [scenario ...]

FOLDER holds one virtual environment per requirements file (README.md says how to make them). Writes
src/<convention>/testdata/<scenario>.otlp.json; the goldens beside them are written by the spec.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from collector import Collector

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]

LATEST_GEN_AI = {
    "OTEL_SEMCONV_STABILITY_OPT_IN": "gen_ai_latest_experimental",
    "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT": "span_only",
}
MLFLOW_PURE_OTLP = {"MLFLOW_ENABLE_OTLP_EXPORTER": "true"}
MLFLOW_AS_GEN_AI = {**MLFLOW_PURE_OTLP, "MLFLOW_ENABLE_OTEL_GENAI_SEMCONV": "true"}
AZURE_CONTENT = {
    "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED": "true",
    "AZURE_SDK_TRACING_IMPLEMENTATION": "opentelemetry",
}
LANGSMITH = {"LANGSMITH_OTEL_ENABLED": "true", "LANGSMITH_OTEL_ONLY": "true", "LANGSMITH_TRACING": "true"}
SPRING = {"SYSTEM_PROMPT": "You are a travel agent."}
GEN_AI_LOGS = {**LATEST_GEN_AI, "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT": "event_only"}
GEN_AI_MESSAGE_LOGS = {"OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT": "true"}
ADK_CONTENT = {"OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT": "SPAN_AND_EVENT"}
ADK_VERSION_1 = {"ADK_TELEMETRY_SCHEMA_VERSION_OPT_IN": "1"}
ADK_NO_CONTENT = {**ADK_VERSION_1, "ADK_CAPTURE_MESSAGE_CONTENT_IN_SPANS": "false"}
# scenario: (convention, script, environment variables, virtual environment)
SCENARIOS = {
    "mlflow-tracking-server": ("mlflow", "mlflow_openai.py", {}, "current"),
    "mlflow-pure-otlp": ("mlflow", "mlflow_openai.py", MLFLOW_PURE_OTLP, "current"),
    "mlflow-as-gen-ai": ("gen-ai", "mlflow_openai.py", MLFLOW_AS_GEN_AI, "current"),
    "openai-v2-latest": ("gen-ai", "gen_ai_openai.py", LATEST_GEN_AI, "current"),
    "openlit-content-events": ("gen-ai", "gen_ai_openlit.py", {}, "older"),
    "openlit-old-names": ("gen-ai", "gen_ai_openlit.py", {}, "oldest"),
    "otel-details-logs": ("gen-ai", "gen_ai_logs.py", GEN_AI_LOGS, "genai"),
    "otel-message-logs": ("gen-ai", "gen_ai_openai_logs.py", GEN_AI_MESSAGE_LOGS, "message-logs"),
    "otel-openai-agents": ("gen-ai", "gen_ai_agents.py", LATEST_GEN_AI, "genai"),
    "pydantic-ai-agent": ("pydantic-ai", "pydantic_ai_agent.py", {}, "pydantic-ai"),
    "pydantic-ai-version-2": ("pydantic-ai", "pydantic_ai_agent.py", {"PYDANTIC_AI_FORMAT": "2"}, "pydantic-ai"),
    "logfire-openai": ("pydantic-ai", "logfire_openai.py", {}, "pydantic-ai"),
    "google-adk-gemini": ("google-adk", "google_adk_agent.py", ADK_CONTENT, "google-adk"),
    "google-adk-version-1": ("google-adk", "google_adk_agent.py", ADK_VERSION_1, "google-adk"),
    "google-adk-no-content": ("google-adk", "google_adk_agent.py", ADK_NO_CONTENT, "google-adk"),
    "laminar-openai": ("laminar", "laminar_openai.py", {}, "laminar"),
    "langsmith-langgraph": ("langsmith", "langsmith_langgraph.py", LANGSMITH, "langsmith"),
    "livekit-session": ("livekit", "livekit_session.py", {}, "livekit"),
    "spring-ai-chat-client": ("spring-ai", "spring-ai/SpringAiAgent.java", SPRING, "spring-ai"),
    "langfuse-openai": ("langfuse", "langfuse_openai.py", {}, "langfuse"),
    "traceloop-openai": ("traceloop", "traceloop_openai.py", {"TRACELOOP_TELEMETRY": "false"}, "traceloop"),
    "traceloop-indexed": ("traceloop", "traceloop_older.py", {}, "traceloop-older"),
    "azure-message-events": ("gen-ai", "gen_ai_azure.py", AZURE_CONTENT, "older"),
    "openinference-openai": ("open-inference", "open_inference_openai.py", {}, "current"),
    "openinference-langchain": ("open-inference", "open_inference_langchain.py", {}, "current"),
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--environments", type=Path, required=True)
    parser.add_argument("scenarios", nargs="*", default=list(SCENARIOS))
    arguments = parser.parse_args()
    provider = subprocess.Popen(
        ["node", REPOSITORY / "test/support/fake-llm/main.ts"], stdout=subprocess.PIPE, text=True
    )
    collector = Collector()
    try:
        llm_url = provider.stdout.readline().strip()
        for name in arguments.scenarios:
            capture(name, arguments.environments, collector, llm_url)
    finally:
        provider.terminate()
        collector.close()


def capture(name, environments, collector, llm_url):
    convention, script, extra, virtual_environment = SCENARIOS[name]
    environment = {
        **os.environ,
        "COLLECTOR_URL": collector.url,
        "OTEL_SERVICE_NAME": "travel-agent",
        "OPENAI_BASE_URL": llm_url,
        "OPENAI_API_KEY": "not-a-key",
        "ANTHROPIC_BASE_URL": llm_url.removesuffix("/v1"),
        "ANTHROPIC_API_KEY": "not-a-key",
        "GOOGLE_GEMINI_BASE_URL": llm_url.removesuffix("/v1"),
        "GEMINI_API_KEY": "not-a-key",
        **extra,
    }
    # With an OTLP endpoint in its environment, mlflow exports there and not to its tracking server.
    if convention != "mlflow" or extra:
        environment["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = f"{collector.url}/v1/traces"
        environment["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = "http/protobuf"
        environment["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"] = f"{collector.url}/v1/logs"
        environment["OTEL_EXPORTER_OTLP_LOGS_PROTOCOL"] = "http/protobuf"
    subprocess.run(command(script, environments / virtual_environment), env=environment, cwd=HERE, check=True)
    captured = collector.take()
    spans = sum(len(s["spans"]) for r in captured["resourceSpans"] for s in r["scopeSpans"])
    if spans == 0:
        raise SystemExit(f"{name}: the library exported no span")
    folder = HERE.parent / "src" / convention / "testdata"
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / f"{name}.otlp.json", captured, environments)
    logs = collector.take_logs()
    if logs["resourceLogs"]:
        write(folder / f"{name}.logs.json", logs, environments)
    print(f"{name}: {spans} spans")


def command(script, environment):
    if not script.endswith(".java"):
        return [environment / "bin" / "python", HERE / "scenarios" / script]
    source = HERE / script
    jars = environment / "jars"
    if not jars.exists():
        options = [f"-DoutputDirectory={jars}", "-DincludeScope=runtime"]
        subprocess.run(["mvn", "-q", "-B", "-f", source.parent / "pom.xml", "dependency:copy-dependencies", *options], check=True)
    subprocess.run(["javac", "-nowarn", "-parameters", "-cp", f"{jars}/*", "-d", environment / "classes", source], check=True)
    return ["java", "-cp", f"{jars}/*:{environment / 'classes'}", source.stem]


def write(file, captured, environments):
    text = json.dumps(captured, indent=2, ensure_ascii=False)
    # Stack traces name the files of the machine.
    machine = ((REPOSITORY, "/repository"), (environments.resolve(), "/environments"), (sys.base_prefix, "/python"))
    for path, neutral in machine:
        text = text.replace(str(path), neutral)
    file.write_text(text + "\n")


if __name__ == "__main__":
    main()
