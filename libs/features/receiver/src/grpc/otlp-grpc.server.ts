import { Admission, limitedSubjects, requestPrincipal, requestWorkspace } from '@millrace/access';
import {
  Metadata,
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { encodeExportResponse, encodeRetryStatus } from '@millrace/otlp';
import { explainListenError, waitBriefly } from '@millrace/service-kit';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { experimentOf } from '../experiment-of.ts';
import { LogsService } from '../logs.service.ts';
import { ReceiverMetrics } from '../receiver-metrics.ts';
import { ReceiverOptions } from '../receiver.config.ts';
import { ReceiverService, type ReadRequest, type Routing } from '../receiver.service.ts';
import { refusalOf } from '../refusal.ts';

const asIs = (bytes: Buffer): Buffer => bytes;

/** Source: opentelemetry/proto/collector/{trace,logs}/v1/*_service.proto. */
const TRACE_EXPORT = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';
const LOGS_EXPORT = '/opentelemetry.proto.collector.logs.v1.LogsService/Export';
/** All there are. */
export const OTLP_GRPC_PATHS = [TRACE_EXPORT, LOGS_EXPORT] as const;

/** One method whose messages stay bytes. */
function exportService(path: string): ServiceDefinition {
  return {
    Export: {
      path,
      requestStream: false,
      responseStream: false,
      requestSerialize: asIs,
      requestDeserialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    },
  };
}

type Call = ServerUnaryCall<Buffer, Buffer>;
/** Takes a request and gives its response. */
type Export = (read: ReadRequest, routing: Routing) => Promise<Uint8Array>;

const DRAIN_MS = 2_000;

/** OTLP/gRPC. Compression by gzip is the library's. */
@Injectable()
export class OtlpGrpcServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Otlp');
  private server: Server | undefined;
  /** Where it listens; known once started. */
  port = 0;

  constructor(
    private readonly receiver: ReceiverService,
    private readonly logs: LogsService,
    private readonly admission: Admission,
    private readonly metrics: ReceiverMetrics,
    private readonly options: ReceiverOptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { host, port } = this.options.grpc;
    const server = new Server({
      'grpc.max_receive_message_length': this.options.limits.maxDecompressedBytes,
      // Without it a second server would share the port silently.
      'grpc.so_reuseport': 0,
    });
    const exports: readonly (readonly [path: string, take: Export])[] = [
      [TRACE_EXPORT, (read, routing) => this.takeSpans(read, routing)],
      [LOGS_EXPORT, (read, routing) => this.takeLogs(read, routing)],
    ];
    for (const [path, take] of exports) {
      server.addService(exportService(path), {
        Export: (call: Call, done: sendUnaryData<Buffer>) => void this.export(take, call, done),
      });
    }
    this.server = server;
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(addressOf(host, port), ServerCredentials.createInsecure(), (error, bound) => {
        if (error) reject(explainBindError(error, host, port));
        else resolve(bound);
      });
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    const drained = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
    await waitBriefly(drained, DRAIN_MS);
    server.forceShutdown();
  }

  private async takeSpans(read: ReadRequest, routing: Routing): Promise<Uint8Array> {
    const { rejectedSpans, message } = await this.receiver.accept(read, routing);
    return encodeExportResponse({ rejectedSpans, message }, 'protobuf');
  }

  private async takeLogs(read: ReadRequest, routing: Routing): Promise<Uint8Array> {
    await this.logs.accept(read, 'protobuf', routing);
    return encodeExportResponse({ rejectedSpans: 0, message: '' }, 'protobuf');
  }

  /** Lets the call in or refuses it, and finds where it belongs. */
  private async route(call: Call): Promise<Routing> {
    const route = { method: 'GRPC', path: call.getPath() };
    const caller = { headers: call.metadata.getMap(), ip: addressOfPeer(call.getPeer()) };
    const admitted = await this.admission.admit(route, caller);
    const [workspaceId, principal] = [requestWorkspace(admitted), requestPrincipal(admitted)];
    return {
      workspaceId,
      subjects: limitedSubjects(workspaceId, principal),
      experimentId: header(call.metadata, 'x-mlflow-experiment-id') ?? experimentOf(principal),
      runId: header(call.metadata, 'x-mlflow-run-id'),
    };
  }

  private async export(take: Export, call: Call, done: sendUnaryData<Buffer>): Promise<void> {
    try {
      const routing = await this.route(call);
      const response = await take(async (reservation) => {
        reservation.reserve(call.request.byteLength);
        return call.request;
      }, routing);
      done(null, Buffer.from(response));
    } catch (error) {
      const { rpcCode, message, reason, retryAfterMs } = refusalOf(error);
      this.metrics.requestRefused(reason);
      if (reason === 'internal') this.logger.error('a request failed', error);
      const metadata = new Metadata();
      if (retryAfterMs !== undefined) {
        metadata.set(
          'grpc-status-details-bin',
          Buffer.from(encodeRetryStatus(rpcCode, message, retryAfterMs)),
        );
      }
      done({ code: rpcCode, details: message, metadata });
    }
  }
}

/** The address of `ipv4:127.0.0.1:4317` without its port. */
function addressOfPeer(peer: string): string {
  return peer.replace(/^ipv[46]:/, '').replace(/:\d+$/, '');
}

function header(metadata: Metadata, name: string): string | undefined {
  const [value] = metadata.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An IPv6 address stands in brackets. */
function addressOf(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The library tells the cause in words only. */
function explainBindError(error: Error, host: string, port: number): Error {
  const code = /EADDRINUSE|EACCES|EADDRNOTAVAIL/.exec(error.message)?.[0];
  return explainListenError(Object.assign(error, { code }), host, {
    port,
    setting: 'MILLRACE_OTLP_GRPC_PORT',
  });
}
