import { ScheduleClock } from './schedule-clock.ts';
import { ScheduleTicker } from './schedule-ticker.ts';
import { SchedulesController } from './schedules.controller.ts';
import { SchedulesService } from './schedules.service.ts';

export const SCHEDULES_CONTROLLERS = [SchedulesController];

/** What schedules are made of. */
export const SCHEDULES_PROVIDERS = [ScheduleClock, ScheduleTicker, SchedulesService];
