import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/** Up to here a text is one line; where it may be longer, it gets an area. */
const LONGEST_LINE = 500;

/** The control that fits the schema of a field with one value: it shows the value, and tells the field each change. */
export function controlOf(field, id) {
  const { schema } = field;
  if (schema.enum) return select(field, id);
  return isNumber(schema) || isLine(schema) ? line(field, id) : area(field, id);
}

/** The type of a value; that it may also be null is another matter. */
export const typeOf = (schema) => (Array.isArray(schema.type) ? schema.type[0] : schema.type);

const isNumber = (schema) => ['integer', 'number'].includes(typeOf(schema));

const isLine = (schema) =>
  schema['x-one-line'] || schema.format || schema.pattern || (schema.maxLength && schema.maxLength <= LONGEST_LINE);

function line(field, id) {
  const { schema } = field;
  return html`<input
      id=${id}
      name=${field.name}
      type=${isNumber(schema) ? 'number' : schema.format === 'uri' ? 'url' : 'text'}
      step=${typeOf(schema) === 'number' ? '0.1' : nothing}
      min=${schema.minimum ?? nothing}
      max=${schema.maximum ?? nothing}
      maxlength=${schema.maxLength ?? nothing}
      list=${schema.examples ? `${id}-examples` : nothing}
      placeholder=${schema.default ?? nothing}
      autocomplete="off"
      aria-describedby="${id}-said"
      aria-invalid=${field.error ? 'true' : nothing}
      .value=${live(String(field.value ?? ''))}
      @input=${({ target }) => field.change(isNumber(schema) ? numberOf(target) : target.value || undefined)}
    />
    ${schema.examples ? html`<datalist id="${id}-examples">${schema.examples.map((text) => html`<option value=${text}></option>`)}</datalist>` : nothing}`;
}

/** An input of type number holds a number or nothing. */
const numberOf = (input) => (input.value === '' ? undefined : Number(input.value));

function area(field, id) {
  return html`<textarea
    id=${id}
    name=${field.name}
    rows=${field.schema.maxLength > 5000 ? 3 : 4}
    maxlength=${field.schema.maxLength ?? nothing}
    aria-describedby="${id}-said"
    aria-invalid=${field.error ? 'true' : nothing}
    .value=${live(field.value ?? '')}
    @input=${({ target }) => field.change(target.value || undefined)}
  ></textarea>`;
}

function select(field, id) {
  return html`<select
    id=${id}
    name=${field.name}
    aria-describedby="${id}-said"
    aria-invalid=${field.error ? 'true' : nothing}
    @change=${({ target }) => field.change(target.value || undefined)}
  >
    <option value="" ?selected=${!field.value}>${field.schema.default ?? 'choose'}</option>
    ${field.schema.enum.map((text) => html`<option value=${text} ?selected=${text === field.value}>${text}</option>`)}
  </select>`;
}
