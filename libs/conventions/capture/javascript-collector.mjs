import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** An OTLP/HTTP receiver on loopback that keeps the OTLP/JSON it gets; anything else POSTed is welcomed and dropped. */
export async function startCollector() {
  let requests = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
    if (request.url.endsWith('/traces') && text.startsWith('{')) requests.push(JSON.parse(text));
    else console.warn(`dropped ${request.method} ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** All spans received since the last call, as one OTLP/JSON request, ordered by start time. */
    take() {
      const resourceSpans = requests.flatMap((request) => request.resourceSpans);
      requests = [];
      return { resourceSpans: merge(resourceSpans) };
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Spans that came in several requests with the same resource and scope belong under one. */
function merge(resourceSpans) {
  const merged = new Map();
  for (const { resource, scopeSpans } of resourceSpans) {
    for (const { scope, spans } of scopeSpans) {
      const key = JSON.stringify([resource, scope]);
      const entry = merged.get(key) ?? { resource, scopeSpans: [{ scope, spans: [] }] };
      entry.scopeSpans[0].spans.push(...spans);
      merged.set(key, entry);
    }
  }
  for (const { scopeSpans } of merged.values()) {
    scopeSpans[0].spans.sort((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)));
  }
  return [...merged.values()];
}
