import { html } from 'lit';
import { mayAct } from '../session.js';
import './delete-button.js';
import { problemNote } from './notes.js';

/** How the last attempt of a form ended. Where somebody else was faster, one of the two versions has to give way. */
export function outcomeOf(form) {
  const { problem, saved, busy } = form;
  if (saved && !problem) return html`<p class="note good" role="status">Saved as revision ${saved}.</p>`;
  if (problem?.status !== 412) return problemNote(problem);
  return html`<article class="note warn" role="alert">
    <strong>Changed in the meantime</strong>
    <p>Somebody else has changed this agent since you opened it. What you typed is still here.</p>
    <button type="button" class="outline" ?disabled=${busy} @click=${() => form.takeTheirs()}>Take theirs</button>
    <button type="button" class="outline" ?disabled=${busy} @click=${() => form.keepMine()}>Keep mine</button>
  </article>`;
}

/** What can be done with the agent in a form; no button submits, so that Enter in a line does nothing. */
export function actionsOf(form) {
  const { busy } = form;
  if (!mayAct('author', 'service')) return html`<p class="note warn">You can try things here; an author saves agents.</p>`;
  return html`<footer class="actions">
    <button type="button" aria-busy=${busy ? 'true' : 'false'} ?disabled=${busy} @click=${() => form.attempt(form.generate)}>Generate Code</button>
    <button type="button" class="secondary" ?disabled=${busy} @click=${() => form.attempt(form.save)}>Save</button>
    ${form.agentId
      ? html`<delete-button .what=${form.agent.agent_key || 'this agent'} .busy=${busy} @confirmed=${() => form.attempt(form.delete)}></delete-button>`
      : html`<button type="button" class="outline" ?disabled=${busy} @click=${() => form.startOver()}>Start over</button>`}
  </footer>`;
}
