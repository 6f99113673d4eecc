import { html, nothing } from 'lit';
import { Part } from './part.js';

/** What a reviewer says about single lines, before it is sent. */
class LineComments extends Part {
  static properties = { comments: { state: true } };

  constructor() {
    super();
    this.comments = [];
  }

  render() {
    return html`<fieldset class="line-comments">
      <legend>Comments on lines <small>optional</small></legend>
      ${this.comments.length
        ? html`<ul>${this.comments.map(
            ({ line, text }, at) => html`<li>Line ${line}: ${text}
              <button type="button" class="outline secondary" aria-label="Remove the comment on line ${line}" @click=${() => this.remove(at)}>Remove</button></li>`,
          )}</ul>`
        : nothing}
      <div class="line-comment">
        <input type="number" name="line" min="1" aria-label="Line" placeholder="Line" />
        <input type="text" name="line-comment" aria-label="Comment on the line" placeholder="What about it" maxlength="10000" />
        <button type="button" class="outline secondary" @click=${this.add}>Add</button>
      </div>
    </fieldset>`;
  }

  add() {
    const [line, text] = ['line', 'line-comment'].map((name) => this.querySelector(`[name="${name}"]`));
    if (!line.value || !line.reportValidity() || !text.value.trim()) return;
    this.comments = [...this.comments, { line: Number(line.value), text: text.value.trim() }];
    line.value = text.value = '';
    line.focus();
  }

  remove(at) {
    this.comments = this.comments.filter((_, other) => other !== at);
  }
}

customElements.define('line-comments', LineComments);
