import { html, nothing } from 'lit';
import { read } from '../api.js';
import { problemNote } from '../parts/notes.js';
import { Part } from '../parts/part.js';
import { mayAct } from '../session.js';
import { timeOf } from '../words.js';

/** All agents, in the order of their keys. */
class Agents extends Part {
  static properties = { agents: { state: true }, next: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.more('');
  }

  async more(cursor) {
    try {
      const page = await read(`/api/agents?limit=50&cursor=${encodeURIComponent(cursor)}`);
      this.agents = [...(this.agents || []), ...page.items];
      this.next = page.next_cursor;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<header class="page-head">
        <h1>Agents</h1>
        ${mayAct('author', 'service') ? html`<a role="button" href="/agents/create">Create Agent</a>` : nothing}
      </header>
      ${problemNote(this.problem, () => this.more(this.next || ''))} ${this.agents ? this.table() : this.problem ? nothing : html`<p aria-busy="true">Loading</p>`}`;
  }

  table() {
    if (!this.agents.length) return html`<article class="empty"><p>There is no agent yet.</p></article>`;
    return html`<div class="scroll">
        <table>
          <thead>
            <tr><th scope="col">Agent</th><th scope="col">Role</th><th scope="col">Model</th><th scope="col">Revision</th><th scope="col">Changed</th></tr>
          </thead>
          <tbody>
            ${this.agents.map(
              (agent) => html`<tr>
                <td><a href="/agents/${agent.agent_id}">${agent.agent_key}</a></td>
                <td>${agent.role}</td>
                <td><code>${agent.llm_model}</code></td>
                <td>${agent.revision}</td>
                <td>${timeOf(agent.updated_at)} by ${agent.updated_by}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.next ? html`<button class="outline" @click=${() => this.more(this.next)}>Show more</button>` : nothing}`;
  }
}

customElements.define('agents-page', Agents);
