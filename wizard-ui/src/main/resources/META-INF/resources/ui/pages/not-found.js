import { html } from 'lit';
import { Part } from '../parts/part.js';

class NotFound extends Part {
  render() {
    return html`<h1>There is no such page</h1><p>Crewsmith has no page at <code>${location.pathname}</code>. <a href="/agents">All agents</a></p>`;
  }
}

customElements.define('not-found-page', NotFound);
