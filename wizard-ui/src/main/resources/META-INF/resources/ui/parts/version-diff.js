import { html, nothing } from 'lit';
import { read } from '../api.js';
import { labelOf, shortDigest } from '../words.js';
import { problemNote } from './notes.js';
import { Part } from './part.js';

const NEAR = 3;

/** What this version changes, beside another one: which parameters, and the code line by line. */
class VersionDiff extends Part {
  static properties = {
    run: { attribute: false },
    versions: { attribute: false },
    diff: { state: true },
    problem: { state: true },
  };

  get others() {
    return (this.versions || []).filter(({ deployment_id: id, generated_code: code }) => id !== this.run.deployment_id && code);
  }

  render() {
    if (!this.others.length) return nothing;
    return html`<details class="version-diff" @toggle=${({ target }) => target.open && !this.diff && this.compare()}>
      <summary>Compare with another version</summary>
      ${problemNote(this.problem)} ${this.diff ? this.compared() : html`<p aria-busy="true">Comparing</p>`}
    </details>`;
  }

  compared() {
    const { against, changed, code } = this.diff;
    return html`<label>
        Compared with
        <select name="against" @change=${({ target }) => this.compare(target.value)}>
          ${this.others.map((other) => html`<option value=${other.deployment_id} ?selected=${other.deployment_id === against}>${nameOf(other)}</option>`)}
        </select>
      </label>
      <p>${changed.length ? html`Changed: ${changed.map((name) => html`<code>${labelOf(name)}</code> `)}` : 'The configurations are equal.'}</p>
      ${code.unified ? this.table(near(code.rows)) : html`<p>The code is equal.</p>`}`;
  }

  table(rows) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Both versions of the code">
      <table class="diff">
        <thead><tr><th scope="col">Line</th><th scope="col">Before</th><th scope="col">Line</th><th scope="col">This version</th></tr></thead>
        <tbody>${rows.map(
          (row) => html`<tr class=${row.kind}>
            <td>${row.before_line}</td><td><code>${row.before}</code></td><td>${row.after_line}</td><td><code>${row.after}</code></td>
          </tr>`,
        )}</tbody>
      </table>
    </div>`;
  }

  async compare(against) {
    const query = against ? `?against=${encodeURIComponent(against)}` : '';
    try {
      this.problem = null;
      this.diff = await read(`/api/code-deployments/${this.run.deployment_id}/diff${query}`);
    } catch (problem) {
      this.problem = problem;
    }
  }
}

const nameOf = (run) => `revision ${run.revision}, ${run.deployment_status.replaceAll('_', ' ')}, ${shortDigest(run.code_digest)}`;

/** Changed lines with a few around each; between them a gap. */
function near(rows) {
  const shown = rows.map((_, at) => rows.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(({ kind }) => kind !== 'equal'));
  return rows.flatMap((row, at) => (shown[at] ? [row] : shown[at - 1] ? [{ kind: 'gap', before: '…', after: '…' }] : []));
}

customElements.define('version-diff', VersionDiff);
