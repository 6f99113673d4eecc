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

/** Numbers are typed as text: what is none goes to the server as it stands, which says so, and is not lost. */
function line(field, id) {
  const { schema } = field;
  const number = isNumber(schema);
  return html`<input
      id=${id}
      name=${field.name}
      type=${schema.format === 'uri' ? 'url' : 'text'}
      inputmode=${number ? 'decimal' : nothing}
      list=${schema.examples ? `${id}-examples` : nothing}
      placeholder=${(field.value === null ? nothing : schema.default) ?? nothing}
      autocomplete="off"
      aria-describedby="${id}-said"
      aria-invalid=${field.error ? 'true' : nothing}
      ?disabled=${field.value === null && field.isNullable}
      .value=${live(number ? typedOf(field) : (field.value ?? ''))}
      @input=${({ target }) => (number ? typed(field, target.value) : field.change(target.value || undefined))}
    />
    ${schema.examples ? html`<datalist id="${id}-examples">${schema.examples.map((text) => html`<option value=${text}></option>`)}</datalist>` : nothing}`;
}

const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function typed(field, text) {
  const number = NUMBER.test(text.trim()) ? Number(text) : Infinity;
  const value = text.trim() === '' ? undefined : Number.isFinite(number) ? number : text;
  field.typed = { text, value };
  field.change(value);
}

/** As it was typed, "1.0" for example, as long as it means the same. */
const typedOf = ({ typed: last, value }) => (last && last.value === value ? last.text : String(value ?? ''));

function area(field, id) {
  return html`<textarea
    id=${id}
    name=${field.name}
    rows=${field.schema.maxLength > 5000 ? 3 : 4}
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
    ?disabled=${field.value === null && field.isNullable}
    @change=${({ target }) => field.change(target.value || undefined)}
  >
    <option value="" ?selected=${!field.value}>${field.value === null && field.isNullable ? 'none' : (field.schema.default ?? 'choose')}</option>
    ${field.schema.enum.map((text) => html`<option value=${text} ?selected=${text === field.value}>${text}</option>`)}
  </select>`;
}
