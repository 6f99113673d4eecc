import { html, nothing } from 'lit';
import { Part } from './part.js';

/**
 * Python with line numbers, colours and marks at findings. Prism only says what is what; every character is written as
 * text, never as markup.
 */
class CodeView extends Part {
  static properties = { code: {}, issues: { attribute: false } };

  render() {
    const marks = new Map((this.issues || []).map((issue) => [issue.line, issue]));
    const lines = linesOf(this.code || '');
    return html`<figure class="code-figure">
      <button type="button" class="copy outline secondary" @click=${this.copy}>Copy</button>
      <pre class="code-preview" tabindex="0" aria-label="Generated Python code"><code>${lines.map((line, at) => lineOf(line, marks.get(at + 1)))}</code></pre>
    </figure>`;
  }

  async copy({ target }) {
    await navigator.clipboard.writeText(this.code);
    target.textContent = 'Copied';
    setTimeout(() => (target.textContent = 'Copy'), 1500);
  }
}

const lineOf = (pieces, issue) =>
  html`<span class="line ${issue ? issue.severity.toLowerCase() : ''}" title=${issue?.message || nothing}>${pieces.map(
    ({ type, text }) => (type ? html`<span class="token ${type}">${text}</span>` : text),
  )}${'\n'}</span>`;

/** The pieces of each line; a piece that goes over several lines, as a long text does, is cut at their ends. */
function linesOf(code) {
  const lines = [[]];
  for (const { type, text } of piecesOf(Prism.tokenize(code.replace(/\n$/, ''), Prism.languages.python), '')) {
    text.split('\n').forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part) lines.at(-1).push({ type, text: part });
    });
  }
  return lines;
}

function piecesOf(tokens, type) {
  return [tokens].flat().flatMap((token) =>
    typeof token === 'string' ? [{ type, text: token }] : piecesOf(token.content, token.type));
}

customElements.define('code-view', CodeView);
