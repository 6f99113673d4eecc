import { html, nothing } from 'lit';
import { Problem, read, send } from '../api.js';
import { Part } from '../parts/part.js';
import { fieldsOf } from '../parts/agent-field.js';
import { problemNote } from '../parts/notes.js';
import '../parts/preview-pane.js';
import { go } from '../router.js';
import { mayAct } from '../session.js';
import { keyOf } from '../words.js';

const TARGET = 'crewai-1.3.0';
const DRAFT = 'crewsmith.draft';
const SERVER_SET = ['agent_id', 'revision', 'updated_by', 'updated_at'];

/** Makes a new agent or changes one, beside a live preview. What was typed outlives a reload. */
class AgentForm extends Part {
  static properties = {
    params: { attribute: false },
    schema: { state: true },
    agent: { state: true },
    group: { state: true },
    previewErrors: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  touched = new Set();

  async connectedCallback() {
    super.connectedCallback();
    this.agentId = this.params.id;
    try {
      this.schema = await read(`/api/catalogue/${TARGET}`);
      this.agent = this.agentId ? await this.load() : this.draft();
      this.keyIsOwn = !!this.agent.agent_key;
      this.group = this.groups()[0][0];
    } catch (problem) {
      this.problem = problem;
    }
  }

  async load() {
    const { data, etag } = await send('GET', `/api/agents/${encodeURIComponent(this.agentId)}`);
    this.etag = etag;
    return Object.fromEntries(Object.entries(data).filter(([name, value]) => !SERVER_SET.includes(name) && value !== null));
  }

  draft() {
    const { llm_model: model } = this.schema.properties;
    return JSON.parse(sessionStorage.getItem(DRAFT) || 'null') || { llm_model: model.examples?.[0] };
  }

  /** The parameters that belong together, in the order of the catalogue. */
  groups() {
    const names = Object.keys(this.schema.properties);
    return [...Map.groupBy(names, (name) => this.schema.properties[name]['x-group'])];
  }

  render() {
    if (!this.agent) return this.problem ? problemNote(this.problem) : html`<p aria-busy="true">Loading</p>`;
    return html`<header class="page-head">
        <h1>${this.agentId ? html`Change <code>${this.agent.agent_key}</code>` : 'New agent'}</h1>
      </header>
      <div class="two-columns">
        <form novalidate autocomplete="off" @submit=${this.generate} @field-change=${this.change} @focusout=${this.leave}>
          ${this.groupTabs()} ${this.groups().map(([group, names]) => this.panel(group, names))} ${problemNote(this.problem)} ${this.actions()}
        </form>
        <preview-pane .agent=${this.agent} @previewed=${({ detail }) => (this.previewErrors = detail.problem?.byPointer())}></preview-pane>
      </div>`;
  }

  groupTabs() {
    const said = this.shownErrors();
    return html`<div role="tablist" aria-label="Parameters" class="tabs" @keydown=${this.turn}>
      ${this.groups().map(([group, names]) => {
        const wrong = Object.keys(said).some((pointer) => names.includes(pointer.split('/')[1]));
        return html`<button
          type="button"
          role="tab"
          class="tab"
          aria-selected=${group === this.group}
          tabindex=${group === this.group ? 0 : -1}
          @click=${() => (this.group = group)}
        >
          ${group}${wrong ? html` <span class="badge bad" aria-label="has errors">!</span>` : nothing}
        </button>`;
      })}
    </div>`;
  }

  /** Arrow keys turn the tabs, as people who work without a mouse expect. */
  async turn(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const names = this.groups().map(([group]) => group);
    this.group = names[(names.indexOf(this.group) + step + names.length) % names.length];
    await this.updateComplete;
    this.querySelector('[role=tab][aria-selected=true]').focus();
  }

  panel(group, names) {
    return html`<section role="tabpanel" aria-label=${group} ?hidden=${group !== this.group}>
      ${fieldsOf(this.schema, this.agent, '', this.shownErrors(), names)}
    </section>`;
  }

  /** What the server said when asked to save; before that, only of fields that were left already. */
  shownErrors() {
    if (this.problem instanceof Problem && this.problem.errors.length) return this.problem.byPointer();
    return Object.fromEntries(Object.entries(this.previewErrors || {}).filter(([pointer]) => this.touched.has(pointer.split('/')[1])));
  }

  actions() {
    if (!mayAct('author', 'service')) return html`<p class="note warn">You can try things here; an author saves agents.</p>`;
    return html`<footer class="actions">
      <button type="submit" aria-busy=${this.busy ? 'true' : 'false'} ?disabled=${this.busy}>Generate Code</button>
      <button type="button" class="secondary" ?disabled=${this.busy} @click=${this.saveOnly}>Save</button>
    </footer>`;
  }

  change({ detail: { name, value } }) {
    const { [name]: before, ...others } = this.agent;
    const next = value === undefined ? others : { ...others, [name]: value };
    if (name === 'agent_key') this.keyIsOwn = !!value;
    if (!this.agentId && !this.keyIsOwn && ['name', 'role'].includes(name)) {
      next.agent_key = keyOf(next.name || next.role || '') || undefined;
    }
    this.agent = next;
    this.problem = null;
    if (!this.agentId) sessionStorage.setItem(DRAFT, JSON.stringify(next));
  }

  leave({ target }) {
    if (target.name) this.touched.add(target.name);
    this.requestUpdate();
  }

  async generate(event) {
    event.preventDefault();
    await this.attempt(async () => {
      const id = await this.save();
      const { data, location } = await send('POST', `/api/agents/${id}/generate-code`, { create_pr: false });
      go(`/deployments/${data ? data.deployment_id : location.split('/').at(-1)}`);
    });
  }

  async saveOnly() {
    await this.attempt(async () => go(`/agents/${await this.save()}`, { replace: !this.agentId }));
  }

  async save() {
    const { data, etag } = this.agentId
      ? await send('PUT', `/api/agents/${this.agentId}`, this.agent, { headers: this.etag ? { 'If-Match': this.etag } : {} })
      : await send('POST', '/api/agents', this.agent, { headers: { 'Idempotency-Key': (this.attemptKey ??= crypto.randomUUID()) } });
    sessionStorage.removeItem(DRAFT);
    this.etag = etag;
    return (this.agentId = data.agent_id);
  }

  async attempt(work) {
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
      this.attemptKey = undefined;
      this.showFirstError();
    } finally {
      this.busy = false;
    }
  }

  async showFirstError() {
    const name = this.problem.errors?.[0]?.pointer.split('/')[1];
    const group = this.groups().find(([, names]) => names.includes(name));
    if (!group) return;
    this.group = group[0];
    await this.updateComplete;
    this.querySelector(`[name="${CSS.escape(name)}"]`)?.focus();
  }
}

customElements.define('agent-form-page', AgentForm);
