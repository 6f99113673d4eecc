import { LitElement } from 'lit';

/** An element without a shadow: the one style sheet of the pages reaches all of them. */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }
}
