import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AuthenticationConfig,
  Authenticator,
  CurrentPrincipal,
  readCredential,
  type Principal,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  changePasswordBody,
  SignInDto,
  signInBody,
  type ChangePasswordBody,
  type SignInBody,
} from './sign-in.dto.ts';
import { sessionCookie } from './session-cookie.ts';
import { AccountsOptions } from '../accounts.config.ts';
import { BrowserSessions } from './browser-sessions.service.ts';

/** The session of a browser: its cookie, and what it may do. */
@ApiTags('access')
@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly authenticator: Authenticator,
    private readonly config: AuthenticationConfig,
    private readonly options: AccountsOptions,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getSignIn',
    summary: 'Who calls, and what they are where',
    description: 'Answers nobody too.',
  })
  @ApiOkResponse({ type: SignInDto })
  async get(@Req() request: FastifyRequest): Promise<SignInDto> {
    try {
      return this.tell(await this.authenticator.identify(request));
    } catch (error) {
      const isNobody = error instanceof Rejected && error.reason === 'unauthenticated';
      if (isNobody) return this.tell(undefined);
      throw error;
    }
  }

  @Post()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Sign in by name and password',
    description: 'Answers with a cookie for 14 days.',
  })
  @ApiZodBody(signInBody)
  @ApiNoContentResponse()
  async signIn(
    @Body(new ZodPipe(signInBody)) { name, password }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.sessions.signIn(name, password, request.ip);
    void reply.header('set-cookie', sessionCookie(request, token));
  }

  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const credential = readCredential(request.headers);
    if (credential?.kind === 'session') await this.sessions.end(credential.token);
    void reply.header('set-cookie', sessionCookie(request, '', 0));
  }

  @Put('password')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({
    operationId: 'changePassword',
    summary: 'Change your password',
    description: 'Ends your sessions, this one too.',
  })
  @ApiZodBody(changePasswordBody)
  @ApiNoContentResponse()
  async changePassword(
    @CurrentPrincipal() principal: Principal,
    @Body(new ZodPipe(changePasswordBody)) { old_password: old, new_password: password }: ChangePasswordBody,
  ): Promise<void> {
    await this.sessions.changePassword(principal, old, password);
  }

  private tell(principal: Principal | undefined): SignInDto {
    return new SignInDto(this.config.isRequired, principal, this.options.oidc?.name);
  }
}
