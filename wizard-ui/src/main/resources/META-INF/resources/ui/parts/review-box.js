import { html, nothing } from 'lit';
import { send } from '../api.js';
import { currentUser, mayAct } from '../session.js';
import { statusOf, subjectOf } from '../words.js';
import { problemNote } from './notes.js';
import { Part } from './part.js';
import './line-comments.js';

/** What can be done with a run now, by whom; and why something cannot. Tells `acted` when the run may have changed. */
class ReviewBox extends Part {
  static properties = { run: { attribute: false }, revertible: { type: Boolean }, busy: { state: true }, problem: { state: true } };

  render() {
    return html`${this.refused()} ${this.missing()} ${this.offer()}`;
  }

  /** What else must happen, where it is more than what is offered here. */
  missing() {
    const { deployment_status: status, missing_to_merge: missing } = this.run;
    return status === 'review_required' && missing.length
      ? html`<p class="missing">Missing to merge: ${missing.join('; ')}.</p>`
      : nothing;
  }

  /** What is wrong with the comments is said there; that somebody was faster, in the words of what they decided. */
  refused() {
    const { problem, run } = this;
    if (!problem || this.commentsError) return nothing;
    if (problem.status !== 409 || !run.reviewer_id || run.deployment_status === 'review_required') return problemNote(problem);
    return html`<p class="note warn" role="alert">${run.reviewer_id} has decided already: ${statusOf(run.review_status)[0].toLowerCase()}.</p>`;
  }

  get commentsError() {
    return this.problem?.errors?.find(({ pointer }) => pointer === '/comments')?.detail;
  }

  offer() {
    const { deployment_status: status } = this.run;
    if (status === 'pending') return this.submission();
    if (status === 'review_required') return this.decision();
    if (this.run.resumable) return this.resumption();
    if (status === 'deployed' && this.run.is_active) return this.rollback();
    if (status === 'needs_changes') return this.change('Changes were requested.');
    if (status === 'rejected') return this.change('The code was rejected.');
    if (status === 'failed') return this.change(this.run.problem ? '' : this.failure());
    return nothing;
  }

  failure() {
    const scan = this.run.security_scan;
    return scan && !scan.passed
      ? `The security scan did not pass: ${scan.issues.length === 1 ? '1 finding' : `${scan.issues.length} findings`}, beside the code.`
      : 'This run failed; the audit trail says where.';
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
    const decide = (decision) => this.act('review', this.review(decision));
    const error = this.commentsError;
    return html`<label for="comments">Comments</label>
      <textarea
        id="comments"
        name="comments"
        rows="3"
        placeholder="What you looked at, what must change"
        aria-describedby="comments-said"
        aria-invalid=${error ? 'true' : nothing}
      ></textarea>
      <small id="comments-said" class="said ${error ? 'bad' : ''}" role=${error ? 'alert' : nothing}>${error || 'Needed to request changes and to reject.'}</small>
      <line-comments></line-comments>
      <div class="actions">
        <button ?disabled=${this.busy} aria-busy=${this.busy ? 'true' : 'false'} @click=${() => decide('approved')}>Approve</button>
        <button class="secondary" ?disabled=${this.busy} @click=${() => decide('needs_changes')}>Request changes</button>
        <button class="danger" ?disabled=${this.busy} @click=${() => decide('rejected')}>Reject</button>
      </div>`;
  }

  /** What stopped it is said above. */
  resumption() {
    if (!mayAct('author', 'operator')) return html`<p>Once that is resolved, an author or an operator has to resume the run.</p>`;
    return html`<p>Once that is resolved, the run can go on from where it stopped.</p>
      <button aria-busy=${this.busy ? 'true' : 'false'} ?disabled=${this.busy} @click=${() => this.act('resume', {})}>Resume</button>`;
  }

  rollback() {
    if (!this.revertible || !mayAct('operator')) return nothing;
    return html`<button class="danger" ?disabled=${this.busy} @click=${() => this.querySelector('dialog').showModal()}>Roll back</button>
      <dialog aria-labelledby="rollback-title">
        <article>
          <h3 id="rollback-title">Roll back ${subjectOf(this.run).key}?</h3>
          <p>The version that was active before becomes active again, by a new commit. This version is kept, and can be generated anew.</p>
          <footer>
            <button class="secondary" @click=${this.closeDialog}>Keep it</button>
            <button class="danger" @click=${() => (this.closeDialog(), this.act('rollback', {}))}>Roll back now</button>
          </footer>
        </article>
      </dialog>`;
  }

  change(reason) {
    const { word, href } = subjectOf(this.run);
    return html`<p>
      ${reason} ${href ? html`<a href=${href}>Change the ${word}</a>, and generate its code anew.` : `Change the ${word}, and generate its code anew.`}
    </p>`;
  }

  closeDialog() {
    this.querySelector('dialog').close();
  }

  /** Bound to the code that is shown, so that no other is approved. */
  review(decision) {
    return {
      decision,
      comments: this.querySelector('#comments').value.trim() || null,
      line_comments: this.querySelector('line-comments').comments,
      code_digest: this.run.code_digest,
    };
  }

  async act(what, body) {
    this.busy = true;
    this.problem = null;
    try {
      await send('POST', `/api/code-deployments/${this.run.deployment_id}/${what}`, body);
      this.dispatchEvent(new Event('acted'));
    } catch (problem) {
      this.problem = problem;
      if (problem.status === 409) this.dispatchEvent(new Event('acted'));
      if (this.commentsError) this.querySelector('#comments').focus();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('review-box', ReviewBox);
