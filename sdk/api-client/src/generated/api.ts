// Generated from docs/openapi/millrace.openapi.json: npm run api-client
export interface paths {
  '/api/v1/alert-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rules of alerts, the newest first */
    get: operations['listAlertRules'];
    put?: never;
    /**
     * Watch figures of traces or scores, and tell webhooks of changes
     * @description Checked every minute. Webhooks hear alert.fired when it begins to hold and alert.resolved when it ceases to, or when there is too little data.
     */
    post: operations['createAlertRule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/alert-rules/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A rule, and how it stands */
    get: operations['getAlertRule'];
    put?: never;
    post?: never;
    /** Delete a rule and its history; nobody is told that its alerts end */
    delete: operations['deleteAlertRule'];
    options?: never;
    head?: never;
    /**
     * Change a rule
     * @description What is absent stays. Alerts end when it watches something else from now on, or nothing.
     */
    patch: operations['updateAlertRule'];
    trace?: never;
  };
  '/api/v1/alert-rules/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Changes of state of the last 90 days, the newest first */
    get: operations['listAlertHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/alert-rules/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a check would find now; changes nothing and tells nobody */
    post: operations['testAlertRule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/analytics/query': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Measures by dimensions and time
     * @description Times are milliseconds, costs US dollars. A histogram is a count by the dimension latency_class, a heat map the same with a bucket.
     */
    post: operations['queryAnalytics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the API keys of the workspace
     * @description The newest first; revoked and expired ones too.
     */
    get: operations['listApiKeys'];
    put?: never;
    /**
     * Make an API key of the workspace, or of one experiment
     * @description The key is told this once.
     */
    post: operations['createApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/api-keys/{key_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke an API key
     * @description For good, within 5 s everywhere.
     */
    delete: operations['revokeApiKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/api-keys/{key_id}/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an API key may use, and what it used */
    get: operations['getApiKeyLimits'];
    /**
     * Limit what an API key may use
     * @description In place of the limits it had, and beside those of its workspace.
     */
    put: operations['putApiKeyLimits'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What lies in a folder, by name */
    get: operations['listArtifacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/artifacts/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The bytes of a file
     * @description With `Range: bytes=first-last` a part of them. Always as an attachment.
     */
    get: operations['getArtifact'];
    /**
     * Store a file, in place of one of this name
     * @description The file before stays until all bytes of this one are stored.
     */
    put: operations['putArtifact'];
    post?: never;
    /** Remove a file, or a folder with all in it */
    delete: operations['deleteArtifact'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit-entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done in the workspace, and by whom
     * @description Changes, and what was refused; the newest first. Written where somebody signs in. Operators are told of the installation too.
     */
    get: operations['listAuditEntries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/built-in-scorers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Kinds of scorers that there are
     * @description Register one with POST /api/v1/scorers and a definition {"millrace_scorer": {"kind", "parameters"}}.
     */
    get: operations['listBuiltInScorers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/comparisons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Two runs, evaluations, versions of a prompt or logged models on the same examples
     * @description Traces are paired by the record of their data set, else by the inputs of their roots. At most 10,000 traces a side.
     */
    post: operations['compareEvaluations'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/datasets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List evaluation datasets */
    get: operations['listDatasets'];
    put?: never;
    /** Create an evaluation dataset */
    post: operations['createDataset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/datasets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An evaluation dataset, without its records */
    get: operations['getDataset'];
    put?: never;
    post?: never;
    /** Delete a dataset and its records */
    delete: operations['deleteDataset'];
    options?: never;
    head?: never;
    /** Change the tags and experiments of a dataset */
    patch: operations['updateDataset'];
    trace?: never;
  };
  '/api/v1/datasets/{id}/records': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Records of a dataset, in the order they came
     * @description A page has fewer records than asked when they are large: follow next_page_token.
     */
    get: operations['listDatasetRecords'];
    put?: never;
    /**
     * Add records, or add to those with the same inputs
     * @description All records of a request or none. Expectations and tags are merged by key; outputs are replaced.
     */
    post: operations['mergeDatasetRecords'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/datasets/{id}/records/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete records by id */
    post: operations['deleteDatasetRecords'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Records that could not be stored, with the reason */
    get: operations['listDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dead-letters/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give them up for good */
    post: operations['discardDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dead-letters/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try to store them once more */
    post: operations['replayDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Erasures of what is of a person, the newest first */
    get: operations['listErasures'];
    put?: never;
    /**
     * Remove everything of a user or a session from all stores, for good
     * @description Traces that name the user or session, what judges and reviewers made of them, and their files. Runs in the background; ends with a proof. What comes of the person afterwards is stored again.
     */
    post: operations['createErasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures/{erasure_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An erasure, and how far it is */
    get: operations['getErasure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/erasures/{erasure_id}/proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was found and removed in each store, what is left, and what still holds copies until when */
    get: operations['getErasureProof'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluation-schedules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Schedules, the newest first */
    get: operations['listEvaluationSchedules'];
    put?: never;
    /**
     * Judge traces by the clock
     * @description A time that the clock leaves out in spring is taken as much later; one that it shows twice fires once. Missed times are made up for.
     */
    post: operations['createEvaluationSchedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluation-schedules/fire-times': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When a schedule would fire next */
    get: operations['previewFireTimes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluation-schedules/{schedule_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One schedule */
    get: operations['getEvaluationSchedule'];
    put?: never;
    post?: never;
    /** End a schedule; its evaluations stay */
    delete: operations['deleteEvaluationSchedule'];
    options?: never;
    head?: never;
    /**
     * Change, pause or continue a schedule; what is absent stays
     * @description What a pause left out is not made up for: evaluate that window on demand.
     */
    patch: operations['updateEvaluationSchedule'];
    trace?: never;
  };
  '/api/v1/evaluation-schedules/{schedule_id}/evaluations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What it began, the newest first, with ledgers */
    get: operations['listEvaluationsOfSchedule'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluation-schedules/{schedule_id}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin an evaluation as if it fired now */
    post: operations['runEvaluationSchedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Evaluations, the newest first */
    get: operations['listEvaluations'];
    put?: never;
    /**
     * Judge many traces or records
     * @description A filter with its window and sample, traces by id, or the records of a data set. Begins at once; scorers are taken as they are now.
     */
    post: operations['createEvaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/estimate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What an evaluation would take, without beginning it
     * @description From the sizes of up to 20 of its traces and what each scorer usually asks. A rough figure: answers that are known already cost nothing.
     */
    post: operations['estimateEvaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/scores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the scorers of several evaluations found so far
     * @description The figures that a list of evaluations shows, in one request. Unknown ones are left out.
     */
    get: operations['scoreEvaluations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/{evaluation_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An evaluation with its ledger: how far it is, what became of what */
    get: operations['getEvaluation'];
    put?: never;
    post?: never;
    /** Forget one that has ended; its run and its assessments stay */
    delete: operations['deleteEvaluation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/{evaluation_id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End it; what was not judged is skipped */
    post: operations['cancelEvaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/{evaluation_id}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rows of the ledger in the order they were selected, with verdicts and rationales */
    get: operations['listEvaluationItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/{evaluation_id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Judge no more for now; what is being judged comes to its end */
    post: operations['pauseEvaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/{evaluation_id}/results': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What every scorer found so far, and the failures grouped */
    get: operations['getEvaluationResults'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/{evaluation_id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on after a pause */
    post: operations['resumeEvaluation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evaluations/{evaluation_id}/retry-failed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the scorers that failed once more */
    post: operations['retryFailedItems'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/experiments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List experiments */
    get: operations['listExperiments'];
    put?: never;
    /** Create an experiment */
    post: operations['createExperiment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/experiments/{experiment_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get an experiment, deleted ones too */
    get: operations['getExperiment'];
    put?: never;
    post?: never;
    /** Hide an experiment and its runs until it is restored */
    delete: operations['deleteExperiment'];
    options?: never;
    head?: never;
    /** Rename or tag an experiment: all of it, or nothing */
    patch: operations['updateExperiment'];
    trace?: never;
  };
  '/api/v1/experiments/{experiment_id}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bring a deleted experiment back */
    post: operations['restoreExperiment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/experiments/{id}/masking-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is never stored of an experiment */
    get: operations['getMaskingRules'];
    /**
     * Set what is never stored of an experiment
     * @description Replaces all rules. They hold for what comes in from about 5 s later on, before any of it is stored; what is stored already stays.
     */
    put: operations['putMaskingRules'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/experiments/{id}/masking-rules/try': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Show what rules would leave of a text
     * @description Nothing is stored. Hashes are other ones than in traces.
     */
    post: operations['tryMaskingRules'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/experiments/{id}/sampling': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which traces of an experiment are kept, and what was dropped */
    get: operations['getSampling'];
    /**
     * Keep a share of the traces of an experiment
     * @description Holds for traces that complete from about 5 s later on. Whole traces are dropped, for good; with a condition to keep them by, they are stored until they are complete.
     */
    put: operations['putSampling'];
    post?: never;
    /** Keep all traces again */
    delete: operations['deleteSampling'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/export-schedules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Export schedules, the newest first */
    get: operations['listExportSchedules'];
    put?: never;
    /**
     * Write traces and their spans to Parquet files, each hour or day once it has ended
     * @description The files lie in the blob store, each window under keys of its own; its manifest is written last. What is exported can not be changed later: make another schedule.
     */
    post: operations['createExportSchedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/export-schedules/{schedule_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An export schedule and its latest window */
    get: operations['getExportSchedule'];
    put?: never;
    post?: never;
    /** End an export schedule and remove its files */
    delete: operations['deleteExportSchedule'];
    options?: never;
    head?: never;
    /**
     * Rename, pause or continue an export schedule, or keep its files for so many days; what is absent stays
     * @description What a pause left out is not made up for: ask for those windows.
     */
    patch: operations['updateExportSchedule'];
    trace?: never;
  };
  '/api/v1/export-schedules/{schedule_id}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Windows of an export schedule, the latest first */
    get: operations['listExportRuns'];
    put?: never;
    /**
     * Export windows that have ended now, also those that were exported before
     * @description What came late since, or was deleted, is then in the files as the list of traces has it.
     */
    post: operations['exportWindows'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/export-schedules/{schedule_id}/runs/{run_id}/files/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of a window, or its manifest */
    get: operations['downloadExportFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/forwarding-targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where spans are sent on to, and how far that is */
    get: operations['listForwardingTargets'];
    put?: never;
    /**
     * Send the spans of an experiment on to an OTLP/HTTP endpoint
     * @description Begins with spans that arrive from about 5 s later on. Each is sent at least once.
     */
    post: operations['createForwardingTarget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/forwarding-targets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One forwarding target */
    get: operations['getForwardingTarget'];
    put?: never;
    post?: never;
    /** Stop sending spans on */
    delete: operations['deleteForwardingTarget'];
    options?: never;
    head?: never;
    /** Change a forwarding target, which goes on where it is */
    patch: operations['updateForwardingTarget'];
    trace?: never;
  };
  '/api/v1/freshness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Up to when what can be read is complete */
    get: operations['getFreshness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/gateway/endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Names under which models are reached */
    get: operations['listGatewayEndpoints'];
    put?: never;
    /** Give models a name to be reached under */
    post: operations['createGatewayEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/gateway/endpoints/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete an endpoint */
    delete: operations['deleteGatewayEndpoint'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/gateway/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Models of providers */
    get: operations['listGatewayModels'];
    put?: never;
    /** Define a model of a provider */
    post: operations['createGatewayModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/gateway/models/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a model that no endpoint uses */
    delete: operations['deleteGatewayModel'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/gateway/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Keys of model providers, masked */
    get: operations['listGatewaySecrets'];
    put?: never;
    /** Keep a key of a model provider */
    post: operations['createGatewaySecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/gateway/secrets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a key that no model uses */
    delete: operations['deleteGatewaySecret'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether what this service depends on works */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Problems found in traces
     * @description The most severe first; then those with the most traces, if they are counted; then the newest.
     */
    get: operations['listIssues'];
    put?: never;
    /** Note a problem */
    post: operations['createIssue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/issues/{issue_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One problem */
    get: operations['getIssue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change a problem; what is absent stays */
    patch: operations['updateIssue'];
    trace?: never;
  };
  '/api/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many jobs of the workspace there are, by kind and state
     * @description How busy the queue is with all workspaces is in the metrics.
     */
    get: operations['countJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/set-aside': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Jobs that failed for good, the newest first
     * @description They stay until they are replayed or discarded.
     */
    get: operations['listSetAsideJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/set-aside/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Forget a job that was set aside */
    post: operations['discardJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/set-aside/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Run a job that was set aside again, with all its attempts */
    post: operations['replayJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A job; one that ended is known for two hours */
    get: operations['getJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a job that waits or runs
     * @description One that runs is told to stop, and is cancelled whatever it does.
     */
    post: operations['cancelJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/judge-agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** How far a judge says what people say, on the traces that both speak of */
    post: operations['measureJudgeAgreement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/label-schemas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Questions that reviewers of an experiment are asked, the newest first */
    get: operations['listLabelSchemas'];
    put?: never;
    /** Add a question */
    post: operations['createLabelSchema'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/label-schemas/{schema_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One question */
    get: operations['getLabelSchema'];
    put?: never;
    post?: never;
    /**
     * Remove a question
     * @description No fault if there is none. Assessments made with it stay.
     */
    delete: operations['deleteLabelSchema'];
    options?: never;
    head?: never;
    /** Change a question; what is absent stays */
    patch: operations['updateLabelSchema'];
    trace?: never;
  };
  '/api/v1/legal-holds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Legal holds, those in force first */
    get: operations['listLegalHolds'];
    put?: never;
    /**
     * Keep traces of an experiment, or of a user or session of it, from being removed
     * @description Neither their age nor an erasure removes them, and who deletes them is refused. Both a user and a session: what is of both.
     */
    post: operations['setLegalHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal-holds/{hold_id}/lift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a legal hold; it stays in the list of lifted ones */
    post: operations['liftLegalHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/logged-models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List versions of applications and models
     * @description Newest first by default. Deleted ones are left out.
     */
    get: operations['listLoggedModels'];
    put?: never;
    /** Make a version of an application or model */
    post: operations['createLoggedModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/logged-models/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A version with its params, tags and metrics */
    get: operations['getLoggedModel'];
    put?: never;
    post?: never;
    /** Take a version out of lists */
    delete: operations['deleteLoggedModel'];
    options?: never;
    head?: never;
    /**
     * Say how a version came out, add params and tags
     * @description All of it or nothing. Params are written once: another value of one is refused.
     */
    patch: operations['updateLoggedModel'];
    trace?: never;
  };
  '/api/v1/logged-models/{id}/tags/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a tag off a version */
    delete: operations['deleteLoggedModelTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/masking-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How often each masking rule of an experiment masked something
     * @description From stored spans: what was masked of tags and assessments is in the metric masked_values_total only.
     */
    get: operations['getMaskingCounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the members of the workspace */
    get: operations['listMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/members/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Make a user a member of the workspace, or another kind of one */
    put: operations['setMember'];
    post?: never;
    /** Take somebody out of the workspace */
    delete: operations['removeMember'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/model-prices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Prices that the workspace has set */
    get: operations['listModelPrices'];
    /**
     * Set the price of a model
     * @description Holds for spans that arrive from about 5 s later on; reprice those that are there already.
     */
    put: operations['putModelPrice'];
    post?: never;
    /** Go back to the price of the table */
    delete: operations['deleteModelPrice'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/model-prices/reprice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Derive the costs of stored spans anew, a page of traces at a time
     * @description By the prices of now, each span by those of its own time. Costs that clients told stay. Call again with next_page_token until there is none; a repeated call changes nothing more.
     */
    post: operations['repriceTraces'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/playground/completions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask a model with a version of a prompt, or with messages
     * @description The call is paid, and traced in the experiment with the tag millrace.playground and a link to the version of the prompt; one that fails too.
     */
    post: operations['runPlayground'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/prompts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List prompts */
    get: operations['listPrompts'];
    put?: never;
    /** Create a prompt, which has no version yet */
    post: operations['createPrompt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/prompts/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A prompt and its latest version */
    get: operations['getPrompt'];
    put?: never;
    post?: never;
    /** Delete a prompt with all its versions */
    delete: operations['deletePrompt'];
    options?: never;
    head?: never;
    /** Rename or describe a prompt */
    patch: operations['updatePrompt'];
    trace?: never;
  };
  '/api/v1/prompts/{name}/aliases/{alias}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The version that an alias stands for
     * @description Made to be asked often: send the etag of the answer before as If-None-Match. latest is the highest version there is.
     */
    get: operations['loadPrompt'];
    /** Let an alias stand for a version */
    put: operations['putPromptAlias'];
    post?: never;
    /** Remove an alias; its version stays */
    delete: operations['deletePromptAlias'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/prompts/{name}/comparison': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed between two versions of a prompt */
    get: operations['comparePromptVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/prompts/{name}/tags/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set a tag of a prompt */
    put: operations['putPromptTag'];
    post?: never;
    /** Remove a tag of a prompt */
    delete: operations['deletePromptTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/prompts/{name}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Versions of a prompt, the latest first */
    get: operations['listPromptVersions'];
    put?: never;
    /**
     * Add a version to a prompt
     * @description What a version says stays as it is. Its number is the highest ever and one more.
     */
    post: operations['createPromptVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/prompts/{name}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A version of a prompt */
    get: operations['getPromptVersion'];
    put?: never;
    post?: never;
    /** Delete a version and the aliases that stand for it */
    delete: operations['deletePromptVersion'];
    options?: never;
    head?: never;
    /** Change the commit message of a version, or the model it is meant for */
    patch: operations['updatePromptVersion'];
    trace?: never;
  };
  '/api/v1/prompts/{name}/versions/{version}/tags/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set a tag of a version */
    put: operations['putPromptVersionTag'];
    post?: never;
    /** Remove a tag of a version */
    delete: operations['deletePromptVersionTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** For how many days traces are kept */
    get: operations['getRetention'];
    /** Set for how many days traces of experiments without a rule of their own are kept */
    put: operations['setDefaultRetention'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/experiments/{experiment_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set for how many days traces of an experiment are kept
     * @description What is older is removed for good once a day, with everything that came out of it. Legal holds keep it.
     */
    put: operations['setExperimentRetention'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/removals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was removed because of its age or after it was deleted, the newest first */
    get: operations['listRemovals'];
    put?: never;
    /** Remove the old traces of an experiment now, without waiting for the next day */
    post: operations['applyRetention'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-queues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Queues of traces to review, the newest first */
    get: operations['listReviewQueues'];
    put?: never;
    /** Make a queue for some people and questions */
    post: operations['createReviewQueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-queues/of-user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The one queue of a user, made at the first call */
    post: operations['getReviewQueueOfUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-queues/{queue_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One queue */
    get: operations['getReviewQueue'];
    put?: never;
    post?: never;
    /**
     * Remove a queue with its items
     * @description No fault if there is none. Assessments of its traces stay.
     */
    delete: operations['deleteReviewQueue'];
    options?: never;
    head?: never;
    /**
     * Change a queue; what is absent stays
     * @description Its questions only while it has no items. A user queue never changes.
     */
    patch: operations['updateReviewQueue'];
    trace?: never;
  };
  '/api/v1/review-queues/{queue_id}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Traces in a queue, those added last first
     * @description Traces deleted since are not among them.
     */
    get: operations['listReviewItems'];
    put?: never;
    /**
     * Put traces into a queue
     * @description All or none. One that is there already stays as it is.
     */
    post: operations['addReviewItems'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-queues/{queue_id}/items/{trace_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a trace out of a queue */
    delete: operations['removeReviewItem'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-queues/{queue_id}/items/{trace_id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say how far the review of a trace is */
    put: operations['setReviewItemStatus'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List runs of experiments */
    get: operations['listRuns'];
    put?: never;
    /** Create a run */
    post: operations['createRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A run with what was logged to it */
    get: operations['getRun'];
    put?: never;
    post?: never;
    /**
     * Delete a run; it can be restored
     * @description What the run said about traces, its assessments, is deleted for good.
     */
    delete: operations['deleteRun'];
    options?: never;
    head?: never;
    /** Rename a run, or tell of its status and end */
    patch: operations['updateRun'];
    trace?: never;
  };
  '/api/v1/runs/{id}/log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log metrics, params and tags to a run
     * @description All of a request or nothing; an identical point of a metric again changes nothing.
     */
    post: operations['logToRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/metric-history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All values of a metric of a run */
    get: operations['getMetricHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/runs/{id}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Restore a deleted run */
    post: operations['restoreRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/scorers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest version of each scorer */
    get: operations['listScorers'];
    put?: never;
    /** Register a scorer, or a new version of it */
    post: operations['registerScorer'];
    /** Delete a version of a scorer, or all of it */
    delete: operations['deleteScorer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/scorers/online': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Which new traces the scorers of an experiment judge
     * @description Scorers that were never started are absent.
     */
    get: operations['listOnlineScoring'];
    /**
     * Choose which new traces a scorer judges
     * @description A scorer that asks no model, or a judge whose model is gateway:/<endpoint name>, or <provider>:/<model> of a provider for which the workspace has a secret. None that compares with expectations.
     */
    put: operations['putOnlineScoring'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/scorers/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All versions of a scorer */
    get: operations['listScorerVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/scorings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try a scorer on a trace or a session
     * @description Answers what it finds with the prompts that were sent, tokens and cost. Nothing becomes an assessment; the call of a judge is paid and traced as any other, and the same question is answered from what is known.
     */
    post: operations['tryScorer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sessions with what their traces come to */
    get: operations['listSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{session_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A session and its traces, the first one first */
    get: operations['getSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who calls, and what they are where
     * @description Answers nobody too.
     */
    get: operations['getSignIn'];
    put?: never;
    /**
     * Sign in by name and password
     * @description Answers with a cookie for 14 days.
     */
    post: operations['signIn'];
    /** Sign out */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-in/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change your password
     * @description Ends your sessions, this one too.
     */
    put: operations['changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/spans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find spans, the newest first
     * @description Fields of their traces stand behind trace., as in trace.session.
     */
    get: operations['searchSpans'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sql': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Read-only SQL over traces, spans and assessments
     * @description The SQL of ClickHouse. JSON has the columns in meta and the rows in data. See docs/sql.md.
     */
    post: operations['querySql'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What to filter by: keys, and values of a field
     * @description From the newest rows: what is rare among them may be missing.
     */
    get: operations['suggest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find traces
     * @description Besides the fields below: tag.<key>=<value> and attribute.<key>=<value>.
     */
    get: operations['listTraces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Delete traces for good, with their files
     * @description Those named, or those of an experiment that a filter finds, 500 by a request.
     */
    post: operations['deleteTraces'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All traces that a filter finds, as a file
     * @description Without pages, in no order, with the columns of docs/sql.md; tag.<key> and attribute.<key> as in the list.
     */
    get: operations['exportTraces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set and remove tags of traces
     * @description Of those named, or of those of an experiment that a filter finds, 500 by a request.
     */
    post: operations['tagTraces'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/{trace_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A trace and the first of its spans */
    get: operations['getTrace'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/{trace_id}/assessments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was said about a trace, oldest first */
    get: operations['listAssessments'];
    put?: never;
    /**
     * Say something about a trace
     * @description Feedback, an expectation, or that it shows an issue.
     */
    post: operations['createAssessment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/{trace_id}/assessments/{assessment_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One assessment of a trace */
    get: operations['getAssessment'];
    put?: never;
    post?: never;
    /**
     * Take an assessment back
     * @description No fault if there is none. One that it overrode counts again.
     */
    delete: operations['deleteAssessment'];
    options?: never;
    head?: never;
    /**
     * Change an assessment
     * @description What is absent stays. Its kind never changes.
     */
    patch: operations['updateAssessment'];
    trace?: never;
  };
  '/api/v1/traces/{trace_id}/outline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A trace, and of all its spans by column what a tree and timeline show
     * @description The first 200000 spans by start time; span_count of the trace says how many there are.
     */
    get: operations['getTraceOutline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/{trace_id}/spans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Spans of a trace without payloads, by start time */
    get: operations['listSpans'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/{trace_id}/spans/{span_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A span with its payloads; large values by reference */
    get: operations['getSpan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/{trace_id}/spans/{span_id}/attributes/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A part of the text of an attribute, however large */
    get: operations['getAttribute'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/traces/{trace_id}/spans/{span_id}/resource/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A part of the text of an attribute of the span's resource, however large */
    get: operations['getResourceAttribute'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List everybody who may sign in */
    get: operations['listUsers'];
    put?: never;
    /** Let somebody sign in */
    post: operations['createUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{user_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a user
     * @description Keys they made stay.
     */
    delete: operations['deleteUser'];
    options?: never;
    head?: never;
    /** Change a user, or shut them out */
    patch: operations['updateUser'];
    trace?: never;
  };
  '/api/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List webhooks, the newest first */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Be told of changes of prompts and models
     * @description Each event is delivered at least once, as MLflow does: the same X-MLflow-Delivery-Id is the same event. Order is not kept.
     */
    post: operations['createWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A webhook */
    get: operations['getWebhook'];
    put?: never;
    post?: never;
    /** Delete a webhook and what it was still to be told */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    /** Change a webhook; what waits goes to the new address */
    patch: operations['updateWebhook'];
    trace?: never;
  };
  '/api/v1/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of the deliveries of the last week, the newest first */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/deliveries/{delivery_id}/repeat': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a delivery again at once */
    post: operations['repeatWebhookDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a made-up event once and say how that went */
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workspaces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List workspaces */
    get: operations['listWorkspaces'];
    put?: never;
    /**
     * Create a workspace
     * @description It has an experiment `Default` for traces that name none.
     */
    post: operations['createWorkspace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workspaces/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a workspace */
    get: operations['getWorkspace'];
    put?: never;
    post?: never;
    /**
     * Delete a workspace
     * @description Its experiments are deleted first. Its name is not given again.
     */
    delete: operations['deleteWorkspace'];
    options?: never;
    head?: never;
    /** Change the description of a workspace */
    patch: operations['updateWorkspace'];
    trace?: never;
  };
  '/api/v1/workspaces/{name}/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a workspace may use, and what it used */
    get: operations['getWorkspaceLimits'];
    /**
     * Limit what a workspace may use
     * @description In place of the limits it had. They hold everywhere within two seconds; what is over them is answered by 429 with Retry-After.
     */
    put: operations['putWorkspaceLimits'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AddReviewItemsBody: {
      trace_ids: string[];
    };
    AgreementVerdict: {
      /** @description What it found */
      value: components['schemas']['JsonValue'];
      rationale?: string;
      /** @description Who says so */
      source_id?: string;
    };
    AlertChange: {
      /** Format: date-time */
      time: string;
      /** @description Value of the dimension, if the rule has one */
      group?: string;
      /** @enum {string} */
      state: 'ok' | 'firing' | 'no-data';
      /** @enum {string} */
      previous_state: 'ok' | 'firing' | 'no-data';
      value?: number;
      baseline?: number;
      /** @description Traces, spans or assessments that were measured */
      count: number;
      /**
       * @description Webhooks were told
       * @enum {string}
       */
      event?: 'alert.fired' | 'alert.resolved';
    };
    AlertCondition: {
      /** @enum {string} */
      type: 'threshold' | 'change';
      /** @enum {string} */
      direction: 'above' | 'below' | 'up' | 'down' | 'either';
      /** @description Of a threshold */
      threshold?: number;
      /** @description Of a change: at least this much */
      by?: number;
      /** @enum {string} */
      unit?: 'percent' | 'absolute';
      /** @enum {string} */
      baseline?: 'previous_window' | 'day_before' | 'week_before';
    };
    AlertGroup: {
      /** @description Value of the dimension, if the rule has one */
      group?: string;
      /** @enum {string} */
      state: 'ok' | 'firing' | 'no-data';
      /** @description At the last check; absent when nothing was to measure */
      value?: number;
      /** @description What it is compared with */
      baseline?: number;
      /** @description Traces, spans or assessments that were measured */
      count: number;
      /**
       * Format: date-time
       * @description Since when it is in its state
       */
      change_time?: string;
    };
    AlertHistory: {
      changes: components['schemas']['AlertChange'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    AlertReading: {
      /** @description Value of the dimension, if the rule has one */
      group?: string;
      /**
       * @description What this check by itself finds
       * @enum {string}
       */
      outcome: 'ok' | 'breach' | 'no-data';
      count: number;
      value?: number;
      baseline?: number;
    };
    AlertRule: {
      /** Format: uuid */
      id: string;
      experiment_id: string;
      name: string;
      description: string;
      is_enabled: boolean;
      /** @description Absent: who asks for alerts */
      webhook_ids?: string[];
      /** @example error_rate */
      measure: string;
      /** @enum {string} */
      view: 'traces' | 'spans' | 'assessments';
      assessment?: string;
      filter: string;
      dimension?: string;
      /** @example 15m */
      window: string;
      condition: components['schemas']['AlertCondition'];
      minimum_count?: number;
      consecutive_checks: number;
      /** @example error_rate above 0.2 over 5m */
      summary: string;
      /**
       * @description Firing when any group is; no-data before the first check
       * @enum {string}
       */
      state: 'ok' | 'firing' | 'no-data';
      /** @description One, or one for each value of the dimension */
      groups: components['schemas']['AlertGroup'][];
      /** Format: date-time */
      last_check_time?: string;
      /** @description Why the last check failed */
      error?: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    AlertRulePage: {
      alert_rules: components['schemas']['AlertRule'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    AlertTest: {
      /** Format: date-time */
      from: string;
      /**
       * Format: date-time
       * @description Exclusive
       */
      to: string;
      readings: components['schemas']['AlertReading'][];
    };
    ApiKey: {
      /** @description The part of the key after `mr_` */
      key_id: string;
      name: string;
      /** @enum {string} */
      role: 'admin' | 'editor' | 'viewer' | 'ingest';
      /** @description Absent: the whole workspace */
      experiment_id?: string;
      /** @description Name of who made it; empty where nobody signs in */
      created_by: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      expiration_time?: string;
      /**
       * Format: date-time
       * @description To the minute
       */
      last_used_time?: string;
      /** Format: date-time */
      revocation_time?: string;
    };
    ApiKeyList: {
      api_keys: components['schemas']['ApiKey'][];
    };
    ApplyRetentionBody: {
      experiment_id: string;
    };
    ArtifactEntry: {
      name: string;
      is_folder: boolean;
      /** @description Of a file */
      bytes?: number;
    };
    ArtifactPage: {
      entries: components['schemas']['ArtifactEntry'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    AskingEstimate: {
      /** @description Absent when no model is asked */
      model?: string;
      /** @description Of the model */
      calls: number;
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars; absent when no price is known */
      cost_usd?: number;
    };
    Assessment: {
      /** @example a-64f547c9ad9045b68457fbf82ccd53c0 */
      assessment_id: string;
      trace_id: string;
      name: string;
      /** @enum {string} */
      kind: 'feedback' | 'expectation' | 'issue';
      /** @description Absent for an issue */
      value?: components['schemas']['JsonValue'];
      issue_name?: string;
      error?: components['schemas']['AssessmentError'];
      source: components['schemas']['AssessmentSource'];
      span_id?: string;
      rationale?: string;
      metadata: {
        [key: string]: string;
      };
      overrides?: string;
      /** @description False once another one overrides it */
      is_valid: boolean;
      /** Format: date-time */
      create_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    AssessmentError: {
      code?: string;
      message?: string;
      stack_trace?: string;
    };
    AssessmentList: {
      /** @description Oldest first */
      assessments: components['schemas']['Assessment'][];
    };
    AssessmentSource: {
      /** @enum {string} */
      type: 'human' | 'judge' | 'code' | 'unknown';
      id?: string;
    };
    Attribute: {
      key: string;
      /** @enum {string} */
      type: 'string' | 'bool' | 'int' | 'double' | 'bytes' | 'array' | 'map' | 'null' | 'blob';
      /** @description Absent for a blob */
      value?: components['schemas']['JsonValue'];
      /** @description Size of a blob */
      bytes?: number;
    };
    AttributeWindow: {
      key: string;
      text: string;
      /** @description Bytes of the whole text */
      total_bytes: number;
      /** @description Where this part begins: at or before the byte asked for */
      offset: number;
      /** @description Absent at the end */
      next_offset?: number;
    };
    AuditEntry: {
      /** Format: date-time */
      time: string;
      /** @enum {string} */
      actor_kind: 'anyone' | 'user' | 'key' | 'nobody';
      /** @description Name of the user or key */
      actor: string;
      /** @example DELETE /api/v1/prompts/:name */
      action: string;
      /**
       * @description What the request named, as JSON
       * @example {"name":"support"}
       */
      target: string;
      /** @enum {string} */
      outcome: 'done' | 'refused' | 'failed';
      /** @description Where the request came from */
      address: string;
    };
    AuditPage: {
      entries: components['schemas']['AuditEntry'][];
      next_page_token?: string;
    };
    BuiltInScorer: {
      /** @description `kind` of a definition: {"millrace_scorer": {"kind", "parameters"}} */
      name: string;
      title: string;
      description: string;
      /**
       * @description any: as its parameters say
       * @enum {string}
       */
      level: 'trace' | 'session' | 'any';
      /** @description JSON schema of its parameters */
      parameters: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /** @description Expectations without which it skips when its parameters are left as they are */
      needs_expectations: string[];
      /** @description What it reads */
      reads: string[];
      /** @description Whether it asks a model */
      is_judge: boolean;
      /** @description Its class in mlflow.genai.scorers, if there is one */
      mlflow_class: string | null;
    };
    BuiltInScorerList: {
      scorers: components['schemas']['BuiltInScorer'][];
    };
    CategoryCount: {
      value: string;
      count: number;
    };
    ChangePasswordBody: {
      old_password: string;
      /** @description 12 to 1000 characters */
      new_password: string;
    };
    ChangedExample: {
      scorer: string;
      /** @description The beginning of what was asked */
      request_preview?: string;
      baseline: components['schemas']['ComparedVerdict'];
      candidate: components['schemas']['ComparedVerdict'];
    };
    ChangedTraces: {
      /** @description Traces that this request changed */
      trace_count: number;
      /** @description Ask again with it for the rest of what the filter finds; absent when all is done */
      next_page_token?: string;
    };
    CompareEvaluationsBody: {
      experiment_id: string;
      /** @description What was */
      baseline: {
        /** @description Made in the run or linked to it, and what was found for it */
        run_id?: string;
        /** @description The run of this evaluation */
        evaluation_id?: string;
        logged_model_id?: string;
        prompt_version?: string;
        /** @description In the grammar of docs/filters.md */
        filter?: string;
      };
      /** @description What is new */
      candidate: {
        /** @description Made in the run or linked to it, and what was found for it */
        run_id?: string;
        /** @description The run of this evaluation */
        evaluation_id?: string;
        logged_model_id?: string;
        prompt_version?: string;
        /** @description In the grammar of docs/filters.md */
        filter?: string;
      };
      /** @description Names of assessments; all that both sides have when absent */
      scorers?: string[];
      /**
       * @description Of these less is an improvement
       * @default []
       */
      lower_is_better?: string[];
      /**
       * @description Regressions and improvements that are listed, of each
       * @default 100
       */
      limit?: number;
    };
    ComparedMeasure: {
      /**
       * @description Of categories changes are counted alone
       * @enum {string}
       */
      kind: 'pass_fail' | 'number' | 'category';
      /** @description Examples that have a value on both sides */
      pairs: number;
      /** @description Share that passes, or mean */
      baseline?: number;
      /** @description Share that passes, or mean */
      candidate?: number;
      difference?: components['schemas']['Difference'];
      /** @description McNemar's exact test of passes, Wilcoxon's signed-rank test of numbers */
      p_value?: number;
      changed: number;
      /** @enum {string} */
      name: 'latency_ms' | 'tokens' | 'cost_usd';
    };
    ComparedScorer: {
      /**
       * @description Of categories changes are counted alone
       * @enum {string}
       */
      kind: 'pass_fail' | 'number' | 'category';
      /** @description Examples that have a value on both sides */
      pairs: number;
      /** @description Share that passes, or mean */
      baseline?: number;
      /** @description Share that passes, or mean */
      candidate?: number;
      difference?: components['schemas']['Difference'];
      /** @description McNemar's exact test of passes, Wilcoxon's signed-rank test of numbers */
      p_value?: number;
      changed: number;
      name: string;
      improvements: number;
      regressions: number;
      /** @description Holm's correction for all scorers of the answer */
      corrected_p_value?: number;
      /** @description Whether the corrected p-value is below 0.05 */
      is_significant: boolean;
    };
    ComparedSide: {
      traces: number;
      /** @description Examples that the other side has not, or that nobody knows */
      unpaired: number;
      /** @description Older traces of an example, of which the newest counts */
      repeated: number;
    };
    ComparedVerdict: {
      trace_id: string;
      /** @description What it found */
      value: components['schemas']['JsonValue'];
      rationale?: string;
    };
    Comparison: {
      baseline: components['schemas']['ComparedSide'];
      candidate: components['schemas']['ComparedSide'];
      /** @description Examples that both sides have */
      pairs: number;
      scorers: components['schemas']['ComparedScorer'][];
      measures: components['schemas']['ComparedMeasure'][];
      /** @description The worst first */
      regressions: components['schemas']['ChangedExample'][];
      /** @description The best first */
      improvements: components['schemas']['ChangedExample'][];
    };
    Cost: {
      /**
       * @description US dollars; input neither read from a cache nor written to one
       * @example 0.00385
       */
      input: number;
      /**
       * @description Input read from a cache or written to one
       * @example 0.00385
       */
      cache: number;
      /**
       * @description Output with reasoning
       * @example 0.00385
       */
      output: number;
      /**
       * @description More than the parts where a client told nothing but a total
       * @example 0.00385
       */
      total: number;
    };
    CreateAlertRuleBody: {
      experiment_id: string;
      name: string;
      /** @default  */
      description?: string;
      /** @default true */
      is_enabled?: boolean;
      /** @description Who is told, whatever they ask for; absent: every webhook that asks for alert.fired */
      webhook_ids?: string[];
      /** @description count, traces, sessions, users, errors, error_rate, pass_rate, latency, time_to_first_token, span_count, value, tokens, cost, tokens.input, tokens.cache_read, tokens.cache_write, tokens.output, tokens.reasoning, tokens.total, cost.input, cost.cache, cost.output, cost.total; those with values also as .sum, .avg, .min, .max or .p95 */
      measure: string;
      /**
       * @description What is counted. Assessments for pass_rate and value, spans for time_to_first_token, else traces
       * @enum {string}
       */
      view?: 'traces' | 'spans' | 'assessments';
      /** @description Name of the assessments that are measured */
      assessment?: string;
      /**
       * @description Traces that count, in the grammar of docs/filters.md
       * @default
       */
      filter?: string;
      /** @description Alerts for each value of it: name, status, type, model, provider, service, session, user, experiment, run, logged_model, prompt_version, assessment_name, assessment_value, assessment_source, latency_class, tags.<key>, metadata.<key>, attributes.<key> */
      dimension?: string;
      /** @description From 5m to 7d; it ends at the time of the check */
      window: string;
      condition:
        | {
            /** @constant */
            type: 'threshold';
            /** @enum {string} */
            direction: 'above' | 'below';
            threshold: number;
          }
        | {
            /** @constant */
            type: 'change';
            /** @enum {string} */
            direction: 'up' | 'down' | 'either';
            /** @description At least this much */
            by: number;
            /** @enum {string} */
            unit: 'percent' | 'absolute';
            /**
             * @description The window just before, or the same window a day or a week earlier
             * @enum {string}
             */
            baseline: 'previous_window' | 'day_before' | 'week_before';
          };
      /** @description Fewer traces, spans or assessments are no data; 1, or 0 for counts and sums, unless told */
      minimum_count?: number;
      /**
       * @description Checks in a row that must find it so
       * @default 1
       */
      consecutive_checks?: number;
    };
    CreateApiKeyBody: {
      /** @description What it is for: `checkout service, production` */
      name: string;
      /**
       * @description ingest: sends traces, no more; viewer: looks; editor: changes; admin: everything here
       * @default ingest
       * @enum {string}
       */
      role?: 'admin' | 'editor' | 'viewer' | 'ingest';
      /** @description Holds it to this experiment; absent: the whole workspace */
      experiment_id?: string;
      /**
       * Format: date-time
       * @description RFC 3339; absent: it does not expire
       */
      expiration_time?: string;
    };
    CreateAssessmentBody: {
      name: string;
      /**
       * @default feedback
       * @enum {string}
       */
      kind?: 'feedback' | 'expectation' | 'issue';
      /** @description Of feedback and expectations: any JSON */
      value?: components['schemas']['JsonValue'];
      /** @description Of an issue, whose id is then the name */
      issue_name?: string;
      /** @description Why there is no value, or none to be trusted; of feedback */
      error?: {
        code?: string;
        message?: string;
        stack_trace?: string;
      };
      /**
       * @default {
       *       "type": "unknown"
       *     }
       */
      source?: {
        /**
         * @default unknown
         * @enum {string}
         */
        type?: 'human' | 'judge' | 'code' | 'unknown';
        id?: string;
      };
      /** @description Absent: it is about the whole trace */
      span_id?: string;
      rationale?: string;
      /** @default {} */
      metadata?: {
        [key: string]: string;
      };
      /** @description Id of the assessment that this one stands for from now on */
      overrides?: string;
    };
    CreateDatasetBody: {
      name: string;
      /** @default [] */
      experiment_ids?: string[];
      /** @default {} */
      tags?: {
        [key: string]: string;
      };
    };
    CreateErasureBody: {
      /** @description Everything of this user */
      user_id?: string;
      /** @description Everything of this session; of the user alone if one is named as well */
      session_id?: string;
      /** @description In this experiment only; absent: in all of the workspace */
      experiment_id?: string;
      /** @description Stands in the proof, such as the number of the request */
      reason: string;
    };
    CreateEvaluationBody: {
      experiment_id: string;
      name?: string;
      /**
       * @default batch
       * @enum {string}
       */
      cause?: 'batch' | 'backfill';
      /** @description These traces */
      trace_ids?: string[];
      /** @description The records of this data set */
      dataset_id?: string;
      /** @description Answers every record of the data set anew; what is judged is the answer */
      task?: {
        /** @description prompts:/name/version or prompts:/name@alias */
        prompt: string;
        /** @description provider:/model or gateway:/endpoint */
        model: string;
      };
      /** @description RFC 3339, or milliseconds since the epoch */
      from?: string;
      /** @description RFC 3339, or milliseconds since the epoch */
      to?: string;
      /**
       * @description Of the grammar that traces are searched with
       * @default
       */
      filter?: string;
      /**
       * @description Share of the traces, by a hash of their ids: the same ones each time
       * @default 1
       */
      sample_rate?: number;
      /**
       * @description Another one makes another sample
       * @default
       */
      seed?: string;
      /** @description A fair sample of so many, if there are more */
      max_traces?: number;
      scorers: {
        name: string;
        /** @description Of a registered scorer; the newest when absent */
        version?: number;
        /** @description JSON of a scorer that is not registered, as text or object */
        definition?:
          | string
          | {
              [key: string]: components['schemas']['JsonValue'];
            };
      }[];
      /** @description US dollars that judges may cost */
      budget_usd?: number;
    };
    CreateEvaluationScheduleBody: {
      experiment_id: string;
      name: string;
      /** @description Five fields: minute, hour, day of month, month, day of week */
      cron: string;
      /**
       * @description Of IANA, such as Europe/Berlin
       * @default UTC
       */
      time_zone?: string;
      /**
       * @description What came since it fired before, or the calendar day before the one it fires on
       * @default since-previous-fire
       * @enum {string}
       */
      window?: 'since-previous-fire' | 'previous-day';
      /**
       * @description Of the grammar that traces are searched with
       * @default
       */
      filter?: string;
      /**
       * @description Share of the traces, by a hash of their ids: the same ones each time
       * @default 1
       */
      sample_rate?: number;
      /**
       * @description Another one makes another sample
       * @default
       */
      seed?: string;
      /** @description A fair sample of so many, if there are more */
      max_traces?: number;
      scorers: {
        name: string;
        /** @description Of a registered scorer; the newest when absent */
        version?: number;
        /** @description JSON of a scorer that is not registered, as text or object */
        definition?:
          | string
          | {
              [key: string]: components['schemas']['JsonValue'];
            };
      }[];
      /** @description US dollars that judges may cost */
      budget_usd?: number;
      /** @default false */
      is_paused?: boolean;
    };
    CreateExperimentBody: {
      name: string;
      /** @default {} */
      tags?: {
        [key: string]: string;
      };
    };
    CreateExportScheduleBody: {
      name: string;
      /** @description Absent: all experiments of the workspace */
      experiment_id?: string;
      /**
       * @description Each hour or each day of UTC is a window of its own
       * @enum {string}
       */
      every: 'hour' | 'day';
      /**
       * @description Of traces, such as: status = 'ERROR'
       * @default
       */
      filter?: string;
      /**
       * @description Whether traces that judges made are exported
       * @default false
       */
      include_judge_traces?: boolean;
      /**
       * @description false: only what is asked for is exported
       * @default true
       */
      is_enabled?: boolean;
      /** @description Days after the end of a window that its files are kept; absent: for ever */
      keep_days?: number;
    };
    CreateForwardingTargetBody: {
      /** @description Whose spans are sent on */
      experiment_id: string;
      /**
       * Format: uri
       * @description Of the OTLP/HTTP endpoint for traces, path included: https://collector:4318/v1/traces
       */
      url: string;
      /**
       * @description Sent with every request, such as Authorization. Never given back: answers say ***
       * @default {}
       */
      headers?: {
        [key: string]: string;
      };
      /**
       * @default gzip
       * @enum {string}
       */
      compression?: 'none' | 'gzip';
      /**
       * @description False: nothing is sent, the position in the log is kept
       * @default true
       */
      is_enabled?: boolean;
    };
    CreateGatewayEndpointBody: {
      /** @description What gateway:/<name> and the chat completions ask for */
      name: string;
      /** @description With several of them the requests are shared */
      models: {
        model_id: string;
        /**
         * @description Its share of the requests, beside the weights of the others
         * @default 1
         */
        weight?: number;
      }[];
      /**
       * @description Asked one after the other when that fails
       * @default []
       */
      fallback_model_ids?: string[];
    };
    CreateGatewayModelBody: {
      name: string;
      provider: string;
      /** @description What the provider calls it, such as 'gpt-4o-mini' */
      model: string;
      secret_id: string;
    };
    CreateGatewaySecretBody: {
      name: string;
      /** @description openai, anthropic, gemini, …; absent: of any provider */
      provider?: string;
      /** @description Such as api_key; never told again */
      values: {
        [key: string]: string;
      };
      /**
       * @description Such as api_base
       * @default {}
       */
      settings?: {
        [key: string]: string;
      };
    };
    CreateIssueBody: {
      experiment_id: string;
      name: string;
      description: string;
      /**
       * @description pending when absent
       * @enum {string}
       */
      status?: 'pending' | 'rejected' | 'resolved';
      /** @enum {string} */
      severity?: 'not_an_issue' | 'low' | 'medium' | 'high';
      /** @default [] */
      root_causes?: string[];
      /** @default [] */
      categories?: string[];
      /** @description The run that found it */
      source_run_id?: string;
      created_by?: string;
    };
    CreateLabelSchemaBody: {
      experiment_id: string;
      /** @description Name of the assessments that answer it */
      name: string;
      /** @enum {string} */
      kind: 'feedback' | 'expectation';
      input:
        | {
            /** @constant */
            kind: 'pass_fail';
            positive_label: string;
            negative_label: string;
          }
        | {
            /** @constant */
            kind: 'categorical';
            /** @description Up to 10 */
            options: string[];
            /** @default false */
            multi_select?: boolean;
          }
        | {
            /** @constant */
            kind: 'numeric';
            min?: number;
            max?: number;
          }
        | {
            /** @constant */
            kind: 'text';
            max_length?: number;
          };
      instruction?: string;
      /**
       * @description Ask for a reason too
       * @default false
       */
      has_comment?: boolean;
    };
    CreateLoggedModelBody: {
      experiment_id: string;
      /** @description One is invented when absent */
      name?: string;
      model_type?: string;
      source_run_id?: string;
      /** @default {} */
      params?: {
        [key: string]: string;
      };
      /** @default {} */
      tags?: {
        [key: string]: string;
      };
    };
    CreatePromptBody: {
      /** @description Letters, digits, _ - and . */
      name: string;
      /** @default  */
      description?: string;
      /** @default {} */
      tags?: {
        [key: string]: string;
      };
    };
    CreatePromptVersionBody: {
      /** @description Of a text prompt, with {{variables}} */
      template?: string;
      /** @description Of a chat prompt */
      messages?: ({
        role: string;
        content: components['schemas']['JsonValue'];
      } & {
        [key: string]: components['schemas']['JsonValue'];
      })[];
      /** @description JSON schema of the answer */
      response_format?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /** @description The model it is meant for: model_name, temperature, … */
      model_config?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /** @default  */
      commit_message?: string;
      /** @default {} */
      tags?: {
        [key: string]: string;
      };
    };
    CreateReviewQueueBody: {
      experiment_id: string;
      /** @description Unique in the experiment, whatever the case of its letters */
      name: string;
      /**
       * @description Who is to review, up to 10
       * @default []
       */
      users?: string[];
      /**
       * @description The questions
       * @default []
       */
      schema_ids?: string[];
      created_by?: string;
    };
    CreateRunBody: {
      experiment_id: string;
      /** @description One is invented if absent */
      name?: string;
      user_id?: string;
      /**
       * Format: date-time
       * @description Now if absent
       */
      start_time?: string;
      /** @default {} */
      tags?: {
        [key: string]: string;
      };
    };
    CreateUserBody: {
      /** @description What they sign in with: a login or an e-mail address; kept in lower case */
      name: string;
      /** @default  */
      display_name?: string;
      /** @description Absent: they sign in by OpenID Connect only */
      password?: string;
      /**
       * @description Whether all workspaces and users are theirs to run
       * @default false
       */
      is_operator?: boolean;
    };
    CreateWebhookBody: {
      /** @description Letters, digits, dots, underscores and hyphens */
      name: string;
      /** @description Takes a POST for each event; https and public unless the server is set otherwise */
      url: string;
      events: (
        | 'prompt.created'
        | 'prompt_version.created'
        | 'prompt_tag.set'
        | 'prompt_tag.deleted'
        | 'prompt_version_tag.set'
        | 'prompt_version_tag.deleted'
        | 'prompt_alias.created'
        | 'prompt_alias.deleted'
        | 'registered_model.created'
        | 'model_version.created'
        | 'model_version_tag.set'
        | 'model_version_tag.deleted'
        | 'model_version_alias.created'
        | 'model_version_alias.deleted'
        | 'trace.completed'
        | 'trace.reopened'
        | 'alert.fired'
        | 'alert.resolved'
      )[];
      /** @default  */
      description?: string;
      /**
       * @description Deliveries are signed with it; never given back. Empty: none
       * @default
       */
      secret?: string;
      /** @default true */
      is_enabled?: boolean;
    };
    CreateWorkspaceBody: {
      /** @description 1 to 63 lower-case letters, digits and '-', not '-' first */
      name: string;
      /** @default  */
      description?: string;
    };
    Dataset: {
      /** @example d-1b59b625c2e84a5597d4b0fc914b2c32 */
      dataset_id: string;
      name: string;
      tags: {
        [key: string]: string;
      };
      experiment_ids: string[];
      record_count: number;
      /** @description Types of the fields of its records */
      schema?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /** @description Another one after each change of the records */
      digest: string;
      created_by?: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    DatasetPage: {
      datasets: components['schemas']['Dataset'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    DeadLetter: {
      id: string;
      experiment_id: string;
      trace_id: string;
      /** Format: date-time */
      failed_at: string;
      reason: string;
    };
    DeadLetterCount: {
      /** @description How many there were among the ids */
      count: number;
    };
    DeadLetterList: {
      /** @description Newest first */
      dead_letters: components['schemas']['DeadLetter'][];
    };
    DeleteDatasetRecordsBody: {
      record_ids: string[];
    };
    DeleteTracesBody: {
      /** @description These traces; those that are not there are passed over */
      trace_ids?: string[];
      /** @description All traces of this experiment that the rest finds */
      experiment_id?: string;
      /**
       * @description In the grammar of docs/filters.md
       * @default
       */
      filter?: string;
      /** @description Earliest request time, inclusive */
      from?: string;
      /** @description Latest request time, exclusive */
      to?: string;
      /** @description next_page_token of the answer before */
      page_token?: string;
    };
    DeletedRecords: {
      deleted: number;
    };
    Dictionary: {
      values: string[];
      /** @description Of each span, which of the values */
      indexes: number[];
    };
    Difference: {
      /** @description Candidate minus baseline */
      estimate: number;
      /** @description Of the 95 % interval */
      low: number;
      high: number;
    };
    Disagreement: {
      trace_id: string;
      judge: components['schemas']['AgreementVerdict'];
      human: components['schemas']['AgreementVerdict'];
    };
    DiscardDeadLettersBody: {
      /** @description Ids of dead letters */
      ids: string[];
    };
    Erasure: {
      /** Format: uuid */
      erasure_id: string;
      /** @description Absent: in all experiments */
      experiment_id?: string;
      user_id?: string;
      session_id?: string;
      reason: string;
      /** @description Empty where nobody signs in */
      asked_by: string;
      /** @enum {string} */
      state: 'waiting' | 'running' | 'done' | 'failed';
      /** @description Why it failed, or can not go on yet */
      failure?: string;
      /** @description Traces found so far, those of judges about them included */
      trace_count: number;
      /** @description Traces that stay because of legal holds */
      held_count: number;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      end_time?: string;
    };
    ErasurePage: {
      erasures: components['schemas']['Erasure'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    ErrorAnswer: {
      error: {
        /** @enum {string} */
        code:
          | 'INVALID_PARAMETER_VALUE'
          | 'BAD_REQUEST'
          | 'RESOURCE_ALREADY_EXISTS'
          | 'UNAUTHENTICATED'
          | 'PERMISSION_DENIED'
          | 'RESOURCE_DOES_NOT_EXIST'
          | 'ENDPOINT_NOT_FOUND'
          | 'RESOURCE_CONFLICT'
          | 'REQUEST_LIMIT_EXCEEDED'
          | 'INTERNAL_ERROR'
          | 'NOT_IMPLEMENTED'
          | 'TEMPORARILY_UNAVAILABLE';
        /** @description What happened and what to do */
        message: string;
      };
    };
    Estimate: {
      /** @description What the selection finds */
      eligible: number;
      /** @description What of it would be judged */
      sampled: number;
      scorers: components['schemas']['ScorerEstimate'][];
      /** @description Of the answers to its task; absent without one */
      task?: components['schemas']['AskingEstimate'];
      /** @description US dollars of all scorers, and of the task, with a known price */
      cost_usd: number;
      /** @description Whether the price of every scorer and of the task is known */
      is_cost_known: boolean;
      /** @description Absent without a budget */
      is_within_budget?: boolean;
    };
    EstimateEvaluationBody: {
      experiment_id: string;
      name?: string;
      /**
       * @default batch
       * @enum {string}
       */
      cause?: 'batch' | 'backfill';
      /** @description These traces */
      trace_ids?: string[];
      /** @description The records of this data set */
      dataset_id?: string;
      /** @description Answers every record of the data set anew; what is judged is the answer */
      task?: {
        /** @description prompts:/name/version or prompts:/name@alias */
        prompt: string;
        /** @description provider:/model or gateway:/endpoint */
        model: string;
      };
      /** @description RFC 3339, or milliseconds since the epoch */
      from?: string;
      /** @description RFC 3339, or milliseconds since the epoch */
      to?: string;
      /**
       * @description Of the grammar that traces are searched with
       * @default
       */
      filter?: string;
      /**
       * @description Share of the traces, by a hash of their ids: the same ones each time
       * @default 1
       */
      sample_rate?: number;
      /**
       * @description Another one makes another sample
       * @default
       */
      seed?: string;
      /** @description A fair sample of so many, if there are more */
      max_traces?: number;
      scorers: {
        name: string;
        /** @description Of a registered scorer; the newest when absent */
        version?: number;
        /** @description JSON of a scorer that is not registered, as text or object */
        definition?:
          | string
          | {
              [key: string]: components['schemas']['JsonValue'];
            };
      }[];
      /** @description US dollars that judges may cost */
      budget_usd?: number;
    };
    Evaluation: {
      /** @example ev-3f7a0a52f2c14f3c9a51f5f8f5f7d1aa */
      evaluation_id: string;
      experiment_id: string;
      /** @description The run that holds the figures and that the traces are linked to */
      run_id: string;
      name: string;
      /** @enum {string} */
      cause: 'batch' | 'backfill' | 'schedule';
      /** @description The schedule that began it, while there is one */
      schedule_id?: string;
      /** @enum {string} */
      state: 'selecting' | 'running' | 'paused' | 'finished' | 'cancelled' | 'failed';
      /** @description What is judged, as it was asked for */
      selection: {
        [key: string]: components['schemas']['JsonValue'];
      };
      scorers: components['schemas']['EvaluationScorer'][];
      budget_usd?: number;
      /** @description Why it failed */
      failure?: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      end_time?: string;
      ledger: components['schemas']['Ledger'];
    };
    EvaluationItem: {
      item_id: string;
      /** @enum {string} */
      kind: 'trace' | 'record' | 'session';
      /** @description Id of the trace, the record or the session */
      subject_id: string;
      /** @description The trace that was judged */
      trace_id?: string;
      session_id?: string;
      /** @description Version of the trace's content that was judged */
      trace_version?: string;
      /** @description What was asked: of the trace, else of the record */
      request_preview?: string;
      /** @enum {string} */
      state: 'pending' | 'scored' | 'skipped' | 'failed';
      /** @description Why it was skipped or failed */
      reason?: string;
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars */
      cost_usd: number;
      results: components['schemas']['ItemResult'][];
    };
    EvaluationItemPage: {
      items: components['schemas']['EvaluationItem'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    EvaluationPage: {
      evaluations: components['schemas']['Evaluation'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    EvaluationResults: {
      scorers: components['schemas']['ScorerSummary'][];
      /** @description The largest groups first */
      failures: components['schemas']['FailureGroup'][];
    };
    EvaluationScore: {
      /** Format: uuid */
      evaluation_id: string;
      scorer: string;
      /** @description Of the assessment */
      name: string;
      verdicts: number;
      /** @description Of the verdicts that say yes or no */
      pass_rate?: number;
      /** @description Wilson's interval of the pass rate, 95 % */
      pass_rate_interval?: number[];
      /** @description Of numbers; passing counts 1 and not passing 0 */
      mean?: number;
    };
    EvaluationScoreList: {
      scores: components['schemas']['EvaluationScore'][];
    };
    EvaluationScorer: {
      name: string;
      /** @description Of a registered scorer */
      version?: number;
      /** @description JSON, as it was when the evaluation began */
      definition: string;
    };
    Experiment: {
      /** @example 0 */
      experiment_id: string;
      name: string;
      /** @enum {string} */
      lifecycle_stage: 'active' | 'deleted';
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
      tags: {
        [key: string]: string;
      };
    };
    ExperimentPage: {
      experiments: components['schemas']['Experiment'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    ExperimentRetention: {
      experiment_id: string;
      /** @description 0: for ever */
      days: number;
    };
    ExportRun: {
      /** Format: uuid */
      run_id: string;
      /** Format: uuid */
      schedule_id: string;
      /**
       * Format: date-time
       * @description Traces requested from then on
       */
      from: string;
      /**
       * Format: date-time
       * @description and before then
       */
      to: string;
      /**
       * @description removed: its files grew old
       * @enum {string}
       */
      state: 'waiting' | 'running' | 'done' | 'failed' | 'removed';
      /** @description Why it failed, or can not go on yet */
      failure?: string;
      /** @description Absent: the clock. Empty where nobody signs in */
      asked_by?: string;
      /**
       * Format: date-time
       * @description Everything acknowledged before then is in the files
       */
      complete_to?: string;
      /** @description Of a run that is done */
      files: components['schemas']['ExportedFile'][];
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      end_time?: string;
    };
    ExportRunList: {
      runs: components['schemas']['ExportRun'][];
    };
    ExportRunPage: {
      runs: components['schemas']['ExportRun'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    ExportSchedule: {
      /** Format: uuid */
      schedule_id: string;
      name: string;
      /** @description Absent: all experiments of the workspace */
      experiment_id?: string;
      /** @enum {string} */
      every: 'hour' | 'day';
      filter: string;
      include_judge_traces: boolean;
      is_enabled: boolean;
      /** @description Absent: for ever */
      keep_days?: number;
      /**
       * Format: date-time
       * @description When the next window is exported; absent while disabled
       */
      next_run_time?: string;
      /** @description The latest window */
      latest_run?: components['schemas']['ExportRun'];
      /** @description Empty where nobody signs in */
      created_by: string;
      /** Format: date-time */
      creation_time: string;
    };
    ExportScheduleList: {
      schedules: components['schemas']['ExportSchedule'][];
    };
    ExportWindowsBody: {
      /**
       * Format: date-time
       * @description The first moment of an hour or day of UTC
       */
      from: string;
      /**
       * Format: date-time
       * @description The last window ends then
       */
      to: string;
    };
    ExportedFile: {
      /** @enum {string} */
      table: 'traces' | 'spans';
      /** @description Of the object in the bucket; of the file in the folder of blobs under files/ */
      key: string;
      rows: number;
      bytes: number;
      sha256: string;
    };
    FailureGroup: {
      scorer: string;
      /** @enum {string} */
      kind: 'not passing' | 'failed' | 'skipped';
      /** @description The verdict, or what stood in its way */
      reason: string;
      count: number;
      /** @description Some of them, at most 20 */
      trace_ids: string[];
      /** @description Of one of them */
      rationale?: string;
    };
    FigureRow: {
      /**
       * Format: date-time
       * @description Begin of the time bucket
       */
      bucket?: string;
      /** @description By the names of the request */
      dimensions: {
        [key: string]: string | number;
      };
      /** @description By the names of the request; absent where nothing was to measure */
      measures: {
        [key: string]: number;
      };
      /** @description Measures of the period before */
      previous?: {
        [key: string]: number;
      };
    };
    Figures: {
      /** Format: date-time */
      from: string;
      /**
       * Format: date-time
       * @description Exclusive
       */
      to: string;
      /** @description By bucket, then the most of the first measure first */
      rows: components['schemas']['FigureRow'][];
    };
    FireTimes: {
      fire_times: string[];
    };
    ForwardingTarget: {
      id: string;
      experiment_id: string;
      url: string;
      /**
       * @example {
       *       "authorization": "***"
       *     }
       */
      headers: {
        [key: string]: string;
      };
      /** @enum {string} */
      compression: 'none' | 'gzip';
      is_enabled: boolean;
      /** @description Spans that the target has taken; repeated ones count again */
      sent_spans: number;
      /** @description Spans that the target has refused for good */
      failed_spans: number;
      /** @description Records of the log that are still to be looked at */
      lag_records: number;
      /** @description The latest fault */
      last_error?: string;
      /** Format: date-time */
      last_error_time?: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    ForwardingTargetList: {
      targets: components['schemas']['ForwardingTarget'][];
    };
    FoundSpan: {
      /** @example 04f9e930411c9ce7 */
      span_id: string;
      /** @description Absent on a root */
      parent_span_id?: string;
      name: string;
      /** @example CHAT_MODEL */
      type: string;
      /**
       * @description Nanoseconds since the epoch, decimal
       * @example 1795235081870837037
       */
      start_time_unix_nano: string;
      /**
       * @description Nanoseconds since the epoch, decimal
       * @example 1795235081870837037
       */
      end_time_unix_nano: string;
      status: components['schemas']['Status'];
      service: string;
      model?: string;
      provider?: string;
      tokens?: components['schemas']['TokenUsage'];
      /** @description Absent when no price is known */
      cost?: components['schemas']['SpanCost'];
      /** @description Until the first token of a stream came */
      time_to_first_token_ms?: number;
      /** @example 0baa2c388ed0ea8aca1349cdd92ea4b9 */
      trace_id: string;
      /** @example 0 */
      experiment_id: string;
    };
    FoundSpanPage: {
      /** @description The newest first */
      spans: components['schemas']['FoundSpan'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    Freshness: {
      /**
       * Format: date-time
       * @description Absent while the log can not be asked
       */
      complete_to?: string;
      /** @description Whether everything acknowledged before the request is readable */
      is_complete: boolean;
    };
    GatewayEndpoint: {
      /** @example e-9252494b76d44ed8bce081e92352eb1e */
      endpoint_id: string;
      name: string;
      /** @description Model definitions that answer */
      model_ids: string[];
      /** @description Model definitions that are asked when that fails, in order */
      fallback_model_ids: string[];
      /** Format: date-time */
      last_update_time: string;
    };
    GatewayEndpointList: {
      endpoints: components['schemas']['GatewayEndpoint'][];
    };
    GatewayModel: {
      /** @example d-ad99ade14b3d4a16b3829504d9d4eaa3 */
      model_id: string;
      name: string;
      /** @example openai */
      provider: string;
      /** @example gpt-4o-mini */
      model: string;
      secret_id: string;
    };
    GatewayModelList: {
      models: components['schemas']['GatewayModel'][];
    };
    GatewaySecret: {
      /** @example s-d607fa6d36a1427c8a103ef3a52e2019 */
      secret_id: string;
      name: string;
      provider?: string;
      /**
       * @example {
       *       "api_key": "sk-...cdef"
       *     }
       */
      masked_values: {
        [key: string]: string;
      };
      settings: {
        [key: string]: string;
      };
      /** Format: date-time */
      last_update_time: string;
    };
    GatewaySecretList: {
      secrets: components['schemas']['GatewaySecret'][];
    };
    GetReviewQueueOfUserBody: {
      experiment_id: string;
      user: string;
    };
    Health: {
      /** @enum {string} */
      status: 'ok' | 'degraded';
      /** @description What the service that answers depends on */
      checks: components['schemas']['HealthCheck'][];
    };
    HealthCheck: {
      /** @example clickhouse */
      name: string;
      is_ok: boolean;
      /** @description Why not, or what an operator should know */
      reason?: string;
    };
    Issue: {
      /** @example iss-e8ba25c8c65a43d19223ca60bddb0452 */
      issue_id: string;
      experiment_id: string;
      name: string;
      description: string;
      /** @enum {string} */
      status: 'pending' | 'rejected' | 'resolved';
      /** @enum {string} */
      severity?: 'not_an_issue' | 'low' | 'medium' | 'high';
      root_causes: string[];
      categories: string[];
      source_run_id?: string;
      created_by?: string;
      /** @description Traces that show it, if that was asked */
      trace_count?: number;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    IssuePage: {
      issues: components['schemas']['Issue'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    ItemResult: {
      scorer: string;
      /** @description Of the assessment */
      name: string;
      /** @enum {string} */
      state: 'scored' | 'skipped' | 'failed';
      /** @description What it found */
      value?: components['schemas']['JsonValue'];
      /** @description Absent for a value that says neither */
      is_passing?: boolean;
      /** @description Its first 1000 characters; the assessment has it whole */
      rationale?: string;
      /** @description Why it was skipped or failed */
      reason?: string;
      span_id?: string;
      assessment_id?: string;
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars */
      cost_usd: number;
    };
    Job: {
      id: string;
      /** @example judge-item */
      kind: string;
      /** @enum {string} */
      state: 'waiting' | 'delayed' | 'running' | 'done' | 'cancelled' | 'set_aside';
      /** @description Runs so far that count */
      attempt: number;
      progress?: components['schemas']['JobProgress'];
      /** @description Why it failed last */
      reason?: string;
      /** Format: date-time */
      created_at: string;
    };
    JobCounts: {
      /** @example judge-item */
      kind: string;
      waiting: number;
      /** @description Wait for a time, or to be tried again */
      delayed: number;
      running: number;
      set_aside: number;
    };
    JobCountsList: {
      kinds: components['schemas']['JobCounts'][];
    };
    JobProgress: {
      done: number;
      total: number;
    };
    /** @description JSON of any form */
    JsonValue:
      | string
      | number
      | boolean
      | null
      | unknown[]
      | {
          [key: string]: components['schemas']['JsonValue'];
        };
    JudgeAgreement: {
      /** @description That a judge and a person speak of */
      traces: number;
      /** @description Share in which both say the same */
      agreement?: number;
      /** @description Cohen's kappa: agreement beyond chance; absent when both say always the same word */
      kappa?: components['schemas']['Kappa'];
      /** @description Words of rows and columns; yes, true and pass are one */
      labels: string[];
      /** @description Rows: the judge; columns: the person */
      confusion: number[][];
      disagreement_count: number;
      disagreements: components['schemas']['Disagreement'][];
    };
    Kappa: {
      estimate: number;
      /** @description Of the 95 % interval */
      low: number;
      high: number;
    };
    LabelInput: {
      /** @enum {string} */
      kind: 'pass_fail' | 'categorical' | 'numeric' | 'text';
      positive_label?: string;
      negative_label?: string;
      options?: string[];
      multi_select?: boolean;
      min?: number;
      max?: number;
      max_length?: number;
    };
    LabelSchema: {
      /** @example ls-bd2521d6da35460b83391bd989380433 */
      schema_id: string;
      experiment_id: string;
      name: string;
      /** @enum {string} */
      kind: 'feedback' | 'expectation';
      input: components['schemas']['LabelInput'];
      instruction?: string;
      /** @description A reason is asked for too */
      has_comment: boolean;
      /** @description The experiment's own question: can't be changed or deleted */
      is_default: boolean;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    LabelSchemaPage: {
      /** @description The newest first */
      label_schemas: components['schemas']['LabelSchema'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    Ledger: {
      sampled: number;
      pending: number;
      scored: number;
      skipped: number;
      failed: number;
      /** @description Found by the selection, before sampling */
      eligible: number;
      /** @description Found and never judged: traces that judges made; by schedules and backfills those of evaluations too */
      left_out: number;
      /** @description Of the sessions of the sampled traces */
      sessions: components['schemas']['LedgerCounts'];
      /** @description Why rows were skipped or failed; the most frequent first */
      reasons: components['schemas']['LedgerReason'][];
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars, as far as prices are known */
      cost_usd: number;
    };
    LedgerCounts: {
      sampled: number;
      pending: number;
      scored: number;
      skipped: number;
      failed: number;
    };
    LedgerReason: {
      /** @enum {string} */
      state: 'skipped' | 'failed';
      reason: string;
      count: number;
    };
    LegalHold: {
      /** Format: uuid */
      hold_id: string;
      experiment_id: string;
      user_id?: string;
      session_id?: string;
      reason: string;
      /** @description Empty where nobody signs in */
      set_by: string;
      /** Format: date-time */
      creation_time: string;
      lifted_by?: string;
      /**
       * Format: date-time
       * @description Absent: it is in force
       */
      lift_time?: string;
    };
    LegalHoldList: {
      holds: components['schemas']['LegalHold'][];
    };
    Limits: {
      /** @description Its own limits, as they were put */
      own: {
        /** @description spans a second */
        spans_per_second?: number | null;
        /** @description bytes of spans a second */
        bytes_per_second?: number | null;
        /** @description requests to the API a second */
        requests_per_second?: number | null;
        /** @description queries at once */
        queries_at_once?: number | null;
        /** @description spans a day */
        spans_per_day?: number | null;
        /** @description bytes of spans a day */
        bytes_per_day?: number | null;
        /** @description spans a month */
        spans_per_month?: number | null;
        /** @description bytes of spans a month */
        bytes_per_month?: number | null;
      };
      /** @description The limits that hold: its own, and the defaults of the installation. Absent: without limit */
      limits: {
        /** @description spans a second */
        spans_per_second?: number;
        /** @description bytes of spans a second */
        bytes_per_second?: number;
        /** @description requests to the API a second */
        requests_per_second?: number;
        /** @description queries at once */
        queries_at_once?: number;
        /** @description spans a day */
        spans_per_day?: number;
        /** @description bytes of spans a day */
        bytes_per_day?: number;
        /** @description spans a month */
        spans_per_month?: number;
        /** @description bytes of spans a month */
        bytes_per_month?: number;
      };
      /** @description Sent since midnight, UTC; a second late */
      today: components['schemas']['Sent'];
      /** @description Sent since the first of the month, UTC; a second late */
      this_month: components['schemas']['Sent'];
    };
    LogToRunBody: {
      metrics?: {
        key: string;
        /** @description What JSON has no number for is a word */
        value: number | ('NaN' | 'Infinity' | '-Infinity');
        /**
         * Format: date-time
         * @description Now if absent
         */
        timestamp?: string;
        /** @default 0 */
        step?: number;
        /** @description A logged model that it was measured on */
        model_id?: string;
      }[];
      /**
       * @description Written once: the same value again is fine
       * @default {}
       */
      params?: {
        [key: string]: string;
      };
      /** @default {} */
      tags?: {
        [key: string]: string;
      };
    };
    LoggedModel: {
      /** @example m-737daf5401af4dcd8410564d74ba173f */
      model_id: string;
      experiment_id: string;
      name: string;
      model_type?: string;
      source_run_id?: string;
      /** @enum {string} */
      status: 'PENDING' | 'READY' | 'FAILED';
      artifact_uri: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
      params: {
        [key: string]: string;
      };
      tags: {
        [key: string]: string;
      };
      metrics: components['schemas']['ModelMetric'][];
    };
    LoggedModelPage: {
      models: components['schemas']['LoggedModel'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    MaskedText: {
      text: string;
      /** @description How often each rule masked something, by its name */
      counts: {
        [key: string]: number;
      };
    };
    MaskingCounts: {
      /** Format: date-time */
      from: string;
      /**
       * Format: date-time
       * @description Exclusive
       */
      to: string;
      /** @description Stored spans of which something was masked */
      masked_spans: number;
      /** @description The most first */
      rules: components['schemas']['MaskingRuleCount'][];
      /** @description False where spans differ in what was masked in too many ways: then the rarest are not counted */
      is_complete: boolean;
    };
    MaskingRule: {
      name: string;
      /** @enum {string} */
      kind: 'pattern' | 'key' | 'pii';
      /** @description Of a pattern: in RE2 syntax */
      pattern?: string;
      ignore_case?: boolean;
      /** @description Globs over keys */
      keys?: string[];
      pii?: (
        | 'email'
        | 'phone'
        | 'credit_card'
        | 'iban'
        | 'ip_address'
        | 'us_ssn'
        | 'api_key'
        | 'bearer_token'
        | 'url_password'
      )[];
      /** @enum {string} */
      action: 'text' | 'hash';
      text?: string;
      mask_names: boolean;
    };
    MaskingRuleCount: {
      /** @description Name of a rule, as it was when it masked */
      rule: string;
      /** @description Values that it masked in spans, their resources included */
      values: number;
    };
    MaskingRules: {
      rules: components['schemas']['MaskingRule'][];
      /**
       * Format: date-time
       * @description Absent: none were ever set
       */
      last_update_time?: string;
    };
    MeasureJudgeAgreementBody: {
      experiment_id: string;
      /** @description Name of the assessments of the judge or of code */
      scorer: string;
      /** @description Name of those of people; the same when absent */
      label?: string;
      /**
       * @description Traces that count, in the grammar of docs/filters.md
       * @default
       */
      filter?: string;
      /** @description Earliest request time, inclusive */
      from?: string;
      /** @description Latest request time, exclusive */
      to?: string;
      /**
       * @description Disagreements that are listed
       * @default 100
       */
      limit?: number;
    };
    Member: {
      /** @example ada@example.com */
      name: string;
      display_name: string;
      /** @enum {string} */
      role: 'admin' | 'editor' | 'viewer' | 'ingest';
      /** @description Shut out of the installation */
      is_disabled: boolean;
    };
    MemberList: {
      members: components['schemas']['Member'][];
    };
    MergeDatasetRecordsBody: {
      /** @description Records with the same inputs are merged */
      records: ({
        inputs: {
          [key: string]: components['schemas']['JsonValue'];
        };
        outputs?: components['schemas']['JsonValue'];
        expectations?: {
          [key: string]: components['schemas']['JsonValue'];
        } | null;
        tags?: {
          [key: string]: components['schemas']['JsonValue'];
        } | null;
        source?:
          | ({
              /**
               * @default UNSPECIFIED
               * @enum {string}
               */
              source_type?: 'TRACE' | 'HUMAN' | 'DOCUMENT' | 'CODE' | 'UNSPECIFIED';
              source_data?: {
                [key: string]: components['schemas']['JsonValue'];
              } | null;
            } & {
              [key: string]: components['schemas']['JsonValue'];
            })
          | null;
      } & {
        [key: string]: components['schemas']['JsonValue'];
      })[];
    };
    MergedRecords: {
      inserted: number;
      /** @description Those whose inputs were known */
      updated: number;
    };
    MetricHistory: {
      /** @description By time, step and value */
      points: components['schemas']['MetricPoint'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    MetricPoint: {
      /** @description What JSON has no number for is a word */
      value: number | ('NaN' | 'Infinity' | '-Infinity');
      /** Format: date-time */
      timestamp: string;
      step: number;
    };
    ModelMetric: {
      key: string;
      value: number | ('NaN' | 'Infinity' | '-Infinity');
      step: number;
      /** Format: date-time */
      time: string;
      run_id: string;
      dataset_name?: string;
      dataset_digest?: string;
    };
    ModelPrice: {
      /** @example gpt-4o */
      model: string;
      /** @description Absent: of any provider */
      provider?: string;
      /**
       * @description US dollars per million tokens
       * @example 2.5
       */
      input?: string;
      /**
       * @description US dollars per million tokens
       * @example 2.5
       */
      cache_read?: string;
      /**
       * @description US dollars per million tokens
       * @example 2.5
       */
      cache_write?: string;
      /**
       * @description US dollars per million tokens
       * @example 2.5
       */
      output?: string;
      /**
       * @description US dollars per million tokens
       * @example 2.5
       */
      reasoning?: string;
      /**
       * @description US dollars per million tokens
       * @example 2.5
       */
      input_audio?: string;
      /**
       * @description US dollars per million tokens
       * @example 2.5
       */
      output_audio?: string;
      /** Format: date-time */
      last_update_time: string;
      /**
       * @description How a cost names this price
       * @example override@1795235081870#gpt-4o
       */
      price: string;
    };
    ModelPriceList: {
      prices: components['schemas']['ModelPrice'][];
      /** @description Where every other price comes from */
      table: components['schemas']['PriceTable'];
    };
    NewApiKey: {
      /** @description The part of the key after `mr_` */
      key_id: string;
      name: string;
      /** @enum {string} */
      role: 'admin' | 'editor' | 'viewer' | 'ingest';
      /** @description Absent: the whole workspace */
      experiment_id?: string;
      /** @description Name of who made it; empty where nobody signs in */
      created_by: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      expiration_time?: string;
      /**
       * Format: date-time
       * @description To the minute
       */
      last_used_time?: string;
      /** Format: date-time */
      revocation_time?: string;
      /** @description The whole key. It is told this once: keep it */
      api_key: string;
    };
    OnlineScoring: {
      /** Format: uuid */
      scorer_id: string;
      experiment_id: string;
      /** @description 0: none */
      sample_rate: number;
      filter: string;
      /**
       * Format: date-time
       * @description Traces that completed before are not judged
       */
      active_since: string;
    };
    OnlineScoringList: {
      online: components['schemas']['OnlineScoring'][];
    };
    PlaygroundAnswer: {
      text: string;
      /** @description That answered, as the provider calls it */
      model: string;
      provider: string;
      /** @enum {string} */
      finish: 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'other';
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars; absent when no price is known */
      cost_usd?: number;
      /** @description Milliseconds that the model took, with its repeats */
      duration_ms: number;
      /** @description Absent when the call could not be traced */
      trace_id?: string;
    };
    PriceTable: {
      /** @example 2026-11-21 */
      version: string;
      /** @description Packages it was made from */
      sources: string[];
    };
    Prompt: {
      /** @example support.greeting */
      name: string;
      description: string;
      tags: {
        [key: string]: string;
      };
      /** @description The version each alias stands for */
      aliases: {
        [key: string]: number;
      };
      /** @description Absent when there is no version */
      latest_version?: components['schemas']['PromptVersion'];
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    PromptComparison: {
      from: components['schemas']['PromptVersion'];
      to: components['schemas']['PromptVersion'];
      /** @description In order; a chat as [role] and what it says */
      template: components['schemas']['TemplateChange'][];
      variables_added: string[];
      variables_removed: string[];
      is_response_format_changed: boolean;
      is_model_config_changed: boolean;
    };
    PromptPage: {
      prompts: components['schemas']['Prompt'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    PromptVersion: {
      /** @example support.greeting */
      name: string;
      /** @example 3 */
      version: number;
      /** @enum {string} */
      kind: 'text' | 'chat';
      /** @description Of a text prompt */
      template?: string;
      /** @description Of a chat prompt */
      messages?: ({
        role: string;
        /** @description A text, or parts of a message */
        content: components['schemas']['JsonValue'];
      } & {
        [key: string]: components['schemas']['JsonValue'];
      })[];
      /** @description What the template has in double braces */
      variables: string[];
      response_format?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      model_config?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      commit_message: string;
      tags: {
        [key: string]: string;
      };
      /** @description Those that stand for this version */
      aliases: string[];
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    PromptVersionPage: {
      versions: components['schemas']['PromptVersion'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    PutApiKeyLimitsBody: {
      /** @description spans a second; null: without limit, whatever the default */
      spans_per_second?: number | null;
      /** @description bytes of spans a second; null: without limit, whatever the default */
      bytes_per_second?: number | null;
      /** @description requests to the API a second; null: without limit, whatever the default */
      requests_per_second?: number | null;
      /** @description queries at once; null: without limit, whatever the default */
      queries_at_once?: number | null;
      /** @description spans a day; null: without limit, whatever the default */
      spans_per_day?: number | null;
      /** @description bytes of spans a day; null: without limit, whatever the default */
      bytes_per_day?: number | null;
      /** @description spans a month; null: without limit, whatever the default */
      spans_per_month?: number | null;
      /** @description bytes of spans a month; null: without limit, whatever the default */
      bytes_per_month?: number | null;
    };
    PutMaskingRulesBody: {
      /** @description What several of them find in one place is masked by the first */
      rules: {
        /** @description Unique in the experiment; counts are told under it */
        name: string;
        /**
         * @description What is looked for: a regular expression, values of keys, or well-known personal data and secrets
         * @enum {string}
         */
        kind: 'pattern' | 'key' | 'pii';
        /** @description Of a pattern: in RE2 syntax */
        pattern?: string;
        /**
         * @description Of a pattern
         * @default false
         */
        ignore_case?: boolean;
        /** @description Of keys: attributes and keys in JSON whose values are masked whole; * and ? stand for anything, case does not matter */
        keys?: string[];
        /** @description Of well-known data: its kinds */
        pii?: (
          | 'email'
          | 'phone'
          | 'credit_card'
          | 'iban'
          | 'ip_address'
          | 'us_ssn'
          | 'api_key'
          | 'bearer_token'
          | 'url_password'
        )[];
        /**
         * @description hash: equal values stay equal, under a key that only the workspace has
         * @default text
         * @enum {string}
         */
        action?: 'text' | 'hash';
        /** @description What stands in the place; [masked:<name>] when absent */
        text?: string;
        /** @description Whether names of spans, events, scopes, attributes and tags are looked at; true when absent, but for a pattern */
        mask_names?: boolean;
      }[];
    };
    PutModelPriceBody: {
      /** @description As spans name it, or its plain form: gpt-4o */
      model: string;
      /**
       * @description Only for spans of this provider; otherwise of any
       * @default
       */
      provider?: string;
      /** @description US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output) */
      input?: string | number;
      /** @description US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output) */
      cache_read?: string | number;
      /** @description US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output) */
      cache_write?: string | number;
      /** @description US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output) */
      output?: string | number;
      /** @description US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output) */
      reasoning?: string | number;
      /** @description US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output) */
      input_audio?: string | number;
      /** @description US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output) */
      output_audio?: string | number;
    };
    PutOnlineScoringBody: {
      experiment_id: string;
      name: string;
      /** @description Share of new traces that are judged; 0 stops it */
      sample_rate: number;
      /**
       * @description Which of them: attributes.status = 'OK'
       * @default
       */
      filter?: string;
    };
    PutPromptAliasBody: {
      version: number;
    };
    PutPromptTagBody: {
      value: string;
    };
    PutPromptVersionTagBody: {
      value: string;
    };
    PutSamplingBody: {
      /** @description Which share of traces is kept, chosen by a hash of the trace id: 0.1 */
      share: number;
      /**
       * @description Keep every trace with an error
       * @default false
       */
      keep_errors?: boolean;
      /** @description Keep every trace that took longer than this many milliseconds */
      keep_slower_than_ms?: number;
    };
    PutWorkspaceLimitsBody: {
      /** @description spans a second; null: without limit, whatever the default */
      spans_per_second?: number | null;
      /** @description bytes of spans a second; null: without limit, whatever the default */
      bytes_per_second?: number | null;
      /** @description requests to the API a second; null: without limit, whatever the default */
      requests_per_second?: number | null;
      /** @description queries at once; null: without limit, whatever the default */
      queries_at_once?: number | null;
      /** @description spans a day; null: without limit, whatever the default */
      spans_per_day?: number | null;
      /** @description bytes of spans a day; null: without limit, whatever the default */
      bytes_per_day?: number | null;
      /** @description spans a month; null: without limit, whatever the default */
      spans_per_month?: number | null;
      /** @description bytes of spans a month; null: without limit, whatever the default */
      bytes_per_month?: number | null;
    };
    QueryAnalyticsBody: {
      /**
       * @description What is counted
       * @default traces
       * @enum {string}
       */
      view?: 'traces' | 'spans' | 'assessments';
      /** @description Every active experiment of the workspace when absent */
      experiment_ids?: string[];
      /** @description Earliest time, inclusive; a day before `to` when absent */
      from?: string;
      /** @description Latest time, exclusive; now when absent */
      to?: string;
      /**
       * @description Traces that count, in the grammar of docs/filters.md
       * @default
       */
      filter?: string;
      /**
       * @description In the view spans, the spans that count, e.g. type = 'LLM' AND ancestor(name = 'planner')
       * @default
       */
      span_filter?: string;
      /**
       * @description Whether traces that judges made count too: they are no traffic
       * @default false
       */
      include_judge_traces?: boolean;
      /** @description The first one orders the groups. count, traces, sessions, users, errors, error_rate, pass_rate, latency, time_to_first_token, span_count, value, tokens, cost, tokens.input, tokens.cache_read, tokens.cache_write, tokens.output, tokens.reasoning, tokens.total, cost.input, cost.cache, cost.output, cost.total; those with values also as .sum, .avg, .min, .max or .p95 */
      measures: string[];
      /** @description name, status, type, model, provider, service, session, user, experiment, run, logged_model, prompt_version, assessment_name, assessment_value, assessment_source, latency_class, tags.<key>, metadata.<key>, attributes.<key> */
      dimensions?: string[];
      bucket?: string;
      /**
       * @description IANA name: where days begin
       * @default UTC
       */
      time_zone?: string;
      /**
       * @description Groups; each comes with all its time buckets
       * @default 50
       */
      limit?: number;
      /**
       * @description Other formats than json are a table with a column for each name; else by the Accept header
       * @enum {string}
       */
      format?: 'json' | 'ndjson' | 'csv' | 'arrow' | 'parquet';
      /**
       * @description Adds the measures of the same length of time just before
       * @default false
       */
      compare_previous?: boolean;
    };
    QuerySqlBody: {
      /** @description One SELECT in the SQL of ClickHouse over the views traces, spans and assessments */
      query: string;
      /** @description Values of the {name:Type} places of the query */
      parameters?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /**
       * @description Else by the Accept header; JSON by default
       * @enum {string}
       */
      format?: 'json' | 'ndjson' | 'csv' | 'arrow' | 'parquet';
      /**
       * @description Rows after it are left out; of a UNION it holds for each part
       * @default 10000
       */
      max_rows?: number;
    };
    RegisterScorerBody: {
      experiment_id: string;
      name: string;
      /** @description A judge as the MLflow client serializes it, such as instructions_judge_pydantic_data */
      definition: {
        [key: string]: components['schemas']['JsonValue'];
      };
    };
    Removal: {
      /** Format: uuid */
      removal_id: string;
      /** @enum {string} */
      kind: 'retention' | 'deletion';
      /** @description Absent: of all experiments */
      experiment_id?: string;
      /** @enum {string} */
      state: 'waiting' | 'running' | 'done' | 'failed';
      /** @description Why it failed, or can not go on yet */
      failure?: string;
      /** @description Such as: older than 30 days */
      reason: string;
      /**
       * Format: date-time
       * @description Traces requested before then
       */
      cutoff_time?: string;
      trace_count: number;
      span_count: number;
      /** @description On disk, by the share of the rows of their tables */
      byte_count: number;
      /** @description Traces that stay because of legal holds */
      held_count: number;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      end_time?: string;
    };
    RemovalPage: {
      removals: components['schemas']['Removal'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    ReplayDeadLettersBody: {
      /** @description Ids of dead letters */
      ids: string[];
    };
    RepriceTracesBody: {
      /** @description Absent: every active experiment of the workspace */
      experiment_id?: string;
      /**
       * Format: date-time
       * @description Earliest request time of a trace
       */
      from?: string;
      /**
       * Format: date-time
       * @description Latest request time, exclusive
       */
      to?: string;
      /**
       * @description Traces of this call
       * @default 1000
       */
      limit?: number;
      /** @description next_page_token of the call before */
      page_token?: string;
    };
    RepricedPage: {
      /** @description Traces whose costs this call has put to be derived anew */
      traces: number;
      /**
       * Format: date-time
       * @description Request time of the last of them: the newest come first
       */
      reached?: string;
      /** @description To go on with; absent when all are done */
      next_page_token?: string;
    };
    Retention: {
      /** @description Of experiments without a rule of their own; 0: for ever */
      default_days: number;
      /** @description For how many days a trace that somebody deleted is still on the disk */
      deletion_grace_days: number;
      experiments: components['schemas']['ExperimentRetention'][];
    };
    ReviewItem: {
      trace_id: string;
      /** @enum {string} */
      status: 'pending' | 'complete' | 'declined';
      completed_by?: string;
      /** Format: date-time */
      completed_time?: string;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    ReviewItemPage: {
      /** @description The newest first */
      items: components['schemas']['ReviewItem'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    ReviewQueue: {
      /** @example rq-034511f8cc1f44a6bb5b52e179074fe8 */
      queue_id: string;
      experiment_id: string;
      name: string;
      /** @enum {string} */
      kind: 'user' | 'custom';
      created_by?: string;
      users: string[];
      /** @description A user queue has none: it asks all of its experiment */
      schema_ids: string[];
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    ReviewQueuePage: {
      /** @description The newest first */
      review_queues: components['schemas']['ReviewQueue'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    Run: {
      /** @example 5a131dc4c49d48ec962839543d473e11 */
      run_id: string;
      experiment_id: string;
      name: string;
      user_id: string;
      /** @enum {string} */
      status: 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED';
      /** @enum {string} */
      lifecycle_stage: 'active' | 'deleted';
      /** Format: date-time */
      start_time: string;
      /**
       * Format: date-time
       * @description Absent while it runs
       */
      end_time?: string;
      artifact_uri: string;
      tags: {
        [key: string]: string;
      };
      params: {
        [key: string]: string;
      };
      /** @description The latest value of each */
      metrics: components['schemas']['RunMetric'][];
      datasets: components['schemas']['RunDataset'][];
      /** @description Logged models that it read */
      input_model_ids: string[];
      /** @description Logged models that it made */
      output_model_ids: string[];
    };
    RunDataset: {
      name: string;
      digest: string;
      source_type: string;
      source: string;
      tags: {
        [key: string]: string;
      };
    };
    RunMetric: {
      /** @description What JSON has no number for is a word */
      value: number | ('NaN' | 'Infinity' | '-Infinity');
      /** Format: date-time */
      timestamp: string;
      step: number;
      key: string;
    };
    RunPage: {
      runs: components['schemas']['Run'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    RunPlaygroundBody: {
      /** @description Where it is traced; the default one when absent */
      experiment_id?: string;
      /** @description A registered version */
      prompt?: {
        name: string;
        version: number;
      };
      /** @description Or messages with {{variables}}, registered or not */
      messages?: {
        /** @enum {string} */
        role: 'system' | 'user' | 'assistant';
        content: string;
      }[];
      /** @description JSON schema of the answer, beside messages; a prompt has its own */
      response_format?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /**
       * @description Values by the names of the variables
       * @default {}
       */
      variables?: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /**
       * @description <provider>:/<model>, or gateway:/<endpoint>
       * @default openai:/gpt-4.1-mini
       */
      model?: string;
      temperature?: number;
      top_p?: number;
      max_output_tokens?: number;
    };
    Sampling: {
      /** @description 1: every trace is kept */
      share: number;
      keep_errors: boolean;
      keep_slower_than_ms?: number;
      /** @description Traces dropped so far, counted by their roots */
      dropped_traces: number;
      /** @description Spans dropped so far */
      dropped_spans: number;
      /**
       * Format: date-time
       * @description Absent: no rule is set
       */
      last_update_time?: string;
    };
    Schedule: {
      /** @example sch-3f7a0a52f2c14f3c9a51f5f8f5f7d1aa */
      schedule_id: string;
      experiment_id: string;
      name: string;
      /** @example 0 1 * * * */
      cron: string;
      /** @example Europe/Berlin */
      time_zone: string;
      /** @enum {string} */
      window: 'since-previous-fire' | 'previous-day';
      filter: string;
      sample_rate: number;
      seed: string;
      max_traces?: number;
      /** @description US dollars for each evaluation */
      budget_usd?: number;
      /** @description Taken as they are each time it fires */
      scorers: components['schemas']['ScheduleScorer'][];
      is_paused: boolean;
      /**
       * Format: date-time
       * @description Absent while it is paused
       */
      next_fire_time?: string;
      /** Format: date-time */
      last_fire_time?: string;
      /** @description Why it could not begin when it fired last */
      failure?: string;
      /** @description Times missed for too long: the last 31 are made up for */
      left_out_fires: number;
      /** Format: date-time */
      creation_time: string;
    };
    SchedulePage: {
      schedules: components['schemas']['Schedule'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    ScheduleScorer: {
      name: string;
      /** @description The newest when absent */
      version?: number;
      /** @description JSON of one that is not registered */
      definition?: string;
    };
    Scorer: {
      /** Format: uuid */
      scorer_id: string;
      /** @example 0 */
      experiment_id: string;
      name: string;
      version: number;
      definition: {
        [key: string]: components['schemas']['JsonValue'];
      };
      /** Format: date-time */
      creation_time: string;
    };
    ScorerEstimate: {
      /** @description Absent when no model is asked */
      model?: string;
      /** @description Of the model */
      calls: number;
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars; absent when no price is known */
      cost_usd?: number;
      scorer: string;
    };
    ScorerList: {
      scorers: components['schemas']['Scorer'][];
    };
    ScorerSummary: {
      scorer: string;
      name: string;
      scored: number;
      skipped: number;
      failed: number;
      /** @description More than scored where one trace gets several */
      verdicts: number;
      /** @description Of the verdicts that say yes or no */
      pass_rate?: number;
      /** @description Wilson's interval of the pass rate, 95 % */
      pass_rate_interval?: number[];
      /** @description Of numbers; passing counts 1 and not passing 0 */
      mean?: number;
      minimum?: number;
      maximum?: number;
      /**
       * @example {
       *       "p50": 0.8,
       *       "p95": 1
       *     }
       */
      quantiles?: {
        [key: string]: number;
      };
      /** @description The most frequent words, at most 20 */
      categories: components['schemas']['CategoryCount'][];
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars */
      cost_usd: number;
    };
    Scoring: {
      /** @enum {string} */
      state: 'scored' | 'skipped' | 'failed';
      /** @description Why it was skipped or failed */
      reason?: string;
      verdicts: components['schemas']['TriedVerdict'][];
      input_tokens: number;
      output_tokens: number;
      /** @description US dollars; 0 when no price is known */
      cost_usd: number;
      /** @description Whether the answers were there before and nothing was paid */
      is_cached: boolean;
      /** @description The messages of each question to a model, as they were sent */
      prompts: {
        [key: string]: components['schemas']['JsonValue'];
      }[][];
    };
    Sent: {
      spans: number;
      /** @description Of requests with spans, decompressed */
      bytes: number;
    };
    Session: {
      session_id: string;
      /**
       * Format: date-time
       * @description Request time of its first trace
       */
      first_time: string;
      /**
       * Format: date-time
       * @description End of its last trace
       */
      last_time: string;
      trace_count: number;
      /** @description Traces with an error */
      error_count: number;
      /** @description Ten at most */
      user_ids: string[];
      tokens?: components['schemas']['Tokens'];
      /** @description Absent when no price is known */
      cost?: components['schemas']['Cost'];
      /** @description Of its first trace */
      request_preview?: string;
      /** @description Of its last trace */
      response_preview?: string;
    };
    SessionDetail: {
      traces: components['schemas']['Trace'][];
      /** @description Absent on the last page */
      next_page_token?: string;
      session: components['schemas']['Session'];
    };
    SessionPage: {
      sessions: components['schemas']['Session'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    SetAsideJob: {
      id: string;
      /** @example judge-item */
      kind: string;
      /** @enum {string} */
      state: 'waiting' | 'delayed' | 'running' | 'done' | 'cancelled' | 'set_aside';
      /** @description Runs so far that count */
      attempt: number;
      progress?: components['schemas']['JobProgress'];
      /** @description Why it failed last */
      reason?: string;
      /** Format: date-time */
      created_at: string;
      /** @description What it was to do */
      payload: components['schemas']['JsonValue'];
      /** Format: date-time */
      set_aside_at: string;
    };
    SetAsideJobPage: {
      jobs: components['schemas']['SetAsideJob'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    SetDefaultRetentionBody: {
      /** @description 0: for ever. null: no rule; experiments without one have that of the workspace */
      days: number | null;
    };
    SetExperimentRetentionBody: {
      /** @description 0: for ever. null: no rule; experiments without one have that of the workspace */
      days: number | null;
    };
    SetLegalHoldBody: {
      experiment_id: string;
      /** @description Only what is of this user */
      user_id?: string;
      /** @description Only what is of this session */
      session_id?: string;
      /** @description Whoever is refused a deletion reads it */
      reason: string;
    };
    SetMemberBody: {
      /**
       * @description admin: everything here; editor: changes; viewer: looks; ingest: sends traces, no more
       * @enum {string}
       */
      role: 'admin' | 'editor' | 'viewer' | 'ingest';
    };
    SetReviewItemStatusBody: {
      /** @enum {string} */
      status: 'pending' | 'complete' | 'declined';
      /** @description Required unless the item is opened again */
      completed_by?: string;
    };
    SignIn: {
      /** @description Whether anybody has to sign in here */
      is_authentication_required: boolean;
      /** @description Whether the caller may go on */
      is_signed_in: boolean;
      /** @description Of the user or the key */
      name?: string;
      /** @description Whether all workspaces and users are theirs to run */
      is_operator: boolean;
      /** @description An operator needs none */
      roles: components['schemas']['WorkspaceRole'][];
      /** @description What one may sign in by besides a password, at /auth/oidc; absent: nothing else */
      openid_connect_name?: string;
    };
    SignInBody: {
      name: string;
      password: string;
    };
    Span: {
      /** @example 04f9e930411c9ce7 */
      span_id: string;
      /** @description Absent on a root */
      parent_span_id?: string;
      name: string;
      /** @example CHAT_MODEL */
      type: string;
      /**
       * @description Nanoseconds since the epoch, decimal
       * @example 1795235081870837037
       */
      start_time_unix_nano: string;
      /**
       * @description Nanoseconds since the epoch, decimal
       * @example 1795235081870837037
       */
      end_time_unix_nano: string;
      status: components['schemas']['Status'];
      service: string;
      model?: string;
      provider?: string;
      tokens?: components['schemas']['TokenUsage'];
      /** @description Absent when no price is known */
      cost?: components['schemas']['SpanCost'];
      /** @description Until the first token of a stream came */
      time_to_first_token_ms?: number;
    };
    SpanAnswer: {
      span: components['schemas']['SpanDetail'];
    };
    SpanCost: {
      /**
       * @description US dollars; input neither read from a cache nor written to one
       * @example 0.00385
       */
      input: number;
      /**
       * @description Input read from a cache or written to one
       * @example 0.00385
       */
      cache: number;
      /**
       * @description Output with reasoning
       * @example 0.00385
       */
      output: number;
      /**
       * @description More than the parts where a client told nothing but a total
       * @example 0.00385
       */
      total: number;
      /**
       * @description client: as the client told; table@<version>#<provider>/<model>; override@<revision>#<model>
       * @example table@2026-11-21#openai/gpt-4o
       */
      price: string;
    };
    SpanDetail: {
      /** @example 04f9e930411c9ce7 */
      span_id: string;
      /** @description Absent on a root */
      parent_span_id?: string;
      name: string;
      /** @example CHAT_MODEL */
      type: string;
      /**
       * @description Nanoseconds since the epoch, decimal
       * @example 1795235081870837037
       */
      start_time_unix_nano: string;
      /**
       * @description Nanoseconds since the epoch, decimal
       * @example 1795235081870837037
       */
      end_time_unix_nano: string;
      status: components['schemas']['Status'];
      service: string;
      model?: string;
      provider?: string;
      tokens?: components['schemas']['TokenUsage'];
      /** @description Absent when no price is known */
      cost?: components['schemas']['SpanCost'];
      /** @description Until the first token of a stream came */
      time_to_first_token_ms?: number;
      trace_id: string;
      /** @description OTLP SpanKind */
      kind: number;
      trace_state: string;
      /** @description JSON text where the value was structured, else the text itself */
      inputs?: string;
      /** @description The attribute that holds the inputs, if one does */
      inputs_attribute?: string;
      /** @description JSON text where the value was structured, else the text itself */
      outputs?: string;
      /** @description The attribute that holds the outputs, if one does */
      outputs_attribute?: string;
      /** @description Definitions of the tools on offer */
      tools?: string;
      /** @description What a retriever found */
      documents?: string;
      /** @description Prompts of a registry that it used: name/version */
      prompt_versions: string[];
      /** @description The version of the application that it ran in */
      logged_model?: string;
      /** @description As the span itself says */
      session_id?: string;
      /** @description As the span itself says */
      user_id?: string;
      /** @description How to render the messages */
      message_format?: string;
      attributes: components['schemas']['Attribute'][];
      resource: components['schemas']['Attribute'][];
      scope_name: string;
      scope_version: string;
      events: components['schemas']['SpanEvent'][];
      links: components['schemas']['SpanLink'][];
    };
    SpanEvent: {
      /**
       * @description Nanoseconds since the epoch, decimal
       * @example 1795235081870837037
       */
      time_unix_nano: string;
      name: string;
      attributes: components['schemas']['Attribute'][];
    };
    SpanLink: {
      trace_id: string;
      span_id: string;
      attributes: components['schemas']['Attribute'][];
    };
    SpanPage: {
      spans: components['schemas']['Span'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    SparseNumbers: {
      /** @description Positions of the spans that have one */
      spans: number[];
      values: number[];
    };
    Status: {
      /** @enum {string} */
      code: 'UNSET' | 'OK' | 'ERROR';
      message: string;
    };
    Suggestion: {
      value: string;
      /** @description Rows with it among the newest that were looked at */
      count: number;
    };
    Suggestions: {
      /** @description The most frequent first */
      suggestions: components['schemas']['Suggestion'][];
    };
    TagTracesBody: {
      /** @description These traces; those that are not there are passed over */
      trace_ids?: string[];
      /** @description All traces of this experiment that the rest finds */
      experiment_id?: string;
      /**
       * @description In the grammar of docs/filters.md
       * @default
       */
      filter?: string;
      /** @description Earliest request time, inclusive */
      from?: string;
      /** @description Latest request time, exclusive */
      to?: string;
      /** @description next_page_token of the answer before */
      page_token?: string;
      /** @description Sets each; null removes it */
      tags: {
        [key: string]: string | null;
      };
    };
    TemplateChange: {
      /** @enum {string} */
      kind: 'same' | 'removed' | 'added';
      /** @description Whole lines */
      text: string;
    };
    TestWebhookBody: {
      /**
       * @description Absent: the first that it asks for
       * @enum {string}
       */
      event?:
        | 'prompt.created'
        | 'prompt_version.created'
        | 'prompt_tag.set'
        | 'prompt_tag.deleted'
        | 'prompt_version_tag.set'
        | 'prompt_version_tag.deleted'
        | 'prompt_alias.created'
        | 'prompt_alias.deleted'
        | 'registered_model.created'
        | 'model_version.created'
        | 'model_version_tag.set'
        | 'model_version_tag.deleted'
        | 'model_version_alias.created'
        | 'model_version_alias.deleted'
        | 'trace.completed'
        | 'trace.reopened'
        | 'alert.fired'
        | 'alert.resolved';
    };
    TokenUsage: {
      input?: number;
      cache_read?: number;
      cache_write?: number;
      output?: number;
      reasoning?: number;
      /** @description Not cached */
      input_audio?: number;
      output_audio?: number;
      /** @description As reported */
      total?: number;
    };
    Tokens: {
      /** @description Without cached tokens */
      input: number;
      cache_read: number;
      cache_write: number;
      /** @description Without reasoning tokens */
      output: number;
      reasoning: number;
      /** @description Not cached */
      input_audio: number;
      output_audio: number;
      total: number;
    };
    Trace: {
      /** @example 0baa2c388ed0ea8aca1349cdd92ea4b9 */
      trace_id: string;
      /** @example 0 */
      experiment_id: string;
      /** @description Rises with every change of the trace */
      version: string;
      /** @description Rises when what a judge reads changes: a score names the one that it saw */
      content_version: string;
      name: string;
      /** @enum {string} */
      state: 'OK' | 'ERROR' | 'IN_PROGRESS';
      /** Format: date-time */
      request_time: string;
      /**
       * @description Nanoseconds, decimal
       * @example 1795235081870837037
       */
      request_time_unix_nano: string;
      /**
       * @description Nanoseconds, decimal
       * @example 1795235081870837037
       */
      duration_nano: string;
      root_span_id?: string;
      span_count: number;
      error_count: number;
      services: string[];
      models: string[];
      tokens?: components['schemas']['Tokens'];
      /** @description Absent when no price is known */
      cost?: components['schemas']['TraceCost'];
      session_id?: string;
      user_id?: string;
      client_request_id?: string;
      request_preview?: string;
      response_preview?: string;
      tags: {
        [key: string]: string;
      };
      metadata: {
        [key: string]: string;
      };
      /** @description Linked, or used by a span: name/version */
      prompt_versions: string[];
      /** @description Versions of the application that its spans ran in */
      logged_models: string[];
      run_ids: string[];
      /** @description Those that count, oldest first */
      assessments: components['schemas']['TraceAssessment'][];
    };
    TraceAssessment: {
      assessment_id: string;
      name: string;
      /** @enum {string} */
      kind: 'feedback' | 'expectation' | 'issue';
      /** @description Absent for an issue, and where its JSON is longer than 200 characters */
      value?: components['schemas']['JsonValue'];
      /** @enum {string} */
      source_type: 'human' | 'judge' | 'code' | 'unknown';
      /** @description Whether it says why it has no value */
      has_error: boolean;
      /** @description The session, where it is about a whole one */
      session_id?: string;
    };
    TraceCost: {
      /**
       * @description US dollars; input neither read from a cache nor written to one
       * @example 0.00385
       */
      input: number;
      /**
       * @description Input read from a cache or written to one
       * @example 0.00385
       */
      cache: number;
      /**
       * @description Output with reasoning
       * @example 0.00385
       */
      output: number;
      /**
       * @description More than the parts where a client told nothing but a total
       * @example 0.00385
       */
      total: number;
      /**
       * @example [
       *       "table@2026-11-21#openai/gpt-4o"
       *     ]
       */
      prices: string[];
    };
    TraceDetail: {
      spans: components['schemas']['Span'][];
      /** @description Absent on the last page */
      next_page_token?: string;
      trace: components['schemas']['Trace'];
    };
    TraceOutline: {
      trace: components['schemas']['Trace'];
      /** @description When the first span began; nanoseconds since the epoch, decimal */
      start_time_unix_nano: string;
      span_ids: string[];
      /** @description Position of the parent; -1 of a root; -2 when it is not there */
      parents: number[];
      /** @description Microseconds after the first span began */
      starts_us: number[];
      /** @description Microseconds; negative where a span ended before it began */
      durations_us: number[];
      names: components['schemas']['Dictionary'];
      types: components['schemas']['Dictionary'];
      services: components['schemas']['Dictionary'];
      /** @description Empty where none is known */
      models: components['schemas']['Dictionary'];
      /** @description Positions of the spans that failed */
      errors: number[];
      /** @description In total, of each span alone */
      tokens: components['schemas']['SparseNumbers'];
      /** @description US dollars, of each span alone */
      costs: components['schemas']['SparseNumbers'];
    };
    TracePage: {
      traces: components['schemas']['Trace'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    TriedVerdict: {
      /** @description Of the assessment it would become */
      name: string;
      /** @description yes or no, a number, a word … */
      value: components['schemas']['JsonValue'];
      rationale?: string;
      /** @description The span it is about; absent: the whole subject */
      span_id?: string;
      /** @description That answered; absent when none was asked */
      model?: string;
      /** @description Trace of the judge’s call */
      judge_trace_id?: string;
    };
    TryMaskingRulesBody: {
      /** @description Looked at as the value of an attribute is, JSON included */
      text: string;
      /** @description The key that it stands under */
      key?: string;
      /** @description Those that are set when absent */
      rules?: {
        /** @description Unique in the experiment; counts are told under it */
        name: string;
        /**
         * @description What is looked for: a regular expression, values of keys, or well-known personal data and secrets
         * @enum {string}
         */
        kind: 'pattern' | 'key' | 'pii';
        /** @description Of a pattern: in RE2 syntax */
        pattern?: string;
        /**
         * @description Of a pattern
         * @default false
         */
        ignore_case?: boolean;
        /** @description Of keys: attributes and keys in JSON whose values are masked whole; * and ? stand for anything, case does not matter */
        keys?: string[];
        /** @description Of well-known data: its kinds */
        pii?: (
          | 'email'
          | 'phone'
          | 'credit_card'
          | 'iban'
          | 'ip_address'
          | 'us_ssn'
          | 'api_key'
          | 'bearer_token'
          | 'url_password'
        )[];
        /**
         * @description hash: equal values stay equal, under a key that only the workspace has
         * @default text
         * @enum {string}
         */
        action?: 'text' | 'hash';
        /** @description What stands in the place; [masked:<name>] when absent */
        text?: string;
        /** @description Whether names of spans, events, scopes, attributes and tags are looked at; true when absent, but for a pattern */
        mask_names?: boolean;
      }[];
    };
    TryScorerBody: {
      /** @description What is scored: a trace */
      trace_id?: string;
      /** @description Or the traces of a session, with its experiment */
      session_id?: string;
      /** @description Of the session */
      experiment_id?: string;
      /** @description Who scores */
      scorer: {
        /** @description Of a registered scorer of the experiment, unless there is a definition */
        name: string;
        /** @description The newest unless told */
        version?: number;
        /** @description A scorer that is not registered */
        definition?: {
          [key: string]: components['schemas']['JsonValue'];
        };
      };
      /** @description What should be so, by name; wins over expectations told on the trace */
      expectations?: {
        [key: string]: components['schemas']['JsonValue'];
      };
    };
    UpdateAlertRuleBody: {
      name?: string;
      description?: string;
      is_enabled?: boolean;
      /** @description null: every webhook that asks for them */
      webhook_ids?: string[] | null;
      /** @description count, traces, sessions, users, errors, error_rate, pass_rate, latency, time_to_first_token, span_count, value, tokens, cost, tokens.input, tokens.cache_read, tokens.cache_write, tokens.output, tokens.reasoning, tokens.total, cost.input, cost.cache, cost.output, cost.total; those with values also as .sum, .avg, .min, .max or .p95 */
      measure?: string;
      /**
       * @description What is counted. Assessments for pass_rate and value, spans for time_to_first_token, else traces
       * @enum {string}
       */
      view?: 'traces' | 'spans' | 'assessments';
      /** @description Name of the assessments that are measured */
      assessment?: string;
      filter?: string;
      /** @description null: none */
      dimension?: string | null;
      /** @description From 5m to 7d; it ends at the time of the check */
      window?: string;
      condition?:
        | {
            /** @constant */
            type: 'threshold';
            /** @enum {string} */
            direction: 'above' | 'below';
            threshold: number;
          }
        | {
            /** @constant */
            type: 'change';
            /** @enum {string} */
            direction: 'up' | 'down' | 'either';
            /** @description At least this much */
            by: number;
            /** @enum {string} */
            unit: 'percent' | 'absolute';
            /**
             * @description The window just before, or the same window a day or a week earlier
             * @enum {string}
             */
            baseline: 'previous_window' | 'day_before' | 'week_before';
          };
      /** @description Fewer traces, spans or assessments are no data; 1, or 0 for counts and sums, unless told */
      minimum_count?: number;
      consecutive_checks?: number;
    };
    UpdateAssessmentBody: {
      name?: string;
      /** @description Of feedback and expectations: any JSON */
      value?: components['schemas']['JsonValue'];
      error?: {
        code?: string;
        message?: string;
        stack_trace?: string;
      };
      rationale?: string;
      /** @description Merged key by key */
      metadata?: {
        [key: string]: string;
      };
      is_valid?: boolean;
    };
    UpdateDatasetBody: {
      /**
       * @description Added to those there are
       * @default {}
       */
      tags?: {
        [key: string]: string;
      };
      /** @default [] */
      add_experiment_ids?: string[];
      /** @default [] */
      remove_experiment_ids?: string[];
    };
    UpdateEvaluationScheduleBody: {
      name?: string;
      /** @description Five fields: minute, hour, day of month, month, day of week */
      cron?: string;
      /** @description Of IANA, such as Europe/Berlin */
      time_zone?: string;
      /**
       * @description What came since it fired before, or the calendar day before the one it fires on
       * @enum {string}
       */
      window?: 'since-previous-fire' | 'previous-day';
      filter?: string;
      sample_rate?: number;
      seed?: string;
      max_traces?: number;
      scorers?: {
        name: string;
        /** @description Of a registered scorer; the newest when absent */
        version?: number;
        /** @description JSON of a scorer that is not registered, as text or object */
        definition?:
          | string
          | {
              [key: string]: components['schemas']['JsonValue'];
            };
      }[];
      /** @description US dollars that judges may cost */
      budget_usd?: number;
      is_paused?: boolean;
    };
    UpdateExperimentBody: {
      name?: string;
      /**
       * @description Sets each; null removes it
       * @default {}
       */
      tags?: {
        [key: string]: string | null;
      };
    };
    UpdateExportScheduleBody: {
      name?: string;
      is_enabled?: boolean;
      /** @description null: for ever */
      keep_days?: number | null;
    };
    UpdateForwardingTargetBody: {
      /**
       * Format: uri
       * @description Of the OTLP/HTTP endpoint for traces, path included: https://collector:4318/v1/traces
       */
      url?: string;
      /** @description Replaces all of them; a value of *** stays what it is under that name */
      headers?: {
        [key: string]: string;
      };
      /** @enum {string} */
      compression?: 'none' | 'gzip';
      is_enabled?: boolean;
    };
    UpdateIssueBody: {
      name?: string;
      description?: string;
      /** @enum {string} */
      status?: 'pending' | 'rejected' | 'resolved';
      /** @enum {string} */
      severity?: 'not_an_issue' | 'low' | 'medium' | 'high';
    };
    UpdateLabelSchemaBody: {
      name?: string;
      /** @description Of the same kind */
      input?:
        | {
            /** @constant */
            kind: 'pass_fail';
            positive_label: string;
            negative_label: string;
          }
        | {
            /** @constant */
            kind: 'categorical';
            /** @description Up to 10 */
            options: string[];
            /** @default false */
            multi_select?: boolean;
          }
        | {
            /** @constant */
            kind: 'numeric';
            min?: number;
            max?: number;
          }
        | {
            /** @constant */
            kind: 'text';
            max_length?: number;
          };
      instruction?: string;
      has_comment?: boolean;
    };
    UpdateLoggedModelBody: {
      /** @enum {string} */
      status?: 'PENDING' | 'READY' | 'FAILED';
      /**
       * @description Added; a param that is there already keeps its value
       * @default {}
       */
      params?: {
        [key: string]: string;
      };
      /**
       * @description Added to those there are
       * @default {}
       */
      tags?: {
        [key: string]: string;
      };
    };
    UpdatePromptBody: {
      /** @description Another name; versions, tags and aliases stay */
      name?: string;
      description?: string;
    };
    UpdatePromptVersionBody: {
      commit_message?: string;
      /** @description null: none */
      model_config?: {
        [key: string]: components['schemas']['JsonValue'];
      } | null;
    };
    UpdateReviewQueueBody: {
      name?: string;
      users?: string[];
      /** @description Only while the queue has no items */
      schema_ids?: string[];
      owner?: string;
    };
    UpdateRunBody: {
      name?: string;
      /** @enum {string} */
      status?: 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED';
      /** Format: date-time */
      end_time?: string;
    };
    UpdateUserBody: {
      display_name?: string;
      /** @description Ends their sessions */
      password?: string;
      is_operator?: boolean;
      /** @description Whether they are shut out; ends their sessions */
      is_disabled?: boolean;
    };
    UpdateWebhookBody: {
      /** @description Letters, digits, dots, underscores and hyphens */
      name?: string;
      /** @description Takes a POST for each event; https and public unless the server is set otherwise */
      url?: string;
      events?: (
        | 'prompt.created'
        | 'prompt_version.created'
        | 'prompt_tag.set'
        | 'prompt_tag.deleted'
        | 'prompt_version_tag.set'
        | 'prompt_version_tag.deleted'
        | 'prompt_alias.created'
        | 'prompt_alias.deleted'
        | 'registered_model.created'
        | 'model_version.created'
        | 'model_version_tag.set'
        | 'model_version_tag.deleted'
        | 'model_version_alias.created'
        | 'model_version_alias.deleted'
        | 'trace.completed'
        | 'trace.reopened'
        | 'alert.fired'
        | 'alert.resolved'
      )[];
      description?: string;
      /** @description Deliveries are signed with it; never given back. Empty: none */
      secret?: string;
      /** @description False: events are not noted, those that wait do so until it is true */
      is_enabled?: boolean;
    };
    UpdateWorkspaceBody: {
      description: string;
    };
    User: {
      /** Format: uuid */
      user_id: string;
      /** @example ada@example.com */
      name: string;
      display_name: string;
      /** @description Whether all workspaces and users are theirs to run */
      is_operator: boolean;
      is_disabled: boolean;
      /** @description Whether they may sign in by password */
      has_password: boolean;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_sign_in_time?: string;
    };
    UserList: {
      users: components['schemas']['User'][];
    };
    Webhook: {
      /** Format: uuid */
      id: string;
      name: string;
      description: string;
      url: string;
      events: (
        | 'prompt.created'
        | 'prompt_version.created'
        | 'prompt_tag.set'
        | 'prompt_tag.deleted'
        | 'prompt_version_tag.set'
        | 'prompt_version_tag.deleted'
        | 'prompt_alias.created'
        | 'prompt_alias.deleted'
        | 'registered_model.created'
        | 'model_version.created'
        | 'model_version_tag.set'
        | 'model_version_tag.deleted'
        | 'model_version_alias.created'
        | 'model_version_alias.deleted'
        | 'trace.completed'
        | 'trace.reopened'
        | 'alert.fired'
        | 'alert.resolved'
      )[];
      /** @description Whether deliveries are signed */
      has_secret: boolean;
      is_enabled: boolean;
      /** Format: date-time */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    WebhookDelivery: {
      /**
       * Format: uuid
       * @description What the receiver sees as X-MLflow-Delivery-Id
       */
      id: string;
      /** @enum {string} */
      event:
        | 'prompt.created'
        | 'prompt_version.created'
        | 'prompt_tag.set'
        | 'prompt_tag.deleted'
        | 'prompt_version_tag.set'
        | 'prompt_version_tag.deleted'
        | 'prompt_alias.created'
        | 'prompt_alias.deleted'
        | 'registered_model.created'
        | 'model_version.created'
        | 'model_version_tag.set'
        | 'model_version_tag.deleted'
        | 'model_version_alias.created'
        | 'model_version_alias.deleted'
        | 'trace.completed'
        | 'trace.reopened'
        | 'alert.fired'
        | 'alert.resolved';
      /** @enum {string} */
      state: 'pending' | 'delivered' | 'failed';
      attempts: number;
      /** @description HTTP status of the last attempt that was answered */
      response_status?: number;
      /** @description Why the last attempt failed */
      error: string;
      /**
       * Format: date-time
       * @description Of a pending one
       */
      next_attempt_time?: string;
      /**
       * Format: date-time
       * @description When it happened
       */
      creation_time: string;
      /** Format: date-time */
      last_update_time: string;
    };
    WebhookDeliveryPage: {
      deliveries: components['schemas']['WebhookDelivery'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    WebhookPage: {
      webhooks: components['schemas']['Webhook'][];
      /** @description Absent on the last page */
      next_page_token?: string;
    };
    WebhookTest: {
      is_delivered: boolean;
      /** @description Absent when there was no answer */
      response_status?: number;
      /** @description The beginning of what the receiver said */
      response_body?: string;
      error?: string;
    };
    Workspace: {
      /**
       * @description What the header X-MLFLOW-WORKSPACE names
       * @example default
       */
      name: string;
      description: string;
      /** Format: date-time */
      creation_time: string;
    };
    WorkspaceList: {
      workspaces: components['schemas']['Workspace'][];
    };
    WorkspaceRole: {
      workspace: string;
      /** @enum {string} */
      role: 'admin' | 'editor' | 'viewer' | 'ingest';
    };
  };
  responses: {
    /** @description There is one of that name */
    AlreadyExists: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "RESOURCE_ALREADY_EXISTS",
         *         "message": "there is an experiment 'chat' already"
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description The caller may not do this */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "PERMISSION_DENIED",
         *         "message": "The role 'viewer' may not change traces; ask an admin of the workspace."
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description The address or the headers are longer than what is taken */
    HeadersTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "BAD_REQUEST",
         *         "message": "The address and headers of the request are longer than the 16384 bytes taken here: …"
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description A fault of the service, which its log explains */
    InternalError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "INTERNAL_ERROR",
         *         "message": "an internal error happened; the log has it under 7b0c2a52-4f0e-4a6e-8a55-2f6f0d1f8d0e"
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description The request can not be understood: never send it again as it is */
    Invalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "INVALID_PARAMETER_VALUE",
         *         "message": "limit: Too big: expected number to be <=1000"
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description There is no such thing */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "RESOURCE_DOES_NOT_EXIST",
         *         "message": "there is no trace 04f9e930411c9ce704f9e930411c9ce7"
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description The request is larger than what is taken */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "INVALID_PARAMETER_VALUE",
         *         "message": "the body is larger than the 10485760 bytes taken here; send less at a time"
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description More than is allowed at a time: send the same request again later */
    TooManyRequests: {
      headers: {
        /** @description Seconds to wait before the same request */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "REQUEST_LIMIT_EXCEEDED",
         *         "message": "Too many wrong passwords: try again in 60 s."
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description Sign in, or send an API key: this Millrace asks who calls */
    Unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "UNAUTHENTICATED",
         *         "message": "The name or the password is wrong."
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
    /** @description Not possible now: send the same request again later */
    Unavailable: {
      headers: {
        /** @description Seconds to wait before the same request */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": {
         *         "code": "TEMPORARILY_UNAVAILABLE",
         *         "message": "Kafka at 127.0.0.1:9092 is not reached yet: connecting"
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorAnswer'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAlertRules: {
    parameters: {
      query?: {
        /** @description Those of all experiments when absent */
        experiment_id?: number;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertRulePage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createAlertRule: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAlertRuleBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertRule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getAlertRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertRule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteAlertRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateAlertRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateAlertRuleBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertRule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listAlertHistory: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertHistory'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  testAlertRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertTest'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  queryAnalytics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QueryAnalyticsBody'];
      };
    };
    responses: {
      /** @description In JSON, or as a table in another format */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Figures'];
          'application/x-ndjson': string;
          'text/csv': string;
          'application/vnd.apache.arrow.stream': string;
          'application/vnd.apache.parquet': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listApiKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApiKeyBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewApiKey'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  revokeApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKey'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getApiKeyLimits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Limits'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putApiKeyLimits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutApiKeyLimitsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Limits'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listArtifacts: {
    parameters: {
      query?: {
        /** @description Empty for the root; what is in a run lies in <experiment>/<run>/artifacts */
        folder?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArtifactPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getArtifact: {
    parameters: {
      query: {
        /** @description Names joined by slashes */
        path: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, of the type they were sent with */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putArtifact: {
    parameters: {
      query: {
        /** @description Names joined by slashes */
        path: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteArtifact: {
    parameters: {
      query: {
        /** @description Names joined by slashes */
        path: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        /** @description Name of the user or key */
        actor?: string;
        /** @description Part of method and path: `DELETE`, `/prompts` */
        action?: string;
        limit?: number;
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listBuiltInScorers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BuiltInScorerList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  compareEvaluations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CompareEvaluationsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Comparison'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listDatasets: {
    parameters: {
      query?: {
        /** @description For example: name ILIKE 'faq%' AND tags.team = 'a' */
        filter?: string;
        /** @description Only those of this experiment */
        experiment_id?: string;
        /** @description Comma-separated: name, created_time, last_update_time, created_by, each with ASC or DESC */
        order_by?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DatasetPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createDataset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDatasetBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dataset'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getDataset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dataset'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteDataset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateDataset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateDatasetBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dataset'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listDatasetRecords: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            records: {
              dataset_record_id: string;
              dataset_id: string;
              inputs: {
                [key: string]: components['schemas']['JsonValue'];
              };
              outputs?: components['schemas']['JsonValue'];
              expectations?: {
                [key: string]: components['schemas']['JsonValue'];
              } | null;
              tags?: {
                [key: string]: components['schemas']['JsonValue'];
              } | null;
              source?: {
                [key: string]: components['schemas']['JsonValue'];
              } | null;
              /** @description Milliseconds since 1970 */
              created_time: number;
              /** @description Milliseconds since 1970 */
              last_update_time: number;
            }[];
            /** @description Absent on the last page */
            next_page_token?: string;
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  mergeDatasetRecords: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MergeDatasetRecordsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MergedRecords'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteDatasetRecords: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteDatasetRecordsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeletedRecords'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listDeadLetters: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  discardDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DiscardDeadLettersBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterCount'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  replayDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplayDeadLettersBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterCount'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listErasures: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErasurePage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createErasure: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateErasureBody'];
      };
    };
    responses: {
      /** @description Taken, not yet done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getErasure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        erasure_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getErasureProof: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        erasure_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JsonValue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listEvaluationSchedules: {
    parameters: {
      query?: {
        /** @description Those of all experiments when absent */
        experiment_id?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SchedulePage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createEvaluationSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateEvaluationScheduleBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Schedule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  previewFireTimes: {
    parameters: {
      query: {
        /** @description Five fields: minute, hour, day of month, month, day of week */
        cron: string;
        /** @description Of IANA, such as Europe/Berlin */
        time_zone?: string;
        count?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FireTimes'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getEvaluationSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Schedule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteEvaluationSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateEvaluationSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateEvaluationScheduleBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Schedule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listEvaluationsOfSchedule: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  runEvaluationSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listEvaluations: {
    parameters: {
      query?: {
        /** @description Those of all experiments when absent */
        experiment_id?: string;
        /** @description May be repeated */
        state?:
          | ('selecting' | 'running' | 'paused' | 'finished' | 'cancelled' | 'failed')
          | ('selecting' | 'running' | 'paused' | 'finished' | 'cancelled' | 'failed')[];
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createEvaluation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateEvaluationBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  estimateEvaluation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EstimateEvaluationBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Estimate'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  scoreEvaluations: {
    parameters: {
      query: {
        /** @description May be repeated */
        evaluation_id: string | string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationScoreList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getEvaluation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteEvaluation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  cancelEvaluation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listEvaluationItems: {
    parameters: {
      query?: {
        kind?: 'trace' | 'record' | 'session';
        state?: 'pending' | 'scored' | 'skipped' | 'failed';
        /** @description Rows that this scorer judged */
        scorer?: string;
        /** @description Rows with a verdict that passes, or does not */
        passing?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationItemPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  pauseEvaluation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getEvaluationResults: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvaluationResults'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  resumeEvaluation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  retryFailedItems: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        evaluation_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Evaluation'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listExperiments: {
    parameters: {
      query?: {
        /** @description For example: name ILIKE 'chat%' AND tags.team = 'a' */
        filter?: string;
        /** @description Comma-separated: name, experiment_id, creation_time, last_update_time, each with ASC or DESC */
        order_by?: string;
        stage?: 'active' | 'deleted' | 'all';
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateExperimentBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Experiment'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        experiment_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Experiment'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        experiment_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        experiment_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateExperimentBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Experiment'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  restoreExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        experiment_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Experiment'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getMaskingRules: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MaskingRules'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putMaskingRules: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutMaskingRulesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MaskingRules'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  tryMaskingRules: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TryMaskingRulesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MaskedText'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getSampling: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Sampling'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putSampling: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutSamplingBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Sampling'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteSampling: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listExportSchedules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportScheduleList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createExportSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateExportScheduleBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportSchedule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getExportSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportSchedule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteExportSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateExportSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateExportScheduleBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportSchedule'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listExportRuns: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportRunPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  exportWindows: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExportWindowsBody'];
      };
    };
    responses: {
      /** @description Taken, not yet done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportRunList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  downloadExportFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schedule_id: string;
        run_id: string;
        name: 'traces.parquet' | 'spans.parquet' | 'manifest.json';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listForwardingTargets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForwardingTargetList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createForwardingTarget: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateForwardingTargetBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForwardingTarget'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getForwardingTarget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForwardingTarget'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteForwardingTarget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateForwardingTarget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateForwardingTargetBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForwardingTarget'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getFreshness: {
    parameters: {
      query?: {
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Freshness'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listGatewayEndpoints: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewayEndpointList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createGatewayEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateGatewayEndpointBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewayEndpoint'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteGatewayEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listGatewayModels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewayModelList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createGatewayModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateGatewayModelBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewayModel'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteGatewayModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listGatewaySecrets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewaySecretList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createGatewaySecret: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateGatewaySecretBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GatewaySecret'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteGatewaySecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listIssues: {
    parameters: {
      query?: {
        /** @description Those of all experiments when absent */
        experiment_id?: string;
        /** @description By status, severity and source_run_id with = and !=, e.g. status = 'pending' */
        filter?: string;
        /** @description Count the traces that show each issue */
        trace_count?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuePage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createIssue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateIssueBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Issue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getIssue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        issue_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Issue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateIssue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        issue_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateIssueBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Issue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  countJobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobCountsList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listSetAsideJobs: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetAsideJobPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  discardJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  replayJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  measureJudgeAgreement: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MeasureJudgeAgreementBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JudgeAgreement'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listLabelSchemas: {
    parameters: {
      query: {
        experiment_id: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LabelSchemaPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createLabelSchema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateLabelSchemaBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LabelSchema'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getLabelSchema: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schema_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LabelSchema'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteLabelSchema: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schema_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateLabelSchema: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schema_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateLabelSchemaBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LabelSchema'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listLegalHolds: {
    parameters: {
      query?: {
        /** @description true: those that were lifted too, after those in force */
        lifted?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalHoldList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  setLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetLegalHoldBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalHold'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  liftLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        hold_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalHold'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listLoggedModels: {
    parameters: {
      query: {
        /** @description One, or several joined by commas */
        experiment_id: string;
        /** @description For example: name = 'assistant' AND metrics.accuracy > 0.8 */
        filter?: string;
        /** @description Metrics are compared on this dataset alone */
        dataset_name?: string;
        /** @description On this version of it alone */
        dataset_digest?: string;
        /** @description Comma-separated: name, status, creation_time, last_updated_time, metrics.<key> …, each with ASC or DESC */
        order_by?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoggedModelPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createLoggedModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateLoggedModelBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoggedModel'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getLoggedModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoggedModel'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteLoggedModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateLoggedModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateLoggedModelBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoggedModel'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteLoggedModelTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getMaskingCounts: {
    parameters: {
      query: {
        experiment_id: string;
        /** @description Earliest start of a span, inclusive; a week before `to` when absent */
        from?: string;
        /** @description Latest start of a span, exclusive; now when absent */
        to?: string;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MaskingCounts'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listMembers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  setMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetMemberBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  removeMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listModelPrices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelPriceList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putModelPrice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutModelPriceBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelPrice'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteModelPrice: {
    parameters: {
      query: {
        /** @description As spans name it, or its plain form: gpt-4o */
        model: string;
        /** @description Only for spans of this provider; otherwise of any */
        provider?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  repriceTraces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RepriceTracesBody'];
      };
    };
    responses: {
      /** @description Taken, not yet done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RepricedPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  runPlayground: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunPlaygroundBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlaygroundAnswer'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listPrompts: {
    parameters: {
      query?: {
        /** @description For example: name ILIKE 'support%' AND tags.team = 'a' */
        filter?: string;
        /** @description Comma-separated: name, creation_timestamp, last_updated_timestamp, each with ASC or DESC */
        order_by?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createPrompt: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePromptBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Prompt'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getPrompt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Prompt'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deletePrompt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updatePrompt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdatePromptBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Prompt'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  loadPrompt: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: string;
      };
      path: {
        alias: string;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptVersion'];
        };
      };
      /** @description As it was */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putPromptAlias: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        alias: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutPromptAliasBody'];
      };
    };
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deletePromptAlias: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        alias: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  comparePromptVersions: {
    parameters: {
      query: {
        /** @description A version number, an alias, or latest */
        from: string;
        /** @description A version number, an alias, or latest */
        to?: string;
      };
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptComparison'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putPromptTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutPromptTagBody'];
      };
    };
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deletePromptTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listPromptVersions: {
    parameters: {
      query?: {
        /** @description For example: tags.author = 'a' AND version_number > 3 */
        filter?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptVersionPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createPromptVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePromptVersionBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptVersion'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getPromptVersion: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: string;
      };
      path: {
        version: number;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptVersion'];
        };
      };
      /** @description As it was */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deletePromptVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updatePromptVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdatePromptVersionBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromptVersion'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putPromptVersionTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
        version: number;
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutPromptVersionTagBody'];
      };
    };
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deletePromptVersionTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        version: number;
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getRetention: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Retention'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  setDefaultRetention: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetDefaultRetentionBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Retention'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  setExperimentRetention: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        experiment_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetExperimentRetentionBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Retention'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listRemovals: {
    parameters: {
      query?: {
        /** @description Those of all experiments when absent */
        experiment_id?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovalPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  applyRetention: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyRetentionBody'];
      };
    };
    responses: {
      /** @description Taken, not yet done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Removal'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listReviewQueues: {
    parameters: {
      query: {
        experiment_id: string;
        /** @description Queues assigned to them */
        user?: string;
        /** @description Queues that hold it */
        trace_id?: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewQueuePage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateReviewQueueBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewQueue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getReviewQueueOfUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GetReviewQueueOfUserBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewQueue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        queue_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewQueue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        queue_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        queue_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateReviewQueueBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewQueue'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listReviewItems: {
    parameters: {
      query?: {
        status?: 'pending' | 'complete' | 'declined';
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        queue_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewItemPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  addReviewItems: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        queue_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddReviewItemsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewItemPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  removeReviewItem: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        queue_id: string;
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  setReviewItemStatus: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        queue_id: string;
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetReviewItemStatusBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewItem'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listRuns: {
    parameters: {
      query: {
        /** @description One or more, separated by commas */
        experiment_id: string;
        /** @description For example: metrics.accuracy > 0.9 AND (params.model = 'a' OR tags.env = 'prod') */
        filter?: string;
        /** @description Comma-separated: start_time, end_time, run_name, status, metrics.<key>, params.<key>, tags.<key>, each with ASC or DESC */
        order_by?: string;
        stage?: 'active' | 'deleted' | 'all';
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRunBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateRunBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  logToRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogToRunBody'];
      };
    };
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getMetricHistory: {
    parameters: {
      query: {
        /** @description Of the metric */
        key: string;
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MetricHistory'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  restoreRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listScorers: {
    parameters: {
      query?: {
        /** @description Only those of this experiment */
        experiment_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorerList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  registerScorer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterScorerBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Scorer'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteScorer: {
    parameters: {
      query: {
        experiment_id: string;
        name: string;
        /** @description Absent: all versions */
        version?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listOnlineScoring: {
    parameters: {
      query: {
        experiment_id: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnlineScoringList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putOnlineScoring: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutOnlineScoringBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnlineScoring'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listScorerVersions: {
    parameters: {
      query: {
        experiment_id: string;
        name: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorerList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  tryScorer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TryScorerBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Scoring'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listSessions: {
    parameters: {
      query?: {
        /** @description May be repeated; every active experiment when absent */
        experiment_id?: string | string[];
        /** @description Earliest request time of a trace, inclusive: RFC 3339 or milliseconds */
        from?: string;
        /** @description Latest request time of a trace, exclusive */
        to?: string;
        /** @description Traces that count, in the grammar of docs/filters.md */
        filter?: string;
        /** @description The most first, or those whose last trace was requested last */
        order_by?: 'last_activity' | 'traces' | 'tokens' | 'cost';
        /** @description Other formats than json hold all that is found, as a table (docs/sql.md); else by the Accept header */
        format?: 'json' | 'ndjson' | 'csv' | 'arrow' | 'parquet';
        /** @description Of a page in JSON 50 unless said, 500 at most. A table has the first ones of the list's order, or without it all in no order */
        limit?: number;
        /** @description next_page_token of the page before; tables have no pages */
        page_token?: string;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description In JSON, or as a table in another format */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionPage'];
          'application/x-ndjson': string;
          'text/csv': string;
          'application/vnd.apache.arrow.stream': string;
          'application/vnd.apache.parquet': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getSession: {
    parameters: {
      query?: {
        /** @description May be repeated; every active experiment when absent */
        experiment_id?: string | string[];
        /** @description Traces of a page */
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: never;
      path: {
        session_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionDetail'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignIn'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInBody'];
      };
    };
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordBody'];
      };
    };
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  searchSpans: {
    parameters: {
      query?: {
        /** @description May be repeated; every active experiment when absent */
        experiment_id?: string | string[];
        /** @description Earliest start, inclusive: RFC 3339 or milliseconds since the epoch */
        from?: string;
        /** @description Latest start, exclusive */
        to?: string;
        /** @description For example: type = 'LLM' AND tokens > 1000 AND trace.session = 's-1' AND trace.tags.env = 'prod' */
        filter?: string;
        /** @description Other formats than json hold all that is found, as a table (docs/sql.md); else by the Accept header */
        format?: 'json' | 'ndjson' | 'csv' | 'arrow' | 'parquet';
        /** @description Of a page in JSON 100 unless said, 500 at most. A table has the first ones of the list's order, or without it all in no order */
        limit?: number;
        /** @description next_page_token of the page before; tables have no pages */
        page_token?: string;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description In JSON, or as a table in another format */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundSpanPage'];
          'application/x-ndjson': string;
          'text/csv': string;
          'application/vnd.apache.arrow.stream': string;
          'application/vnd.apache.parquet': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  querySql: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QuerySqlBody'];
      };
    };
    responses: {
      /** @description The rows in the format asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description The columns, with the types that ClickHouse has for them */
            meta: {
              name: string;
              /** @example UInt64 */
              type: string;
            }[];
            /** @description The rows, by column */
            data: {
              [key: string]: components['schemas']['JsonValue'];
            }[];
            rows: number;
          };
          'application/x-ndjson': string;
          'text/csv': string;
          'application/vnd.apache.arrow.stream': string;
          'application/vnd.apache.parquet': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  suggest: {
    parameters: {
      query: {
        /** @description name, type, model, provider, service, session, user, feedback, expectation, attributes, tags, metadata (their keys), attributes.<key>, tags.<key>, metadata.<key> */
        field: string;
        /** @description What the values begin with, in any case */
        prefix?: string;
        /** @description May be repeated; every active experiment when absent */
        experiment_id?: string | string[];
        /** @description Earliest time, inclusive */
        from?: string;
        /** @description Latest time, exclusive */
        to?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Suggestions'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listTraces: {
    parameters: {
      query?: {
        /** @description May be repeated; every active experiment when absent */
        experiment_id?: string | string[];
        /** @description Earliest request time, inclusive: RFC 3339 or milliseconds since the epoch */
        from?: string;
        /** @description Latest request time, exclusive */
        to?: string;
        /** @description For example: status = 'ERROR' AND (tags.env = 'prod' OR span.type = 'TOOL') */
        filter?: string;
        state?: 'OK' | 'ERROR' | 'IN_PROGRESS';
        name?: string;
        session?: string;
        user?: string;
        /** @description For example: execution_time DESC, tag.env ASC; newest first by default */
        order_by?: string;
        /** @description Whether traces that judges made are listed: they are no traffic. Absent: only if the filter names metadata.`mlflow.trace.sourceScorer` */
        include_judge_traces?: 'true' | 'false';
        /** @description Other formats than json hold all that is found, as a table (docs/sql.md); else by the Accept header */
        format?: 'json' | 'ndjson' | 'csv' | 'arrow' | 'parquet';
        /** @description Of a page in JSON 100 unless said, 500 at most. A table has the first ones of the list's order, or without it all in no order */
        limit?: number;
        /** @description next_page_token of the page before; tables have no pages */
        page_token?: string;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description In JSON, or as a table in another format */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TracePage'];
          'application/x-ndjson': string;
          'text/csv': string;
          'application/vnd.apache.arrow.stream': string;
          'application/vnd.apache.parquet': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteTraces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteTracesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedTraces'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  exportTraces: {
    parameters: {
      query?: {
        /** @description May be repeated; every active experiment when absent */
        experiment_id?: string | string[];
        /** @description Earliest request time, inclusive: RFC 3339 or milliseconds since the epoch */
        from?: string;
        /** @description Latest request time, exclusive */
        to?: string;
        /** @description For example: status = 'ERROR' AND (tags.env = 'prod' OR span.type = 'TOOL') */
        filter?: string;
        state?: 'OK' | 'ERROR' | 'IN_PROGRESS';
        name?: string;
        session?: string;
        user?: string;
        /** @description Whether traces that judges made are listed: they are no traffic. Absent: only if the filter names metadata.`mlflow.trace.sourceScorer` */
        include_judge_traces?: 'true' | 'false';
        /** @description Else by the Accept header; NDJSON by default */
        format?: 'json' | 'ndjson' | 'csv' | 'arrow' | 'parquet';
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The traces in the format asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description The columns, with the types that ClickHouse has for them */
            meta: {
              name: string;
              /** @example UInt64 */
              type: string;
            }[];
            /** @description The rows, by column */
            data: {
              [key: string]: components['schemas']['JsonValue'];
            }[];
            rows: number;
          };
          'application/x-ndjson': string;
          'text/csv': string;
          'application/vnd.apache.arrow.stream': string;
          'application/vnd.apache.parquet': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  tagTraces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TagTracesBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedTraces'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getTrace: {
    parameters: {
      query?: {
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TraceDetail'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listAssessments: {
    parameters: {
      query?: {
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssessmentList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createAssessment: {
    parameters: {
      query?: never;
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAssessmentBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assessment'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getAssessment: {
    parameters: {
      query?: {
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
        assessment_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assessment'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteAssessment: {
    parameters: {
      query?: never;
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
        assessment_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateAssessment: {
    parameters: {
      query?: never;
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
        assessment_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateAssessmentBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assessment'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getTraceOutline: {
    parameters: {
      query?: {
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TraceOutline'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listSpans: {
    parameters: {
      query?: {
        /** @description next_page_token of the page before */
        after?: string;
        limit?: number;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SpanPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getSpan: {
    parameters: {
      query?: {
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
        /** @description 16 hex digits */
        span_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SpanAnswer'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getAttribute: {
    parameters: {
      query?: {
        /** @description First byte of the text, in UTF-8 */
        offset?: number;
        /** @description Bytes at most */
        limit?: number;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        key: string;
        /** @description 16 hex digits */
        span_id: string;
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttributeWindow'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getResourceAttribute: {
    parameters: {
      query?: {
        /** @description First byte of the text, in UTF-8 */
        offset?: number;
        /** @description Bytes at most */
        limit?: number;
        /** @description strong: wait, at most 2 s, until everything acknowledged before this request can be read */
        consistency?: 'eventual' | 'strong';
      };
      header?: {
        /** @description now: as consistency=strong */
        'x-millrace-read-after'?: string;
      };
      path: {
        key: string;
        /** @description 16 hex digits */
        span_id: string;
        /** @description 32 hex digits, with or without tr- */
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttributeWindow'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateUserBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listWebhooks: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWebhookBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateWebhookBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        limit?: number;
        /** @description next_page_token of the page before */
        page_token?: string;
        state?: 'pending' | 'delivered' | 'failed';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryPage'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  repeatWebhookDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        delivery_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TestWebhookBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTest'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  listWorkspaces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkspaceList'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  createWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWorkspaceBody'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Workspace'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Workspace'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; nothing to tell */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  updateWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateWorkspaceBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Workspace'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['AlreadyExists'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getWorkspaceLimits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Limits'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  putWorkspaceLimits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutWorkspaceLimitsBody'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Limits'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
}
