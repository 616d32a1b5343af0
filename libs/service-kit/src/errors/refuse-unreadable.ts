import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { MlflowErrorCode } from './mlflow-error.ts';

const CODE: MlflowErrorCode = 'BAD_REQUEST';

/** What was wrong with bytes that Node's parser can't read as a request. Codes: https://nodejs.org/api/http.html#event-clienterror */
function explain(code: string | undefined): readonly [status: number, message: string] {
  if (code === 'HPE_HEADER_OVERFLOW')
    return [
      431,
      'The address and headers of the request are longer than the 16384 bytes taken here: send fewer or shorter query parameters or cookies.',
    ];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'The request did not arrive in time: send it again.'];
  return [
    400,
    'This is no HTTP/1.1 request that can be read: check the client, and that it does not speak TLS or HTTP/2 to this port.',
  ];
}

/** Answers what never became a request, in a form that clients of MLflow and of /api/v1 both read; for the event `clientError`. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, message] = explain(error.code);
  const body = JSON.stringify({ error_code: CODE, message, error: { code: CODE, message } });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
