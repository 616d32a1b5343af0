import { Readable } from 'node:stream';
import { Client, Metadata, credentials, type ServiceError } from '@grpc/grpc-js';
import { AuthenticationModule, ExperimentDirectory } from '@millrace/access';
import type { AttributeValue, OtlpSpan } from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import { BlobStore, DomainEvents, SpanLog, decodeTraceRecord, type TraceRecord } from '@millrace/ports';
import { ServiceKitModule, startService, type BodyLimits, type RunningService } from '@millrace/service-kit';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { OtlpGrpcServer } from '../grpc/otlp-grpc.server.ts';
import type { ReceiverLimits } from '../receiver.config.ts';
import { ReceiverModule } from '../receiver.module.ts';
import type { Acceptance } from '../receiver.service.ts';
import { SpanDocuments, type DocumentPlace } from '../uploads/span-documents.service.ts';
import { KnownExperiments, MemoryBlobStore, MemorySpanLog, NoDomainEvents } from './memory-ports.ts';

/** What an exporter sees of an HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly retryAfter: string | null;
  readonly text: string;
}

export interface GrpcAnswer {
  readonly error: ServiceError | null;
  readonly answer: Buffer | undefined;
}

/** What the directory asks for; typeorm is not for features to import. */
const [DataSource] = Reflect.getMetadata('design:paramtypes', ExperimentDirectory) as [Type];

/** The ports around a receiver, which tests look into. */
@Module({})
class PortsModule {
  static of(log: MemorySpanLog, blobs: MemoryBlobStore, experiments: KnownExperiments): DynamicModule {
    const providers = [
      { provide: SpanLog, useValue: log },
      { provide: BlobStore, useValue: blobs },
      { provide: DataSource, useValue: experiments },
      { provide: DomainEvents, useClass: NoDomainEvents },
    ];
    const exported = [SpanLog, BlobStore, DataSource, DomainEvents];
    return { module: PortsModule, global: true, providers, exports: exported };
  }
}

@Module({})
class RootModule {
  static of(receiver: DynamicModule, ports: DynamicModule): DynamicModule {
    return {
      module: RootModule,
      imports: [
        ServiceKitModule.for('receiver-spec'),
        AuthenticationModule.register({ isRequired: false }),
        ports,
        receiver,
      ],
    };
  }
}

export interface FixtureOptions {
  readonly limits?: Partial<ReceiverLimits>;
  readonly bodyLimits?: BodyLimits;
  readonly grpc?: { readonly host: string; readonly port: number };
}

/** A real receiver on loopback, its ports in memory. */
export class ReceiverFixture {
  private constructor(
    readonly log: MemorySpanLog,
    readonly blobs: MemoryBlobStore,
    readonly experiments: KnownExperiments,
    private readonly service: RunningService,
    private readonly client: Client,
  ) {}

  static async start({ limits, bodyLimits, grpc }: FixtureOptions = {}): Promise<ReceiverFixture> {
    const log = new MemorySpanLog();
    const blobs = new MemoryBlobStore();
    const experiments = new KnownExperiments();
    const receiver = ReceiverModule.register({
      grpc: grpc ?? { host: '127.0.0.1', port: 0 },
      ...(limits && { limits }),
    });
    const service = await startService({
      name: 'receiver-spec',
      module: RootModule.of(receiver, PortsModule.of(log, blobs, experiments)),
      host: '127.0.0.1',
      listeners: [{ port: 0, setting: 'none' }],
      logLevel: 'error',
      ...(bodyLimits && { bodyLimits }),
    });
    const { port } = service.app.get(OtlpGrpcServer, { strict: false });
    const host = grpc?.host.includes(':') ? `[${grpc.host}]` : '127.0.0.1';
    // Level 2 of grpc-js is gzip; it compresses only messages that ask for it.
    const client = new Client(`${host}:${port}`, credentials.createInsecure(), {
      'grpc.default_compression_algorithm': 2,
    });
    return new ReceiverFixture(log, blobs, experiments, service, client);
  }

  get url(): string {
    return this.service.urls[0] ?? '';
  }

  get grpcPort(): number {
    return this.service.app.get(OtlpGrpcServer, { strict: false }).port;
  }

  /** As if nothing had been sent. */
  clear(): void {
    this.log.records.length = 0;
    this.log.refusal = undefined;
    this.blobs.clear();
  }

  /** Decoded records of the log. */
  appended(): TraceRecord[] {
    return this.log.records.map(({ value }) => decodeTraceRecord(value));
  }

  /** Stores a document of spans, as its file comes. */
  storeDocument(chunks: readonly Uint8Array[], place: DocumentPlace): Promise<Acceptance> {
    return this.service.app.get(SpanDocuments, { strict: false }).store(Readable.from(chunks), place);
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.service.stop();
  }

  async get(path: string): Promise<HttpAnswer> {
    return answerOf(await fetch(this.url + path));
  }

  async post(
    body: Uint8Array | string,
    headers: Readonly<Record<string, string>> = {},
    path = '/v1/traces',
  ): Promise<HttpAnswer> {
    return answerOf(
      await fetch(this.url + path, {
        method: 'POST',
        body: typeof body === 'string' ? body : Buffer.from(body),
        headers: { 'content-type': 'application/x-protobuf', ...headers },
      }),
    );
  }

  /** Over gRPC, the message compressed by gzip unless told otherwise. */
  call(
    body: Uint8Array,
    headers: Readonly<Record<string, string>> = {},
    service = 'trace.v1.TraceService',
  ): Promise<GrpcAnswer> {
    const metadata = new Metadata();
    for (const [key, value] of Object.entries(headers)) metadata.set(key, value);
    const asIs = (bytes: Buffer): Buffer => bytes;
    return new Promise((resolve) => {
      this.client.makeUnaryRequest(
        `/opentelemetry.proto.collector.${service}/Export`,
        asIs,
        asIs,
        Buffer.from(body),
        metadata,
        (error, answer) => resolve({ error, answer }),
      );
    });
  }
}

async function answerOf(response: Response): Promise<HttpAnswer> {
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    retryAfter: response.headers.get('retry-after'),
    text: await response.text(),
  };
}

export const TRACE = 'ab'.repeat(16);

/** The n-th of many trace ids. */
export function traceIdOf(n: number): string {
  return (n + 1).toString(16).padStart(32, '0');
}

export function span(
  spanId: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  overrides: Partial<OtlpSpan> = {},
): OtlpSpan {
  return {
    traceId: TRACE,
    spanId,
    parentSpanId: undefined,
    name: `span ${spanId}`,
    kind: 1,
    startTimeUnixNano: 1n,
    endTimeUnixNano: 2n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map(Object.entries(attributes)),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
    ...overrides,
  };
}

/** One span of a resource with the given attributes. */
export function spanOfResource(
  resource: Readonly<Record<string, AttributeValue>>,
  overrides: Partial<OtlpSpan> = {},
): OtlpSpan {
  const origin = { resource: new Map(Object.entries(resource)), scopeName: '', scopeVersion: '' };
  return span('1'.repeat(16), {}, { origin, ...overrides });
}

/** One good span. */
export const GOOD = encodeTracesRequest([span('1'.repeat(16), { key: 'value' })]);

/** More spans than `maxSpans`. */
export const TOO_MANY_SPANS = encodeTracesRequest(
  Array.from({ length: 51 }, (_, i) => span((i + 1).toString(16).padStart(16, '0'))),
);
