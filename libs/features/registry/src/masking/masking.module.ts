import { Module } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { MaskingController } from './masking.controller.ts';
import { MaskingService } from './masking.service.ts';

/** What is never stored of experiments. */
@Module({ imports: [AccessModule], controllers: [MaskingController], providers: [MaskingService] })
export class MaskingModule {}
