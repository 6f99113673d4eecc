import { html } from 'lit';
import { Part } from './part.js';

/** Asks before something is deleted. Tells `confirmed`. */
class DeleteButton extends Part {
  static properties = { what: {}, busy: { type: Boolean } };

  render() {
    return html`<button type="button" class="danger" ?disabled=${this.busy} @click=${() => this.querySelector('dialog').showModal()}>Delete</button>
      <dialog aria-labelledby="delete-title">
        <article>
          <h3 id="delete-title">Delete ${this.what}?</h3>
          <p>The agent goes; its key stays its own. What was deployed stays, and so does the audit trail.</p>
          <footer>
            <button type="button" class="secondary" @click=${this.close}>Keep it</button>
            <button type="button" class="danger" @click=${this.confirm}>Delete now</button>
          </footer>
        </article>
      </dialog>`;
  }

  close() {
    this.querySelector('dialog').close();
  }

  confirm() {
    this.close();
    this.dispatchEvent(new Event('confirmed'));
  }
}

customElements.define('delete-button', DeleteButton);
