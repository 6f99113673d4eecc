import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { labelOf } from '../words.js';

/** From here on a list is long enough to be searched. */
const LONG = 10;

/** A list of names from a registry, of which some are chosen; a long one can be searched. */
export function choicesOf(field) {
  const { enum: names, 'x-environment': environment = {} } = field.schema.items;
  const id = `field${field.pointer}`;
  const chosen = field.value || [];
  const wanted = (field.wanted || '').trim().toLowerCase();
  const shown = names.filter((name) => name.toLowerCase().includes(wanted));
  const toggle = (name) => {
    const next = chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name];
    field.change(next.length ? next : undefined);
  };
  return html`<fieldset class="choices">
    <legend>${labelOf(field.name)} <small>${chosen.length ? chosen.join(', ') : 'none chosen'}</small></legend>
    ${names.length > LONG ? search(field) : nothing}
    <div class="choice-list" tabindex="0">
      ${shown.map(
        (name) => html`<label>
          <input type="checkbox" name=${field.name} value=${name} .checked=${live(chosen.includes(name))} @change=${() => toggle(name)} />
          <span>${name}</span>
          ${environment[name] ? html`<small>needs ${environment[name].join(', ')}</small>` : nothing}
        </label>`,
      )}
      ${shown.length ? nothing : html`<p>None is called so.</p>`}
    </div>
    ${field.said(id)}
  </fieldset>`;
}

const search = (field) => html`<input
  type="search"
  aria-label="Search ${labelOf(field.name).toLowerCase()}"
  placeholder="Search"
  .value=${live(field.wanted || '')}
  @input=${({ target }) => (field.wanted = target.value)}
/>`;
