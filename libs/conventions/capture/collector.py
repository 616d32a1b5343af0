"""An OTLP/HTTP receiver on loopback that keeps what it gets, as OTLP/JSON (hex ids, camelCase)."""

import base64
import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from google.protobuf import json_format
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

ID_KEYS = ("traceId", "spanId", "parentSpanId")


class Collector:
    """Also answers the few calls with which an MLflow client insists on a tracking server."""

    def __init__(self):
        self.requests = []
        self.log_requests = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def take(self):
        """All spans received since the last call, as one OTLP/JSON request, ordered by start time."""
        resource_spans = [rs for request in self.requests for rs in request["resourceSpans"]]
        self.requests = []
        return {"resourceSpans": merge(resource_spans)}

    def take_logs(self):
        """All log records received since the last call, as one OTLP/JSON request."""
        resource_logs = [rl for request in self.log_requests for rl in request["resourceLogs"]]
        self.log_requests = []
        return {"resourceLogs": resource_logs}

    def close(self):
        self._server.shutdown()

    def _handler(self):
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/version":
                    return self.answer(b"3.17.2", "text/plain")
                experiment = {"experiment_id": "1", "name": "capture", "lifecycle_stage": "active"}
                self.answer(json.dumps({"experiment": experiment}).encode(), "application/json")

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"] or 0))
                if self.headers.get("content-encoding") == "gzip":
                    body = gzip.decompress(body)
                if self.path == "/v1/traces":
                    collector.requests.append(decode(ExportTraceServiceRequest(), body))
                    return self.answer(b"", "application/x-protobuf")
                if self.path == "/v1/logs":
                    collector.log_requests.append(decode(ExportLogsServiceRequest(), body))
                    return self.answer(b"", "application/x-protobuf")
                # start-trace: the client reads back what it sent.
                self.answer(body if self.path.endswith("/mlflow/traces") else b"{}", "application/json")

            def answer(self, body, content_type):
                self.send_response(200)
                self.send_header("content-type", content_type)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler


def decode(request, body):
    request.ParseFromString(body)
    return with_hex_ids(json_format.MessageToDict(request, use_integers_for_enums=True))


def with_hex_ids(node):
    """protobuf's JSON spells bytes as base64, OTLP/JSON spells ids as hex."""
    if isinstance(node, list):
        return [with_hex_ids(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: base64.b64decode(value).hex() if key in ID_KEYS else with_hex_ids(value)
        for key, value in node.items()
    }


def merge(resource_spans):
    """Spans that came in several requests with the same resource and scope belong under one."""
    merged = {}
    for resource in resource_spans:
        for scope in resource["scopeSpans"]:
            key = json.dumps([resource.get("resource"), scope.get("scope")], sort_keys=True)
            entry = merged.setdefault(key, (resource.get("resource", {}), scope.get("scope", {}), []))
            entry[2].extend(scope["spans"])
    return [
        {
            "resource": resource,
            "scopeSpans": [{"scope": scope, "spans": sorted(spans, key=lambda s: s["startTimeUnixNano"])}],
        }
        for resource, scope, spans in merged.values()
    ]
