import {
  anyValue,
  attributesOf,
  field,
  hexOf,
  listOf,
  nanosOf,
  parseRequest,
  textOf,
} from '../json/json-fields.ts';
import type { DecodedLogs } from './decode-logs.ts';
import { logEvent, type LogRecordFields, type SpanLogEvent } from './log-event.ts';

/** As `decodeLogs`, from OTLP/JSON. Throws Rejected naming the path of what is wrong. */
export function jsonToLogs(body: Uint8Array, wanted: (name: string) => boolean): DecodedLogs {
  const request = parseRequest(body, 'an ExportLogsServiceRequest object');
  const records = listOf(request, 'resourceLogs', '', (resourceLogs, path) =>
    listOf(resourceLogs, 'scopeLogs', path, (scopeLogs, at) =>
      listOf(scopeLogs, 'logRecords', at, recordOf),
    ).flat(),
  ).flat();
  const events = records.flatMap((record): SpanLogEvent[] => {
    const event = logEvent(record, wanted);
    return event ? [event] : [];
  });
  return { events, recordCount: records.length };
}

function recordOf(record: Parameters<typeof field>[0], path: string): LogRecordFields {
  return {
    timeUnixNano: nanosOf(record, 'timeUnixNano', path),
    observedTimeUnixNano: nanosOf(record, 'observedTimeUnixNano', path),
    traceId: hexOf(record, 'traceId', path),
    spanId: hexOf(record, 'spanId', path),
    eventName: textOf(record, 'eventName', path),
    body: anyValue(field(record, 'body'), `${path}.body`, 0),
    attributes: attributesOf(record, 'attributes', path),
  };
}
