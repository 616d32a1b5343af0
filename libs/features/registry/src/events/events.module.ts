import { Module } from '@nestjs/common';
import { PendingEvents } from './pending-events.service.ts';

/** Domain events of changes in PostgreSQL. Needs DomainEvents. */
@Module({ providers: [PendingEvents], exports: [PendingEvents] })
export class EventsModule {}
