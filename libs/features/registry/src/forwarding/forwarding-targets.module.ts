import { Module } from '@nestjs/common';
import { ForwardingTargetsController } from './forwarding-targets.controller.ts';
import { ForwardingTargetsService } from './forwarding-targets.service.ts';

/** Where spans of experiments are sent on to. */
@Module({ controllers: [ForwardingTargetsController], providers: [ForwardingTargetsService] })
export class ForwardingTargetsModule {}
