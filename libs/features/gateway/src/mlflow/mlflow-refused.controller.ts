import { All, Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MlflowError, mlflowPaths } from '@millrace/service-kit';

/** Parts of MLflow's gateway that this server does not have: each says what to do instead. */
@ApiExcludeController()
@Controller()
export class MlflowRefusedController {
  @All(mlflowPaths('3.0', 'gateway/budgets', 'gateway/budgets/*'))
  budgets(): never {
    throw new MlflowError(
      'NOT_IMPLEMENTED',
      'Budgets of the gateway are not kept here: set a limit at the provider, and follow the cost of traces with ' +
        'POST /api/v1/analytics or /api/3.0/mlflow/traces/metrics.',
    );
  }

  @All(mlflowPaths('3.0', 'gateway/guardrails', 'gateway/guardrails/*'))
  guardrails(): never {
    throw new MlflowError(
      'NOT_IMPLEMENTED',
      'Guardrails of the gateway are not run here: judge new traces with a registered scorer, scorer.start(…).',
    );
  }
}
