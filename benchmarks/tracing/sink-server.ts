import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An OTLP receiver that takes and counts. Prints its port; `GET /` answers the bytes of bodies it took. */
let bytes = 0;
const server = createServer((request, response) => {
  request.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
  request.on('end', () => response.end(request.method === 'GET' ? String(bytes) : undefined));
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
