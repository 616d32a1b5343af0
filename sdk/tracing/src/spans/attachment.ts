/**
 * Bytes among the inputs, outputs or attributes of a span, as an image or a recording: they are kept beside the trace, and the
 * span says where. `span.setInputs({ question, photo: new Attachment(bytes, 'image/png') })`.
 */
export class Attachment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As of RFC 9110: `image/png`. */
  readonly contentType: string;

  constructor(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer, contentType: string) {
    this.bytes = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
    this.contentType = contentType;
  }

  /** Of a file or of what a form sent. */
  static async from(blob: Blob): Promise<Attachment> {
    return new Attachment(await blob.arrayBuffer(), blob.type || 'application/octet-stream');
  }
}

/** An attachment that a trace refers to. */
export interface KeptAttachment {
  readonly id: string;
  readonly attachment: Attachment;
}

/** What stands in the span in place of the bytes. Source: MLflow's client, `mlflow/tracing/attachments.py`. */
export function attachmentReference({ id, attachment }: KeptAttachment, traceId: string): string {
  const { contentType, bytes } = attachment;
  const query = `content_type=${encodeURIComponent(contentType)}&trace_id=tr-${traceId}&size=${bytes.byteLength}`;
  return `mlflow-attachment://${id}?${query}`;
}
