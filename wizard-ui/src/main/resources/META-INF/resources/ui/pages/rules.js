import { html, nothing } from 'lit';
import { Problem, read, send } from '../api.js';
import { badge, problemNote } from '../parts/notes.js';
import { Part } from '../parts/part.js';
import { mayAct } from '../session.js';
import { timeOf } from '../words.js';

const RULES = '/api/custom-rules';
const YAML = { headers: { 'Content-Type': 'application/yaml' } };

const NEW_RULE = `id: custom/no-http-clients
title: HTTP only through our tools
message: "'{target}' would open connections of its own: give the agent an approved tool instead"
severity: ERROR
forbid:
  imports: [requests, httpx]
examples:
  match:
    - import requests
  no_match:
    - import json
`;

const mood = (severity) => ({ INFO: 'quiet', WARNING: 'warn' })[severity] || 'bad';

const nameOf = (rule) => encodeURIComponent(rule.id.replace('custom/', ''));

/** The custom rules: everybody may read them, an administrator tries, saves and deletes them. */
class Rules extends Part {
  static properties = {
    rules: { state: true },
    open: { state: true },
    text: { state: true },
    trial: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  text = NEW_RULE;

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    return this.doing(async () => {
      let page = { items: [], next_cursor: '' };
      const rules = [];
      do {
        page = await read(`${RULES}?limit=200&cursor=${encodeURIComponent(page.next_cursor)}`);
        rules.push(...page.items);
      } while (page.next_cursor);
      this.rules = rules;
    });
  }

  async doing(work) {
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  choose(rule) {
    this.open = rule;
    this.text = rule ? rule.yaml : NEW_RULE;
    this.trial = null;
    this.problem = null;
  }

  save() {
    return this.doing(async () => {
      const saved = this.open
        ? await send('PUT', `${RULES}/${nameOf(this.open)}`, this.text, { headers: { ...YAML.headers, 'If-Match': `"${this.open.revision}"` } })
        : await send('POST', RULES, this.text, YAML);
      if (saved.data) this.choose(saved.data);
      await this.load();
    });
  }

  tryOut() {
    return this.doing(async () => {
      this.trial = null;
      this.trial = (await send('POST', `${RULES}/dry-run`, this.text, YAML)).data;
    });
  }

  remove() {
    return this.doing(async () => {
      await send('DELETE', `${RULES}/${nameOf(this.open)}`, undefined, { headers: { 'If-Match': `"${this.open.revision}"` } });
      this.choose(null);
      await this.load();
    });
  }

  render() {
    return html`<header class="page-head">
        <h1>Custom rules</h1>
        ${mayAct('admin') ? html`<button @click=${() => this.choose(null)}>New rule</button>` : nothing}
      </header>
      ${problemNote(this.problem)} ${this.rules ? this.table() : this.problem ? nothing : html`<p aria-busy="true">Loading</p>`}
      ${this.open || mayAct('admin') ? this.editor() : nothing} ${this.trial ? this.outcome() : nothing}`;
  }

  table() {
    if (!this.rules.length) return html`<article class="empty"><p>There is no custom rule; the built-in rules hold.</p></article>`;
    return html`<div class="scroll">
      <table>
        <thead>
          <tr><th scope="col">Rule</th><th scope="col">About</th><th scope="col">Severity</th><th scope="col">Revision</th><th scope="col">Changed</th></tr>
        </thead>
        <tbody>
          ${this.rules.map(
            (rule) => html`<tr>
              <td><button class="plain" @click=${() => this.choose(rule)}>${rule.id}</button></td>
              <td>${rule.title}</td>
              <td>${badge(rule.severity, mood(rule.severity))}</td>
              <td>${rule.revision}</td>
              <td>${timeOf(rule.updated_at)} by ${rule.updated_by}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  editor() {
    return html`<form @submit=${(event) => event.preventDefault()}>
      <label>
        ${this.open ? `${this.open.id}, revision ${this.open.revision}` : 'A new rule'}
        <textarea name="rule" rows="18" spellcheck="false" ?readonly=${!mayAct('admin')} .value=${this.text} @input=${(event) => (this.text = event.target.value)}></textarea>
      </label>
      ${mayAct('admin')
        ? html`<div class="actions">
            <button type="button" class="outline" ?disabled=${this.busy} @click=${this.tryOut}>Try on past runs</button>
            <button type="button" ?disabled=${this.busy} @click=${this.save}>Save</button>
            ${this.open ? html`<button type="button" class="danger" ?disabled=${this.busy} @click=${this.remove}>Delete</button>` : nothing}
          </div>`
        : nothing}
    </form>`;
  }

  outcome() {
    const { scanned, flipped, changed, milliseconds, runs } = this.trial;
    return html`<section class="trial" role="status">
      <h2>${flipped} of ${scanned} past runs would flip</h2>
      <p>It changes something about ${changed}. Tried in ${milliseconds} ms; nothing was changed.</p>
      ${runs.length
        ? html`<div class="scroll">
            <table>
              <thead><tr><th scope="col">Run</th><th scope="col">Now</th><th scope="col">With the rule</th><th scope="col">Findings</th></tr></thead>
              <tbody>
                ${runs.map(
                  (run) => html`<tr>
                    <td><a href="/deployments/${run.deployment_id}">${run.agent_key || run.deployment_id}</a></td>
                    <td>${this.verdict(run.passes_now)}</td>
                    <td>${this.verdict(run.would_pass)}</td>
                    <td>${this.findings('+', run.findings_added)}${this.findings('−', run.findings_removed)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : nothing}
    </section>`;
  }

  verdict(passes) {
    return passes ? badge('passes', 'good') : badge('fails', 'bad');
  }

  findings(sign, findings) {
    return findings.map((finding) => html`<div>${sign} line ${finding.line}: ${finding.message} <small>${finding.severity}</small></div>`);
  }
}

customElements.define('rules-page', Rules);
