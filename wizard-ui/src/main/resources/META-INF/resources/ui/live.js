/** Every type of event that a run can bring; a test holds it against the contracts. */
export const TYPES = [
  'AgentChanged', 'AgentDeleted', 'AgentRejected', 'AgentRemoved', 'AgentSaved', 'ApprovalGiven', 'BranchPushed',
  'BundleReviews', 'ChangesRequested', 'ChecksReported', 'CodeGenerated', 'CrewDeleted', 'CrewRejected', 'CrewSaved',
  'DecideReview', 'DeleteAgent', 'DeleteCrew', 'DeleteRule', 'DeleteTask', 'Deployed', 'DeploymentFailed', 'GenerateCode',
  'GenerationFailed', 'GitFailed', 'MergeConflicted', 'Merged', 'PullRequestOpened', 'ReportChecks', 'RetryStage',
  'ReviewApproved', 'ReviewRefused', 'ReviewRejected', 'ReviewReminded', 'ReviewRequested', 'ReviewVoided', 'ReviewsBundled',
  'RollBack', 'RollbackApproved', 'RolledBack', 'RuleDeleted', 'RuleRejected', 'RuleSaved', 'RulesAnnounced', 'SaveAgent',
  'SaveCrew', 'SaveRule', 'SaveTask', 'ScanCompleted', 'SecurityIncident', 'StageRetried', 'SubmitForReview', 'TaskDeleted',
  'TaskRejected', 'TaskSaved', 'TeamAlerted',
];

const PAUSE_MS = 2000;

/**
 * Follows a run from a position on. The browser comes back by itself after a lost connection and says where it was
 * (Last-Event-ID); where it gives up, because a server answered something else, this begins again at the same place.
 *
 * @returns a function that ends it
 */
export function follow(runId, position, onEntry, onState) {
  let source;
  let timer;
  let last = position;

  const received = (message) => {
    last = Number(message.lastEventId);
    onEntry(JSON.parse(message.data));
  };
  const failed = () => {
    onState(false);
    if (source.readyState === EventSource.CLOSED) {
      timer = setTimeout(open, PAUSE_MS);
    }
  };
  function open() {
    source = new EventSource(`/api/events?run_id=${encodeURIComponent(runId)}&after=${last}`);
    source.onopen = () => onState(true);
    source.onerror = failed;
    TYPES.forEach((type) => source.addEventListener(type, received));
  }
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
