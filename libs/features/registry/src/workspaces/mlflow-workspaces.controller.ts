import { Controller, Delete, Get, HttpCode, HttpStatus, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPrincipal, type Principal, type Workspace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { mlflowMessage, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { WorkspacesService } from './workspaces.service.ts';

/** Messages of mlflow/WIRE.md section 17; places of artifacts and archives are the operator's to set. */
const nameMessage = mlflowMessage({ workspace_name: z.string() });
const createMessage = mlflowMessage({ name: z.string(), description: z.string().default('') });
const deleteMessage = mlflowMessage({ workspace_name: z.string(), mode: z.string().default('RESTRICT') });
const updateMessage = mlflowMessage({ workspace_name: z.string(), description: z.string().optional() });

/** MLflow's workspaces API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'workspaces'))
export class MlflowWorkspacesController {
  constructor(private readonly workspaces: WorkspacesService) {}

  @Get()
  async list(@CurrentPrincipal() principal: Principal) {
    return { workspaces: (await this.workspaces.list(principal)).map(toMlflowWorkspace) };
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  async create(@MlflowParameters(createMessage) { name, description }: z.output<typeof createMessage>) {
    return { workspace: toMlflowWorkspace(await this.workspaces.create(name, description)) };
  }

  @Get(':workspace_name')
  async get(
    @MlflowParameters(nameMessage) { workspace_name: name }: z.output<typeof nameMessage>,
    @CurrentPrincipal() principal: Principal,
  ) {
    return { workspace: toMlflowWorkspace(await this.workspaces.get(name, principal)) };
  }

  @Patch(':workspace_name')
  async update(
    @MlflowParameters(updateMessage) message: z.output<typeof updateMessage>,
    @CurrentPrincipal() principal: Principal,
  ) {
    const { workspace_name: name, description } = message;
    const workspace =
      description === undefined
        ? await this.workspaces.get(name, principal)
        : await this.workspaces.describe(name, description);
    return { workspace: toMlflowWorkspace(workspace) };
  }

  @Delete(':workspace_name')
  @HttpCode(HttpStatus.NO_CONTENT)
  async delete(@MlflowParameters(deleteMessage) message: z.output<typeof deleteMessage>): Promise<void> {
    const { workspace_name: name, mode } = message;
    if (mode.toUpperCase() !== 'RESTRICT') {
      throw new Rejected(
        `A workspace is deleted with mode RESTRICT only, not ${mode}: delete its experiments first.`,
      );
    }
    await this.workspaces.delete(name);
  }
}

function toMlflowWorkspace({ id, description }: Workspace) {
  return { name: id, ...(description !== '' && { description }) };
}
