import { html, nothing } from 'lit';
import { send } from '../api.js';
import { currentUser, mayAct } from '../session.js';
import { problemNote } from './notes.js';
import { Part } from './part.js';

/** What can be done with a run now, by whom; and why something cannot. Tells `acted` with the run as it is then. */
class ReviewBox extends Part {
  static properties = { run: { attribute: false }, revertible: { type: Boolean }, busy: { state: true }, problem: { state: true } };

  render() {
    return html`${problemNote(this.problem)} ${this.offer()}`;
  }

  offer() {
    const { deployment_status: status } = this.run;
    if (status === 'pending') return this.submission();
    if (status === 'review_required') return this.decision();
    if (status === 'deployed' && this.run.is_active) return this.rollback();
    if (status === 'needs_changes') return this.change();
    return nothing;
  }

  submission() {
    if (!this.run.security_scan) return nothing;
    if (!mayAct('author', 'service')) return html`<p>An author has to submit this code for review.</p>`;
    return html`<button aria-busy=${this.busy ? 'true' : 'false'} ?disabled=${this.busy} @click=${() => this.act('submit', { create_pr: false })}>
      Submit for Review
    </button>`;
  }

  decision() {
    if (!mayAct('reviewer')) return html`<p>A reviewer has to decide. Approval is bound to exactly these bytes.</p>`;
    if (currentUser().name === this.run.generated_by) {
      return html`<p class="note warn">You asked for this code, so another person must decide.</p>`;
    }
    const decide = (decision) => this.act('review', { decision, comments: this.comments() });
    return html`<label for="comments">Comments</label>
      <textarea id="comments" name="comments" rows="3" placeholder="What you looked at, what must change"></textarea>
      <div class="actions">
        <button ?disabled=${this.busy} aria-busy=${this.busy ? 'true' : 'false'} @click=${() => decide('approved')}>Approve</button>
        <button class="secondary" ?disabled=${this.busy} @click=${() => decide('needs_changes')}>Request changes</button>
        <button class="danger" ?disabled=${this.busy} @click=${() => decide('rejected')}>Reject</button>
      </div>`;
  }

  rollback() {
    if (!this.revertible || !mayAct('operator')) return nothing;
    return html`<button class="danger" ?disabled=${this.busy} @click=${() => this.querySelector('dialog').showModal()}>Roll back</button>
      <dialog aria-labelledby="rollback-title">
        <article>
          <h3 id="rollback-title">Roll back ${this.run.agent_key}?</h3>
          <p>The version that was active before becomes active again, by a new commit. This version is kept, and can be generated anew.</p>
          <footer>
            <button class="secondary" @click=${this.closeDialog}>Keep it</button>
            <button class="danger" @click=${() => (this.closeDialog(), this.act('rollback', {}))}>Roll back now</button>
          </footer>
        </article>
      </dialog>`;
  }

  change() {
    return html`<p>Changes were requested. <a href="/agents/${this.run.agent_id}">Change the agent</a>, and generate its code anew.</p>`;
  }

  closeDialog() {
    this.querySelector('dialog').close();
  }

  comments() {
    return this.querySelector('#comments').value || null;
  }

  async act(what, body) {
    this.busy = true;
    this.problem = null;
    try {
      const { data } = await send('POST', `/api/code-deployments/${this.run.deployment_id}/${what}`, body);
      this.dispatchEvent(new CustomEvent('acted', { detail: data }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('review-box', ReviewBox);
