import { html, nothing } from 'lit';
import { Problem, send } from '../api.js';
import { findingList, scanVerdict, warningList } from './notes.js';
import { Part } from './part.js';
import './code-view.js';

const PAUSE_MS = 350;
const RETRY_MS = 3000;

/** The code of what is in the form, scanned, a moment after the last key. Nothing is stored. Tells `previewed`. */
class PreviewPane extends Part {
  static properties = { agent: { attribute: false }, preview: { state: true }, waiting: { state: true }, trouble: { state: true } };

  willUpdate(changed) {
    if (changed.has('agent')) this.plan();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.request?.abort();
  }

  plan(pause = PAUSE_MS) {
    clearTimeout(this.timer);
    this.waiting = true;
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    this.request?.abort();
    const request = (this.request = new AbortController());
    let problem = null;
    try {
      this.preview = (await send('POST', '/api/agents/preview', this.agent, { signal: request.signal })).data;
    } catch (failure) {
      if (!(failure instanceof Problem)) return;
      problem = failure;
    }
    this.trouble = problem;
    this.waiting = false;
    this.dispatchEvent(new CustomEvent('previewed', { detail: { problem } }));
    if (problem?.isLost && this.isConnected) this.plan(RETRY_MS);
  }

  render() {
    const { preview, trouble } = this;
    return html`<aside class="preview" aria-label="Live preview" aria-busy=${this.waiting && !preview && !trouble ? 'true' : 'false'}>
      <header>
        <h2>Preview</h2>
        ${trouble ? html`<span class="badge warn" role="status">${trouble.errors.length ? 'Not complete yet' : 'No preview'}</span>` : preview ? scanVerdict(preview.security_scan, preview.ast_validation) : nothing}
      </header>
      ${trouble ? this.missing() : nothing}
      ${preview
        ? html`<div class=${trouble ? 'stale' : ''}>
            ${warningList(preview.warnings)} ${findingList(preview.security_scan)}
            <code-view .code=${preview.generated_code} .issues=${preview.security_scan.issues}></code-view>
          </div>`
        : nothing}
    </aside>`;
  }

  /** Only where the server names fields, it is they that are missing. */
  missing() {
    const { errors, message } = this.trouble;
    const old = this.preview ? 'This is the last complete version. ' : '';
    if (!errors.length) return html`<p>${old}${message}</p>`;
    return html`<p>${old}The code appears when the server accepts all fields:</p>
      <ul>
        ${errors.map((error) => html`<li>${error.detail}</li>`)}
      </ul>`;
  }
}

customElements.define('preview-pane', PreviewPane);
