import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, CurrentWorkspace, type Principal } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { RemovalsService } from '../removals/removals.service.ts';
import * as dto from './erasures.dto.ts';
import { ErasuresService } from './erasures.service.ts';

const ID = { name: 'erasure_id', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('data lifecycle')
@Controller('api/v1/erasures')
export class ErasuresController {
  constructor(
    private readonly erasures: ErasuresService,
    private readonly removals: RemovalsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listErasures', summary: 'Erasures of what is of a person, the newest first' })
  @ApiZodQuery(dto.listErasuresQuery)
  @ApiOkResponse({ type: dto.ErasurePageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(dto.listErasuresQuery)) { limit, page_token: pageToken }: dto.ListErasuresQuery,
  ): Promise<dto.ErasurePageDto> {
    const query = { kinds: ['erasure'], limit, pageToken } as const;
    return new dto.ErasurePageDto(await this.removals.list(workspaceId, query));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'createErasure',
    summary: 'Remove everything of a user or a session from all stores, for good',
    description:
      'Traces that name the user or session, what judges and reviewers made of them, and their files. Runs in the background; ' +
      'ends with a proof. What comes of the person afterwards is stored again.',
  })
  @ApiZodBody(dto.createErasureBody)
  @ApiAcceptedResponse({ type: dto.ErasureDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @CurrentPrincipal() principal: Principal,
    @Body(new ZodPipe(dto.createErasureBody)) body: dto.CreateErasureBody,
  ): Promise<dto.ErasureDto> {
    const { experiment_id: experimentId, user_id: userId, session_id: sessionId, reason } = body;
    const asked = { experimentId, userId, sessionId, reason, askedBy: principal.name };
    return new dto.ErasureDto(await this.erasures.begin(workspaceId, asked));
  }

  @Get(':erasure_id')
  @ApiOperation({ operationId: 'getErasure', summary: 'An erasure, and how far it is' })
  @ApiParam(ID)
  @ApiOkResponse({ type: dto.ErasureDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('erasure_id') id: string,
  ): Promise<dto.ErasureDto> {
    return new dto.ErasureDto(await this.removals.get(workspaceId, id, 'erasure'));
  }

  @Get(':erasure_id/proof')
  @Header('content-disposition', 'attachment; filename="erasure-proof.json"')
  @ApiOperation({
    operationId: 'getErasureProof',
    summary: 'What was found and removed in each store, what is left, and what still holds copies until when',
  })
  @ApiParam(ID)
  @ApiOkResponse({ schema: dto.PROOF_SCHEMA })
  async proof(@CurrentWorkspace() workspaceId: string, @Param('erasure_id') id: string): Promise<unknown> {
    const { proof, state } = await this.removals.get(workspaceId, id, 'erasure');
    if (proof !== null) return proof;
    throw new Rejected(
      `The erasure has no proof yet: it is ${state}. Ask again once it is done.`,
      'not-found',
    );
  }
}
