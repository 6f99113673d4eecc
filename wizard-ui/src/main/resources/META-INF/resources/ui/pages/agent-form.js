import { html, nothing } from 'lit';
import { Problem, read, send } from '../api.js';
import { draftOf, dropDraft, keepDraft } from '../drafts.js';
import { Once } from '../once.js';
import { fieldsOf } from '../parts/agent-field.js';
import { actionsOf, outcomeOf } from '../parts/form-foot.js';
import { panelId, tabId, wrongGroups } from '../parts/group-tabs.js';
import { problemNote } from '../parts/notes.js';
import { Part } from '../parts/part.js';
import '../parts/preview-pane.js';
import { go, rename } from '../router.js';
import { currentUser } from '../session.js';
import { keyOf } from '../words.js';

const TARGET = 'crewai-1.3.0';
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
    saved: { state: true },
    busy: { state: true },
  };

  touched = new Set();
  once = new Once();

  connectedCallback() {
    super.connectedCallback();
    this.agentId = this.params.id;
    this.user = currentUser().name;
    this.begin();
  }

  async begin() {
    this.problem = null;
    try {
      this.schema = await read(`/api/catalogue/${TARGET}`);
      this.agent = this.agentId ? await this.load() : draftOf(this.user) || this.blank();
      this.keyIsOwn = !!this.agent.agent_key;
      this.group = this.groups()[0][0];
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** The agent as it is stored. That a field has no value is kept where a missing one would get the default. */
  async load() {
    const { data, etag } = await send('GET', this.path());
    const { properties } = this.schema;
    this.etag = etag;
    return Object.fromEntries(
      Object.entries(data).filter(([name, value]) => !SERVER_SET.includes(name) && (value !== null || properties[name]?.default !== undefined)),
    );
  }

  blank() {
    return { llm_model: this.schema.properties.llm_model.examples?.[0] };
  }

  path() {
    return `/api/agents/${encodeURIComponent(this.agentId)}`;
  }

  /** The parameters that belong together, in the order of the catalogue. */
  groups() {
    const names = Object.keys(this.schema.properties);
    return [...Map.groupBy(names, (name) => this.schema.properties[name]['x-group'])];
  }

  render() {
    if (!this.agent) return this.problem ? this.missing() : html`<p aria-busy="true">Loading</p>`;
    const said = this.shownErrors();
    return html`${this.head()}
      <div class="two-columns">
        <form novalidate autocomplete="off" @submit=${(event) => event.preventDefault()} @field-change=${this.change} @focusout=${this.leave}>
          <group-tabs .groups=${this.groups().map(([group]) => group)} .group=${this.group} .wrong=${wrongGroups(this.groups(), said)} @group-chosen=${({ detail }) => (this.group = detail)}></group-tabs>
          ${this.groups().map(([group, names]) => this.panel(group, names, said))} ${outcomeOf(this)} ${actionsOf(this)}
        </form>
        <preview-pane .agent=${this.agent} @previewed=${({ detail }) => (this.previewErrors = detail.problem?.byPointer())}></preview-pane>
      </div>`;
  }

  missing() {
    return html`<h1>Agent</h1>
      ${problemNote(this.problem, this.problem.isLost ? () => this.begin() : null)}
      <p><a href="/agents">All agents</a></p>`;
  }

  head() {
    return html`<header class="page-head">
      <h1>${this.agentId ? html`Change <code>${this.agent.agent_key}</code>` : 'New agent'}</h1>
      ${this.agentId ? html`<a href="/deployments?agent_id=${this.agentId}">Its deployments</a>` : nothing}
    </header>`;
  }

  panel(group, names, said) {
    return html`<section role="tabpanel" id=${panelId(group)} aria-labelledby=${tabId(group)} ?hidden=${group !== this.group}>
      ${fieldsOf(this.schema, this.agent, '', said, names)}
    </section>`;
  }

  /** What the server said when asked to save; before that, only of fields that were left already. */
  shownErrors() {
    if (this.problem instanceof Problem && this.problem.errors.length) return this.problem.byPointer();
    const left = (pointer) => this.refused || this.touched.has(pointer);
    return Object.fromEntries(Object.entries(this.previewErrors || {}).filter(([pointer]) => left(pointer)));
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
    this.saved = null;
    if (!this.agentId) keepDraft(this.user, next);
  }

  leave({ target }) {
    if (target.name) this.touched.add(target.closest('agent-field').pointer);
    this.requestUpdate();
  }

  startOver() {
    dropDraft(this.user);
    this.agent = this.blank();
    this.keyIsOwn = false;
    this.refused = false;
    this.problem = null;
    this.touched.clear();
  }

  async generate() {
    await this.save();
    const { data, location } = await this.once.send('POST', `${this.path()}/generate-code`, { create_pr: false });
    // Who has gone elsewhere meanwhile is not called back.
    if (this.isConnected) go(`/deployments/${data ? data.deployment_id : location.split('/').at(-1)}`);
  }

  async save() {
    const { data, etag, location } = this.agentId
      ? await this.once.send('PUT', this.path(), this.agent, this.etag ? { 'If-Match': this.etag } : {})
      : await this.once.send('POST', '/api/agents', this.agent);
    if (!this.agentId) {
      dropDraft(this.user);
      this.agentId = data ? data.agent_id : location.split('/').at(-1);
      if (this.isConnected) rename(`/agents/${this.agentId}`);
    }
    this.etag = etag;
    this.saved = data?.revision;
  }

  async delete() {
    await send('DELETE', this.path(), undefined, { headers: this.etag ? { 'If-Match': this.etag } : {} });
    if (this.isConnected) go('/agents');
  }

  async takeTheirs() {
    await this.attempt(async () => (this.agent = await this.load()));
  }

  /** Once more what was refused, on top of what somebody else has saved. */
  async keepMine() {
    const again = this.work;
    await this.attempt(async () => {
      this.etag = (await send('GET', this.path())).etag;
      await again.call(this);
    });
    this.work = again;
  }

  async attempt(work) {
    this.work = work;
    this.busy = true;
    this.problem = null;
    this.saved = null;
    try {
      await work.call(this);
    } catch (problem) {
      this.problem = problem;
      this.refused ||= problem.errors?.length > 0;
      this.showFirstError();
    } finally {
      this.busy = false;
    }
  }

  async showFirstError() {
    const pointer = this.problem.errors?.[0]?.pointer || '';
    const name = pointer.split('/')[1];
    const group = this.groups().find(([, names]) => names.includes(name));
    if (!group) return;
    this.group = group[0];
    await this.updateComplete;
    (document.getElementById(`field${pointer}`) || this.querySelector(`[name="${CSS.escape(name)}"]`))?.focus();
  }
}

customElements.define('agent-form-page', AgentForm);
