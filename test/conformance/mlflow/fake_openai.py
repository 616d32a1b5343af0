"""An OpenAI that answers at once: judges get a verdict in the form they ask for, chats get an echo.

`python fake_openai.py` prints where it serves, until it is stopped.
"""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FakeOpenAI:
    """Serves /v1/chat/completions on a free port. A judge says "no" of what contains WRONG, "yes" of the rest."""

    def __init__(self):
        self.requests = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def answer(self, request):
        self.requests.append(request)
        text = "\n".join(str(message.get("content")) for message in request["messages"])
        calls = tool_calls(request)
        content = None if calls else verdict(request, text) or f"echo: {request['messages'][-1]['content']}"
        message = {"role": "assistant", "content": content, **({"tool_calls": calls} if calls else {})}
        return {
            "id": f"chatcmpl-{len(self.requests)}",
            "object": "chat.completion",
            "created": 1,
            "model": request["model"],
            "choices": [
                {"index": 0, "finish_reason": "tool_calls" if calls else "stop", "message": message}
            ],
            "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
        }

    def _handler(fake):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                answer = json.dumps(fake.answer(json.loads(body))).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        return Handler


def tool_calls(request):
    """A call of the first tool on offer in answer to a user, every argument `x`."""
    if not request.get("tools") or request["messages"][-1]["role"] != "user":
        return []
    function = request["tools"][0]["function"]
    arguments = {name: "x" for name in function.get("parameters", {}).get("properties", {})}
    return [
        {
            "id": "call_1",
            "type": "function",
            "function": {"name": function["name"], "arguments": json.dumps(arguments)},
        }
    ]


def verdict(request, text):
    """The JSON that a judge wants: `result` and `rationale`, or whatever its schema names."""
    schema = request.get("response_format", {}).get("json_schema", {}).get("schema", {})
    fields = list(schema.get("properties", {}))
    if not fields and "rationale" in text:
        fields = ["result", "rationale"]
    if not fields:
        return None
    said = "no" if "WRONG" in text else "yes"
    return json.dumps({field: said if field == "result" else f"It is {said}." for field in fields})


if __name__ == "__main__":
    print(FakeOpenAI().url, flush=True)
    threading.Event().wait()
