import { Module } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { MlflowWorkspacesController } from './mlflow-workspaces.controller.ts';
import { WorkspacesController } from './workspaces.controller.ts';
import { WorkspacesService } from './workspaces.service.ts';

/** Tenants. */
@Module({
  imports: [AccessModule],
  controllers: [MlflowWorkspacesController, WorkspacesController],
  providers: [WorkspacesService],
})
export class WorkspacesModule {}
