import { html, nothing } from 'lit';
import { durationOf } from '../words.js';
import { Part } from './part.js';

/** The way of a run: the event that ends each stage, and those that end it badly. */
const STAGES = [
  ['Saved', ['AgentSaved'], ['AgentRejected']],
  ['Generated', ['CodeGenerated'], ['GenerationFailed']],
  ['Scanned', ['ScanCompleted'], []],
  ['Review', ['ReviewRequested'], ['ReviewRefused']],
  ['Committed', ['BranchPushed'], ['GitFailed']],
  ['Decided', ['ReviewApproved'], ['ReviewRejected', 'ChangesRequested']],
  ['Merged', ['Merged'], ['MergeConflicted']],
  ['Deployed', ['Deployed'], ['DeploymentFailed']],
];

class StageTrack extends Part {
  static properties = { trail: { attribute: false } };

  render() {
    const trail = this.trail || [];
    const begin = trail.length ? Date.parse(trail[0].recorded_at) : 0;
    return html`<ol class="stages" aria-label="Stages of this run">
      ${STAGES.map(([name, good, bad]) => this.stage(name, good, bad, trail, begin))}
      ${trail.some((entry) => entry.type === 'RolledBack') ? this.stage('Rolled back', ['RolledBack'], [], trail, begin) : nothing}
    </ol>`;
  }

  stage(name, good, bad, trail, begin) {
    const entry = trail.find(({ type }) => good.includes(type) || bad.includes(type));
    const mood = !entry ? 'open' : failed(entry, bad) ? 'bad' : 'good';
    return html`<li class=${mood} data-stage=${name}>
      <span class="dot" aria-hidden="true"></span>
      <span>${name}</span>
      <small>${entry ? `${mood === 'bad' ? `${entry.type}, ` : ''}${durationOf(Date.parse(entry.recorded_at) - begin)}` : 'not yet'}</small>
    </li>`;
  }
}

const failed = ({ type, event }, bad) => bad.includes(type) || (type === 'ScanCompleted' && event.verdict?.passed === false);

customElements.define('stage-track', StageTrack);
