import { html } from 'lit';
import { read } from '../api.js';
import { problemNote } from '../parts/notes.js';
import { Part } from '../parts/part.js';

/** What a type of problem means: the page that a problem's `type` leads to. */
class ProblemPage extends Part {
  static properties = { params: { attribute: false }, entry: { state: true }, problem: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.entry = await read(`/api/problems/${encodeURIComponent(this.params.name)}`);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (!this.entry) return html`<h1>Problem</h1>${problemNote(this.problem)}`;
    return html`<article>
      <h1>${this.entry.title}</h1>
      <p>${this.entry.meaning}</p>
      <dl><dt>Status</dt><dd>${this.entry.status}</dd><dt>Type</dt><dd><code>${this.entry.type}</code></dd></dl>
    </article>`;
  }
}

customElements.define('problem-page', ProblemPage);
