import { html, nothing } from 'lit';
import { problemNote } from '../parts/notes.js';
import { Part } from '../parts/part.js';
import { signIn } from '../session.js';

const WHERE = html`The local users' tokens are in <code>tokens.json</code> of the data folder.`;

/** Takes a token once; after that the browser's cookie stands for it. Tells `signed-in`. */
class SignIn extends Part {
  static properties = { problem: { state: true }, busy: { state: true } };

  render() {
    const wrong = this.problem?.status === 401;
    return html`<article class="sign-in">
      <h1>Sign in</h1>
      <form @submit=${this.submit}>
        <label for="token">Token</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus aria-describedby="token-said" aria-invalid=${wrong ? 'true' : nothing} />
        ${wrong ? html`<small id="token-said" class="said bad" role="alert">${this.problem.message}</small>` : html`<small id="token-said">${WHERE}</small>`}
        ${wrong ? nothing : problemNote(this.problem)}
        <button type="submit" aria-busy=${this.busy ? 'true' : 'false'}>Sign in</button>
      </form>
    </article>`;
  }

  async submit(event) {
    event.preventDefault();
    this.busy = true;
    this.problem = null;
    try {
      await signIn(this.querySelector('#token').value.trim());
      this.dispatchEvent(new Event('signed-in'));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('sign-in-page', SignIn);
