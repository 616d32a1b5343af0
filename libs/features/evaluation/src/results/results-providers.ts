import { JudgeAgreementController } from './agreement/judge-agreement.controller.ts';
import { JudgeAgreementService } from './agreement/judge-agreement.service.ts';
import { ComparisonsController } from './comparison/comparisons.controller.ts';
import { ComparisonsService } from './comparison/comparisons.service.ts';
import { SideTraces } from './comparison/side-traces.service.ts';

export const RESULTS_CONTROLLERS = [ComparisonsController, JudgeAgreementController];
export const RESULTS_PROVIDERS = [ComparisonsService, JudgeAgreementService, SideTraces];
