import { encodeTracesRequest } from '../encode/encode-traces.ts';
import { jsonToSpans } from './json-to-spans.ts';

/** OTLP/JSON as the same request in protobuf, so that everything after has one path. Throws Rejected naming the path of what is wrong. */
export function jsonToProtobuf(body: Uint8Array): Uint8Array {
  return encodeTracesRequest(jsonToSpans(body));
}
