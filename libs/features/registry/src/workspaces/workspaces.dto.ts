import { ApiProperty } from '@nestjs/swagger';
import type { Workspace } from '@millrace/access';
import { z } from 'zod';

export const createWorkspaceBody = z.object({
  name: z.string().describe("1 to 63 lower-case letters, digits and '-', not '-' first"),
  description: z.string().default(''),
});
export type CreateWorkspaceBody = z.output<typeof createWorkspaceBody>;

export const updateWorkspaceBody = z.object({ description: z.string() });
export type UpdateWorkspaceBody = z.output<typeof updateWorkspaceBody>;

/** A tenant as `/api/v1` tells it. */
export class WorkspaceDto {
  @ApiProperty({ type: String, example: 'default', description: 'What the header X-MLFLOW-WORKSPACE names' })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly description: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  constructor(workspace: Workspace) {
    this.name = workspace.id;
    this.description = workspace.description;
    this.creation_time = new Date(workspace.creationTime).toISOString();
  }
}

export class WorkspaceListDto {
  @ApiProperty({ type: () => [WorkspaceDto] })
  readonly workspaces: readonly WorkspaceDto[];

  constructor(workspaces: readonly WorkspaceDto[]) {
    this.workspaces = workspaces;
  }
}
