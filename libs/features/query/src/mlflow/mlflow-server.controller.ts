import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { mlflowPaths } from '@millrace/service-kit';

/** The client sends spans by OTLP only to a server of 3.4.0 or later (mlflow/WIRE.md 2.1). */
const COMPATIBLE_VERSION = '3.17.2';

/** What the MLflow client asks about the server itself. */
@ApiExcludeController()
@Controller()
export class MlflowServerController {
  @Get('version')
  @Header('content-type', 'text/plain; charset=utf-8')
  version(): string {
    return COMPATIBLE_VERSION;
  }

  @Get(mlflowPaths('3.0', 'server-info'))
  serverInfo() {
    return {
      store_type: 'SqlStore',
      workspaces_enabled: true,
      trace_archival_enabled: false,
      multipart_uploads_enabled: true,
      multipart_downloads_enabled: false,
      presigned_upload_run_id_supported: false,
      presigned_upload_model_id_supported: false,
      features_enabled: { gateway: true },
    };
  }
}
