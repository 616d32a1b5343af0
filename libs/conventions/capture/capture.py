"""Runs real instrumentation libraries against the fake provider and keeps the spans they export.

    python capture.py --environments FOLDER [scenario ...]

FOLDER holds one virtual environment per requirements file (README.md says how to make them). Writes
src/<convention>/testdata/<scenario>.otlp.json; the goldens beside them are written by the spec.
"""

import argparse
import json
import os
import subprocess
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
# scenario: (convention, script, environment variables, virtual environment)
SCENARIOS = {
    "mlflow-tracking-server": ("mlflow", "mlflow_openai.py", {}, "current"),
    "mlflow-pure-otlp": ("mlflow", "mlflow_openai.py", MLFLOW_PURE_OTLP, "current"),
    "mlflow-as-gen-ai": ("gen-ai", "mlflow_openai.py", MLFLOW_AS_GEN_AI, "current"),
    "openai-v2-latest": ("gen-ai", "gen_ai_openai.py", LATEST_GEN_AI, "current"),
    "openlit-content-events": ("gen-ai", "gen_ai_openlit.py", {}, "older"),
    "openlit-old-names": ("gen-ai", "gen_ai_openlit.py", {}, "oldest"),
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
        **extra,
    }
    # With an OTLP endpoint in its environment, mlflow exports there and not to its tracking server.
    if convention != "mlflow" or extra:
        environment["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = f"{collector.url}/v1/traces"
        environment["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = "http/protobuf"
    python = environments / virtual_environment / "bin" / "python"
    subprocess.run([python, HERE / "scenarios" / script], env=environment, cwd=HERE, check=True)
    captured = collector.take()
    spans = sum(len(s["spans"]) for r in captured["resourceSpans"] for s in r["scopeSpans"])
    if spans == 0:
        raise SystemExit(f"{name}: the library exported no span")
    folder = HERE.parent / "src" / convention / "testdata"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(captured, indent=2, ensure_ascii=False)
    # Stack traces name the files of the machine.
    for path, neutral in ((REPOSITORY, "/repository"), (environments.resolve(), "/environments")):
        text = text.replace(str(path), neutral)
    (folder / f"{name}.otlp.json").write_text(text + "\n")
    print(f"{name}: {spans} spans")


if __name__ == "__main__":
    main()
