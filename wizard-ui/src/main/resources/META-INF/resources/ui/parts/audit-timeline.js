import { html } from 'lit';
import { shortDigest, timeOf } from '../words.js';
import { badge } from './notes.js';
import { Part } from './part.js';

/** Each event of a run: when, what, who, where it can be read, and by which digest the next one names it. */
class AuditTimeline extends Part {
  static properties = { trail: { attribute: false } };

  render() {
    return html`<ol class="timeline">
      ${(this.trail || []).map((entry) => this.entry(entry))}
    </ol>`;
  }

  entry(entry) {
    return html`<li data-type=${entry.type}>
      <details>
        <summary>
          <time datetime=${entry.recorded_at}>${timeOf(entry.recorded_at)}</time>
          <strong>${entry.type}</strong> by ${entry.actor}
          ${this.chained(entry)}
        </summary>
        <p><small>
          ${entry.topic}, partition ${entry.partition}, offset ${entry.offset} · sha256 <code>${shortDigest(entry.digest)}…</code>
        </small></p>
        <pre tabindex="0">${JSON.stringify(entry.event, null, 2)}</pre>
      </details>
    </li>`;
  }

  /** Whether the cause that it names has the digest that it names. */
  chained({ causation_id: cause, cause_digest: digest }) {
    if (!cause) return badge('asked for', 'quiet');
    const before = this.trail.find(({ event_id: id }) => id === cause);
    if (!before) return badge('caused elsewhere', 'quiet');
    return before.digest === digest ? badge('chained', 'good') : badge('chain broken', 'bad');
  }
}

customElements.define('audit-timeline', AuditTimeline);
