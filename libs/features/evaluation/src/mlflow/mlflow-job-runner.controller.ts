import {
  Body,
  Catch,
  Controller,
  Get,
  HttpCode,
  HttpException,
  Param,
  Patch,
  Post,
  UseFilters,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** Errors of these calls are `{"detail": "<text>"}`. */
@Catch(HttpException)
export class JobErrorFilter implements ExceptionFilter<HttpException> {
  catch(error: HttpException, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(error.getStatus()).send({ detail: error.message });
  }
}

/** MLflow's calls for jobs of any kind (mlflow/WIRE.md section 13). There are none here. */
@ApiExcludeController()
@UseFilters(JobErrorFilter)
@Controller('ajax-api/3.0/jobs')
export class MlflowJobRunnerController {
  @Post()
  submit(@Body() body: unknown): never {
    const name: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, 'job_name') : undefined;
    throw new HttpException(`Invalid job name: ${String(name)}. This server runs no jobs.`, 400);
  }

  @Post('search')
  @HttpCode(200)
  search() {
    return { jobs: [] };
  }

  @Get(':id')
  get(@Param('id') id: string): never {
    unknownJob(id);
  }

  @Patch('cancel/:id')
  cancel(@Param('id') id: string): never {
    unknownJob(id);
  }
}

function unknownJob(id: string): never {
  throw new HttpException(`Job with ID ${id} not found`, 404);
}
