import { html, nothing } from 'lit';
import { read } from '../api.js';
import { badge, problemNote, statusBadge } from '../parts/notes.js';
import { Part } from '../parts/part.js';
import { subjectOf, timeOf } from '../words.js';

/** All runs that asked for code, or those of one agent (`?agent_id=`), the newest first. */
class Deployments extends Part {
  static properties = { runs: { state: true }, next: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.agentId = new URLSearchParams(location.search).get('agent_id');
    this.more();
  }

  async more() {
    try {
      const query = new URLSearchParams({ limit: 50, ...(this.next && { cursor: this.next }), ...(this.agentId && { agent_id: this.agentId }) });
      const page = await read(`/api/code-deployments?${query}`);
      this.runs = [...(this.runs || []), ...page.items];
      this.next = page.next_cursor;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<header class="page-head"><h1>Deployments</h1>${this.agentId ? this.narrowed() : nothing}</header>
      ${problemNote(this.problem, () => this.more())} ${this.runs ? this.table() : this.problem ? nothing : html`<p aria-busy="true">Loading</p>`}`;
  }

  narrowed() {
    return html`<span>of <a href="/agents/${this.agentId}">${this.runs?.[0]?.agent_key || 'one agent'}</a> · <a href="/deployments">All deployments</a></span>`;
  }

  table() {
    if (!this.runs.length) return html`<article class="empty"><p>Nobody has asked for ${this.agentId ? 'its ' : ''}code yet.</p></article>`;
    return html`${runTable(this.runs)} ${this.next ? html`<button class="outline" @click=${this.more}>Show more</button>` : nothing}`;
  }
}

export const runTable = (runs) => html`<div class="scroll">
  <table>
    <thead>
      <tr><th scope="col">Agent or crew</th><th scope="col">Revision</th><th scope="col">Status</th><th scope="col">Asked for</th><th scope="col">Reviewed</th></tr>
    </thead>
    <tbody>
      ${runs.map(
        (run) => html`<tr>
          <td><a href="/deployments/${run.deployment_id}">${subjectOf(run).key}</a> ${run.kind === 'crew' ? badge('Crew', 'quiet') : nothing}</td>
          <td>${run.revision}</td>
          <td>${statusBadge(run.deployment_status)} ${run.is_active ? badge('Active', 'good') : nothing}</td>
          <td>${timeOf(run.generation_timestamp)} by ${run.generated_by}</td>
          <td>${run.reviewer_id ? `${timeOf(run.reviewed_at)} by ${run.reviewer_id}` : ''}</td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`;

customElements.define('deployments-page', Deployments);
