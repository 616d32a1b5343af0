#!/bin/sh
# One trace as OTLP/JSON by curl, then the same trace back from the API.
url=${MILLRACE_URL:-http://localhost:5000}
trace=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
now=$(date +%s)
curl -sf "$url/v1/traces" -H 'content-type: application/json' -d '{
  "resourceSpans": [{
    "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "curl"}}]},
    "scopeSpans": [{"spans": [{
      "traceId": "'"$trace"'", "spanId": "00000000000000a1", "name": "hello from curl", "kind": 1,
      "startTimeUnixNano": "'"$now"'000000000", "endTimeUnixNano": "'"$now"'250000000",
      "attributes": [
        {"key": "gen_ai.operation.name", "value": {"stringValue": "chat"}},
        {"key": "gen_ai.request.model", "value": {"stringValue": "gpt-4o-mini"}},
        {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "42"}},
        {"key": "gen_ai.usage.output_tokens", "value": {"intValue": "7"}}
      ]
    }]}]
  }]
}' && echo
curl -sf "$url/api/v1/traces/$trace?consistency=strong" && echo
