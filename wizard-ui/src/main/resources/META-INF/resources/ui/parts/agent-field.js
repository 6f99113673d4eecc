import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { labelOf } from '../words.js';
import { choicesOf } from './field-choices.js';
import { controlOf, typeOf } from './field-controls.js';
import { Part } from './part.js';

/**
 * One parameter as the catalogue's schema describes it, with what the server says of it. Tells each change as
 * `field-change` with the new value; undefined where the field is empty.
 */
class AgentField extends Part {
  static properties = {
    name: {},
    pointer: {},
    schema: { attribute: false },
    required: { type: Boolean },
    value: { attribute: false },
    errors: { attribute: false },
    wanted: { state: true },
  };

  render() {
    switch (typeOf(this.schema)) {
      case 'object':
        return this.section();
      case 'array':
        return typeOf(this.schema.items) === 'object' ? this.rows() : choicesOf(this);
      case 'boolean':
        return this.flag();
      default:
        return this.text();
    }
  }

  /** What is wrong here, or with one of the names that are chosen here. */
  get error() {
    const inside = (pointer) => typeOf(this.schema.items ?? {}) === 'string' && pointer.startsWith(`${this.pointer}/`);
    return Object.entries(this.errors || {}).find(([pointer]) => pointer === this.pointer || inside(pointer))?.[1];
  }

  /** Whether that there is no value must be said, since a missing one means the default. */
  get isNullable() {
    return this.schema.default !== undefined && [this.schema.type].flat().includes('null');
  }

  change(value) {
    this.dispatchEvent(new CustomEvent('field-change', { detail: { name: this.name, value }, bubbles: true }));
  }

  text() {
    const id = `field${this.pointer}`;
    return html`<label for=${id}>${labelOf(this.name)} ${this.required ? nothing : html`<small>optional</small>`}</label>
      ${controlOf(this, id)} ${this.isNullable ? this.absence() : nothing} ${this.counter()} ${this.said(id)}`;
  }

  absence() {
    const word = typeOf(this.schema) === 'integer' ? 'No limit' : 'No value';
    return html`<label class="absence">
      <input
        type="checkbox"
        name="${this.name}-none"
        aria-label="${labelOf(this.name)}: ${word}"
        .checked=${live(this.value === null)}
        @change=${({ target }) => this.change(target.checked ? null : undefined)}
      />
      ${word}
    </label>`;
  }

  said(id) {
    return this.error
      ? html`<small id="${id}-said" class="said bad" role="alert">${this.error}</small>`
      : html`<small id="${id}-said" class="said">${this.meaning}</small>`;
  }

  /** What it is for, what it looks like, and that it will not be there for ever. */
  get meaning() {
    const { description, format, 'x-deprecated': deprecated } = this.schema;
    const form = format === 'uuid' ? ' A UUID, such as 0198c1de-0000-7000-8000-00000000002a.' : '';
    return `${description}${form}${deprecated ? ` CrewAI ${deprecated} deprecates it.` : ''}`;
  }

  /** How much of a limited text is used, from the point where it matters. */
  counter() {
    const { maxLength } = this.schema;
    const used = typeof this.value === 'string' ? [...this.value].length : 0;
    if (!maxLength || used < 0.75 * maxLength) return nothing;
    return html`<small class="counter ${used > 0.9 * maxLength ? 'bad' : 'warn'}">${used.toLocaleString()} of ${maxLength.toLocaleString()} characters</small>`;
  }

  flag() {
    const id = `field${this.pointer}`;
    return html`<label class="switch" for=${id}>
        <input
          id=${id}
          name=${this.name}
          type="checkbox"
          role="switch"
          aria-describedby="${id}-said"
          .checked=${live(this.value ?? (this.value === null ? false : this.schema.default) ?? false)}
          .indeterminate=${live(this.value === null && this.isNullable)}
          @change=${({ target }) => this.change(target.checked)}
        />
        ${labelOf(this.name)}
      </label>
      ${this.said(id)}`;
  }

  section() {
    const value = this.value || {};
    return html`<fieldset class="section">
      <legend>${labelOf(this.name)}</legend>
      ${this.said(`field${this.pointer}`)}
      <div class="fields" @field-change=${this.changeIn((name, part) => this.change(without({ ...value, [name]: part })))}>
        ${fieldsOf(this.schema, value, this.pointer, this.errors)}
      </div>
    </fieldset>`;
  }

  rows() {
    const rows = this.value || [];
    const replace = (at, row) => this.change(rows.map((other, index) => (index === at ? row : other)));
    const remove = (at) => this.change(rows.length > 1 ? rows.filter((_, index) => index !== at) : undefined);
    return html`<fieldset class="section">
      <legend>${labelOf(this.name)}</legend>
      ${this.said(`field${this.pointer}`)}
      ${rows.map(
        (row, at) => html`<div class="row" @field-change=${this.changeIn((name, part) => replace(at, { ...row, [name]: part }))}>
          ${fieldsOf(this.schema.items, row, `${this.pointer}/${at}`, this.errors)}
          <button type="button" class="outline secondary" aria-label="Remove number ${at + 1}" @click=${() => remove(at)}>Remove</button>
        </div>`,
      )}
      <button type="button" class="outline secondary" @click=${() => this.change([...rows, {}])}>Add</button>
    </fieldset>`;
  }

  /** Takes changes of fields inside, so that only the whole is told outside. */
  changeIn(take) {
    return (event) => {
      event.stopPropagation();
      take(event.detail.name, event.detail.value);
    };
  }
}

export function fieldsOf(schema, value, pointer, errors, names = Object.keys(schema.properties)) {
  return names.map(
    (name) => html`<agent-field
      .name=${name}
      .pointer="${pointer}/${name}"
      .schema=${schema.properties[name]}
      .required=${schema.required?.includes(name) ?? false}
      .value=${value[name]}
      .errors=${errors}
    ></agent-field>`,
  );
}

function without(values) {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

customElements.define('agent-field', AgentField);
