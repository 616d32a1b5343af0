import { AlertChecksService } from './alert-checks.service.ts';
import { AlertMeasuringService } from './alert-measuring.service.ts';
import { AlertPublisher } from './alert-publisher.ts';
import { AlertRulesController } from './alert-rules.controller.ts';
import { AlertRulesService } from './alert-rules.service.ts';

export const ALERT_CONTROLLERS = [AlertRulesController];
export const ALERT_PROVIDERS = [AlertChecksService, AlertMeasuringService, AlertPublisher, AlertRulesService];
