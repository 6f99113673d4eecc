import { html, nothing } from 'lit';
import { Problem, read } from '../api.js';
import { follow } from '../live.js';
import { badge, findingList, problemNote, riskNote, scanVerdict, statusBadge, warningList } from '../parts/notes.js';
import { Part } from '../parts/part.js';
import '../parts/audit-timeline.js';
import '../parts/code-view.js';
import '../parts/review-box.js';
import '../parts/stage-track.js';
import '../parts/version-diff.js';
import { shortDigest, subjectOf, timeOf } from '../words.js';
import { runTable } from './deployments.js';

const SETTLE_MS = 60;

/** One run: where it is, live; its code and findings; what can be done; and its audit trail. */
class Deployment extends Part {
  static properties = {
    params: { attribute: false },
    run: { state: true },
    trail: { state: true },
    versions: { state: true },
    reviews: { state: true },
    connected: { state: true },
    problem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.path = `/api/code-deployments/${encodeURIComponent(this.params.id)}`;
    this.trail = [];
    this.begin();
  }

  async begin() {
    this.problem = null;
    try {
      this.trail = await read(`/api/audit?run_id=${encodeURIComponent(this.params.id)}`);
      await this.refresh();
      if (this.isConnected && this.run) this.listen();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** From where the trail ends, so that nothing is missed in between. */
  listen() {
    const position = Math.max(...this.trail.map((entry) => entry.position));
    this.end = follow(this.params.id, position, (entry) => this.add(entry), (live) => (this.connected = live));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.end?.();
  }

  add(entry) {
    if (this.trail.some(({ event_id: id }) => id === entry.event_id)) return;
    this.trail = [...this.trail, entry].sort((one, other) => Date.parse(one.recorded_at) - Date.parse(other.recorded_at) || one.position - other.position);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), SETTLE_MS);
  }

  async refresh() {
    try {
      const run = await read(this.path);
      const { id, query } = subjectOf(run);
      const { items } = await read(`/api/code-deployments?limit=10&${query}`);
      this.versions = items.filter((other) => subjectOf(other).id === id);
      this.reviews = await read(`${this.path}/reviews`);
      this.run = run;
      this.problem = null;
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 404) this.problem = problem;
    }
  }

  render() {
    if (!this.run) return this.problem ? this.missing() : html`<p aria-busy="true">Loading</p>`;
    return html`${this.head()} ${problemNote(this.problem, () => this.refresh())}
      <stage-track .trail=${this.trail}></stage-track>
      <div class="two-columns wide-left">
        <div>${this.code()}</div>
        <div>${this.facts()}</div>
      </div>
      <section><h2>Versions of this ${subjectOf(this.run).word}</h2>${this.versions ? runTable(this.versions) : nothing}</section>
      <section><h2>Audit trail</h2><audit-timeline .trail=${this.trail}></audit-timeline></section>`;
  }

  missing() {
    return html`<h1>Deployment</h1>
      ${problemNote(this.problem, this.problem.isLost ? () => this.begin() : null)}
      <p><a href="/deployments">All deployments</a></p>`;
  }

  head() {
    const { run } = this;
    const { key, href } = subjectOf(run);
    return html`<header class="page-head">
      <h1>
        ${href ? html`<a href=${href}>${key}</a>` : key} <small>revision ${run.revision}</small>
        ${statusBadge(run.deployment_status)} ${run.is_active ? badge('Active', 'good') : nothing}
      </h1>
      <span class="live ${this.connected ? 'good' : 'warn'}" role="status">${this.connected ? 'Live' : 'Connecting'}</span>
    </header>`;
  }

  code() {
    const { run } = this;
    if (!run.generated_code) return html`<article class="empty"><p>${run.problem || 'There is no code yet.'}</p></article>`;
    return html`<header class="code-head">
        <h2>Code</h2>
        ${scanVerdict(run.security_scan, run.ast_validation)}
      </header>
      ${warningList(run.warnings)} ${findingList(run.security_scan)}
      <code-view .code=${run.generated_code} .issues=${issuesOfModule(run)}></code-view>
      <version-diff .run=${run} .versions=${this.versions}></version-diff>`;
  }

  facts() {
    const { run } = this;
    return html`<article class="act">
        <h2>Review</h2>
        ${run.problem ? html`<p class="note bad">${run.problem}</p>` : nothing}
        ${riskNote(run.risk)}
        <review-box .run=${run} .revertible=${this.revertible()} @acted=${this.refresh}></review-box>
        ${this.reviews?.map(reviewOf)}
      </article>
      <article>
        <h2>Facts</h2>
        <dl>
          ${fact('Asked for by', `${run.generated_by}, ${timeOf(run.generation_timestamp)}`)} ${this.branch()}
          ${fact('Commit', run.git.commit_hash && html`<code>${shortDigest(run.git.commit_hash)}</code>`)}
          ${fact('Merge', run.git.merge_commit_hash && html`<code>${shortDigest(run.git.merge_commit_hash)}</code>`)}
          ${fact('Deployed to', run.deployment_path && html`<code>${run.deployment_path}</code>`)}
          ${fact('Code', run.code_digest && html`sha256 <code>${shortDigest(run.code_digest)}…</code>`)}
          ${fact('Configuration', run.configuration_digest && html`sha256 <code>${shortDigest(run.configuration_digest)}…</code>`)}
          ${fact('Template', run.template_version)}
        </dl>
      </article>`;
  }

  /** Whether there is a version to go back to. */
  revertible() {
    return !!this.versions?.some(({ deployment_id: id, deployment_timestamp: at }) => id !== this.run.deployment_id && at);
  }

  /** The pull request where a forge is configured; the review here where there is none. */
  branch() {
    const { branch, pr_url: url, pr_number: number } = this.run.git;
    if (url?.startsWith('https://')) return fact('Pull request', html`<a class="pr-link" href=${url} target="_blank" rel="noreferrer">#${number}</a>`);
    return fact('Branch', branch && html`<a class="pr-link" href="/deployments/${this.run.deployment_id}"><code>${branch}</code></a>`);
  }
}

const reviewOf = (review) => html`<p>${statusBadge(review.decision)} by ${review.reviewer}, ${timeOf(review.decided_at)}</p>
  ${review.comments ? html`<blockquote>${review.comments}</blockquote>` : nothing}
  ${review.line_comments.length
    ? html`<ul class="line-comments">${review.line_comments.map(({ line, text }) => html`<li>Line ${line}: ${text}</li>`)}</ul>`
    : nothing}`;

const fact = (name, value) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);

/** Findings in the module itself, not in its test or its page: these alone can be marked beside its code. */
const issuesOfModule = ({ security_scan: scan, agent_key: agent, crew_key: crew }) => {
  const file = `/${(agent || crew || '').replaceAll('-', '_')}.py`;
  return scan?.issues.filter((issue) => !issue.path || issue.path.endsWith(file));
};

customElements.define('deployment-page', Deployment);
