import { Module } from '@nestjs/common';
import { SamplingController } from './sampling.controller.ts';
import { SamplingService } from './sampling.service.ts';

/** Which traces of experiments are kept. */
@Module({ controllers: [SamplingController], providers: [SamplingService] })
export class SamplingModule {}
