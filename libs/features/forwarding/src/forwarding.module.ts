import { AccessModule } from '@millrace/access';
import { Module, type DynamicModule } from '@nestjs/common';
import { ForwarderService } from './forwarder.service.ts';
import { ForwardingMetrics } from './forwarding-metrics.ts';
import { ForwardingOptions, type ForwardingConfig } from './forwarding.config.ts';
import { OtlpClient } from './sending/otlp-client.ts';
import { SendingTools } from './sending-tools.ts';

/** Spans of the log on to other OTLP endpoints. Needs SpanFeed, BlobStore and a DataSource. */
@Module({ imports: [AccessModule] })
export class ForwardingModule {
  static register(config: ForwardingConfig): DynamicModule {
    const options = { provide: ForwardingOptions, useValue: new ForwardingOptions(config) };
    return {
      module: ForwardingModule,
      providers: [options, ForwardingMetrics, OtlpClient, SendingTools, ForwarderService],
    };
  }
}
