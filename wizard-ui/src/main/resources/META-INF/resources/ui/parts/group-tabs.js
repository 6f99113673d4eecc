import { html, nothing } from 'lit';
import { Part } from './part.js';

const STEPS = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Tabs for groups of parameters, with a mark where something is wrong. Tells `group-chosen` with the name. */
class GroupTabs extends Part {
  static properties = { groups: { attribute: false }, group: {}, wrong: { attribute: false } };

  render() {
    return html`<div role="tablist" aria-label="Parameters" class="tabs" @keydown=${this.turn}>
      ${this.groups.map((group) => this.tab(group, group === this.group))}
    </div>`;
  }

  tab(group, chosen) {
    return html`<button
      type="button"
      role="tab"
      class="tab"
      id=${tabId(group)}
      aria-controls=${panelId(group)}
      aria-selected=${chosen}
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.choose(group)}
    >
      ${group}${this.wrong.has(group) ? html` <span class="badge bad" aria-label="has errors">!</span>` : nothing}
    </button>`;
  }

  choose(group) {
    this.dispatchEvent(new CustomEvent('group-chosen', { detail: group }));
  }

  /** Arrow keys, Home and End turn the tabs, as people who work without a mouse expect. */
  turn(event) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(this.groups.indexOf(this.group), this.groups.length);
    this.choose(this.groups[next]);
    this.querySelectorAll('[role=tab]')[next].focus();
  }
}

const wordOf = (group) => group.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export const tabId = (group) => `tab-${wordOf(group)}`;

export const panelId = (group) => `panel-${wordOf(group)}`;

/** The groups of which a field is named in what is wrong. */
export function wrongGroups(groups, said) {
  const wrong = new Set(Object.keys(said).map((pointer) => pointer.split('/')[1]));
  return new Set(groups.filter(([, names]) => names.some((name) => wrong.has(name))).map(([group]) => group));
}

customElements.define('group-tabs', GroupTabs);
