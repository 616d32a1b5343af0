import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentPrincipal, type Principal } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import {
  createUserBody,
  updateUserBody,
  UserDto,
  UserListDto,
  type CreateUserBody,
  type UpdateUserBody,
} from './users.dto.ts';
import { UsersService } from './users.service.ts';

@ApiTags('access')
@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ApiOperation({ operationId: 'listUsers', summary: 'List everybody who may sign in' })
  @ApiOkResponse({ type: UserListDto })
  async list(): Promise<UserListDto> {
    return new UserListDto(await this.users.list());
  }

  @Post()
  @ApiOperation({ operationId: 'createUser', summary: 'Let somebody sign in' })
  @ApiZodBody(createUserBody)
  @ApiCreatedResponse({ type: UserDto })
  async create(@Body(new ZodPipe(createUserBody)) body: CreateUserBody): Promise<UserDto> {
    const { name, display_name: displayName, password, is_operator: isOperator } = body;
    return new UserDto(await this.users.create({ name, displayName, password, isOperator }));
  }

  @Patch(':user_id')
  @ApiOperation({ operationId: 'updateUser', summary: 'Change a user, or shut them out' })
  @ApiZodBody(updateUserBody)
  @ApiOkResponse({ type: UserDto })
  async update(
    @Param('user_id') id: string,
    @Body(new ZodPipe(updateUserBody)) body: UpdateUserBody,
    @CurrentPrincipal() by: Principal,
  ): Promise<UserDto> {
    const { display_name: displayName, password, is_operator: isOperator, is_disabled: isDisabled } = body;
    return new UserDto(await this.users.change(id, { displayName, password, isOperator, isDisabled }, by));
  }

  @Delete(':user_id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'deleteUser', summary: 'Delete a user', description: 'Keys they made stay.' })
  @ApiNoContentResponse()
  async delete(@Param('user_id') id: string, @CurrentPrincipal() by: Principal): Promise<void> {
    await this.users.delete(id, by);
  }
}
