import { html, nothing } from 'lit';
import { durationOf } from '../words.js';
import { Part } from './part.js';

/** The way of a run: the event that ends each stage, and those that end it badly. */
const STAGES = [
  ['Saved', ['AgentSaved', 'CrewSaved'], ['AgentRejected', 'CrewRejected']],
  ['Generated', ['CodeGenerated'], ['GenerationFailed']],
  ['Scanned', ['ScanCompleted'], []],
  ['Review', ['ReviewRequested'], ['ReviewRefused']],
  ['Committed', ['BranchPushed'], ['GitFailed', 'MergeConflicted']],
  ['Decided', ['ReviewApproved'], ['ReviewRejected', 'ChangesRequested', 'ReviewVoided']],
  ['Merged', ['Merged'], ['MergeConflicted', 'GitFailed']],
  ['Deployed', ['Deployed'], ['DeploymentFailed']],
];

class StageTrack extends Part {
  static properties = { trail: { attribute: false } };

  render() {
    const trail = this.trail || [];
    const begin = trail.length ? Date.parse(trail[0].recorded_at) : 0;
    return html`<ol class="stages" aria-label="Stages of this run">
      ${STAGES.map(([name, good, bad]) => this.stage(name, bad, endOf(name, good, bad, trail), begin))}
      ${trail.some(rolledBack) ? this.stage('Rolled back', [], trail.findLast(rolledBack), begin) : nothing}
    </ol>`;
  }

  stage(name, bad, entry, begin) {
    const mood = !entry ? 'open' : failed(entry, bad) ? 'bad' : 'good';
    return html`<li class=${mood} data-stage=${name}>
      <span class="dot" aria-hidden="true"></span>
      <span>${name}</span>
      <small>${entry ? `${mood === 'bad' ? `${entry.type}, ` : ''}${durationOf(Date.parse(entry.recorded_at) - begin)}` : 'not yet'}</small>
    </li>`;
  }
}

const rolledBack = ({ type }) => type === 'RolledBack';

/**
 * The event that ended a stage, the last where there are several. A decision counts until a review is asked for again.
 * A merge fails only after an approval. Of the other stages a good end stands: what is refused later, a second decision for example, undoes nothing.
 */
function endOf(name, good, bad, trail) {
  const is = (types) => (entry) => types.includes(entry.type);
  if (name === 'Decided') return trail.slice(trail.findLastIndex(is(['ReviewRequested'])) + 1).findLast(is([...good, ...bad]));
  const begin = name === 'Merged' ? trail.findIndex(is(['ReviewApproved'])) : 0;
  const back = trail.findIndex(is(['RollbackApproved']));
  const way = begin < 0 ? [] : trail.slice(begin, back < 0 ? trail.length : back);
  return way.findLast(is(good)) ?? way.findLast(is(bad));
}

const failed = ({ type, event }, bad) => bad.includes(type) || (type === 'ScanCompleted' && event.verdict?.passed === false);

customElements.define('stage-track', StageTrack);
