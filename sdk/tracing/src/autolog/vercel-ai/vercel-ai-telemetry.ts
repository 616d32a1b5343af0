import { guarded } from '../../runtime.ts';
import { runIn } from '../../spans/start-span.ts';
import { isTracing } from '../model-call.ts';
import type {
  CallEvent,
  EmbedEnd,
  EmbedStart,
  Execution,
  LanguageModelEnd,
  LanguageModelStart,
  OperationEnd,
  OperationStart,
  RerankEnd,
  RerankStart,
  ToolEnd,
  ToolEvent,
} from './vercel-ai-events.ts';
import { VercelAIRun } from './vercel-ai-run.ts';

/** Makes spans of what the AI SDK tells; each operation by its `callId`, so that those at the same time are not mixed up. */
export class VercelAITelemetry {
  private readonly runs = new Map<string, VercelAIRun>();
  private readonly abandoned = new FinalizationRegistry<string>((callId) =>
    this.close({ callId }, (run) => run.abandon()),
  );

  /**
   * The SDK says nothing when the reader of a stream leaves it. It takes this hook anew for each operation and keeps it as long as
   * the operation may still go on: once it is gone, nothing more will be told of it.
   */
  get onStart(): (event: OperationStart) => void {
    const hear = (event: OperationStart): void =>
      guarded(() => {
        if (!isTracing()) return;
        this.runs.set(event.callId, new VercelAIRun(event));
        this.abandoned.register(hear, event.callId);
      });
    return hear;
  }

  onEnd = (event: OperationEnd): void => this.close(event, (run) => run.end(event));
  onAbort = (event: CallEvent): void => this.close(event, (run) => run.abandon());
  onError = (event: CallEvent & { readonly error: unknown }): void =>
    this.close(event, (run) => run.fail(event.error));

  onLanguageModelCallStart = (event: LanguageModelStart): void =>
    this.tell(event, (run) => run.startModelCall(event));
  onLanguageModelCallEnd = (event: LanguageModelEnd): void =>
    this.tell(event, (run) => run.endModelCall(event));
  onObjectStepStart = (event: LanguageModelStart): void =>
    this.tell(event, (run) => run.startModelCall(event));
  onObjectStepEnd = (event: LanguageModelEnd): void => this.tell(event, (run) => run.endModelCall(event));
  onToolExecutionStart = (event: ToolEvent): void => this.tell(event, (run) => run.startTool(event));
  onToolExecutionEnd = (event: ToolEnd): void => this.tell(event, (run) => run.endTool(event));
  onEmbedStart = (event: EmbedStart): void => this.tell(event, (run) => run.startEmbedding(event));
  onEmbedEnd = (event: EmbedEnd): void => this.tell(event, (run) => run.endEmbedding(event));
  onRerankStart = (event: RerankStart): void => this.tell(event, (run) => run.startReranking(event));
  onRerankEnd = (event: RerankEnd): void => this.tell(event, (run) => run.endReranking(event));

  executeLanguageModelCall = <Result>(execution: Execution<Result>): PromiseLike<Result> =>
    this.execute(execution);

  executeTool = <Result>(execution: Execution<Result>): PromiseLike<Result> => this.execute(execution);

  private execute<Result>({ callId, toolCallId, execute }: Execution<Result>): PromiseLike<Result> {
    const span = this.runs.get(callId)?.spanOf(toolCallId);
    return span ? runIn(span, execute) : execute();
  }

  private tell({ callId }: CallEvent, deed: (run: VercelAIRun) => void): void {
    const run = this.runs.get(callId);
    if (run) guarded(() => deed(run));
  }

  private close(event: CallEvent, deed: (run: VercelAIRun) => void): void {
    this.tell(event, deed);
    this.runs.delete(event.callId);
  }
}
