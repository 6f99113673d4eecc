import { html, nothing } from 'lit';
import { read } from '../api.js';
import '../parts/figure-chart.js';
import { badge, problemNote } from '../parts/notes.js';
import { Part } from '../parts/part.js';
import { durationOf, timeOf } from '../words.js';

const SPANS = [[1, 'Hour'], [24, 'Day'], [168, 'Week'], [720, '30 days']];
const REFRESH_MS = 10_000;

/** The figures that operators ask for first, anew every ten seconds. */
class Operations extends Part {
  static properties = { hours: { state: true }, incidents: { state: true }, figures: { state: true }, problem: { state: true } };

  hours = 24;

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
    this.timer = setInterval(() => document.hidden || this.refresh(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async refresh() {
    try {
      this.figures = await read(`/api/operations?hours=${this.hours}`);
      this.incidents = (await read('/api/incidents?limit=20')).items;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<header class="page-head">
        <h1>Operations</h1>
        <div role="group" aria-label="Span">
          ${SPANS.map(([hours, name]) => html`<button class="outline" aria-pressed=${hours === this.hours} @click=${() => this.span(hours)}>${name}</button>`)}
        </div>
      </header>
      ${problemNote(this.problem)} ${this.figures ? html`${this.numbers()} ${this.charts()} ${this.waiting()} ${incidentList(this.incidents)}` : this.problem ? nothing : html`<p aria-busy="true">Loading</p>`}`;
  }

  span(hours) {
    this.hours = hours;
    this.refresh();
  }

  numbers() {
    const { scans, reviews } = this.figures;
    const { Deployed: deployed = 0, DeploymentFailed: failed = 0, RolledBack: back = 0, CodeGenerated: generated = 0, GenerationFailed: broken = 0 } = this.figures.counts;
    return html`<div class="figures">
      ${number('Generations', generated, broken ? `${broken} failed` : 'none failed')}
      ${number('Scans passed', share(scans.passed, scans.failed), `${scans.passed} of ${scans.passed + scans.failed}`)}
      ${number('Review time', reviews.median_seconds === null ? '–' : durationOf(1000 * reviews.median_seconds), `half of ${reviews.decided} decisions took no longer`)}
      ${number('Waiting for review', reviews.waiting, reviews.oldest_waiting_seconds === null ? 'nobody waits' : `the oldest for ${durationOf(1000 * reviews.oldest_waiting_seconds)}`)}
      ${number('Deployments succeeded', share(deployed, failed), `${deployed} of ${deployed + failed}`)}
      ${number('Rollbacks', back, 'in this span')}
    </div>`;
  }

  charts() {
    const { series, stages } = this.figures;
    const time = new Intl.DateTimeFormat(undefined, this.hours > 24 ? { month: 'short', day: 'numeric', hour: 'numeric' } : { timeStyle: 'short' });
    const labels = series.map((piece) => time.format(new Date(piece.at)));
    const set = (label, type, colour) => ({ label, colour, data: series.map((piece) => piece.counts[type] || 0) });
    return html`<div class="charts">
      <figure-chart heading="Generations and deployments" unit="events" .labels=${labels} .sets=${[set('Generated', 'CodeGenerated', '--pico-primary'), set('Deployed', 'Deployed', '--good')]}></figure-chart>
      <figure-chart heading="What went wrong" unit="events" stacked .labels=${labels} .sets=${[set('Generation failed', 'GenerationFailed', '--warn'), set('Deployment failed', 'DeploymentFailed', '--bad'), set('Rolled back', 'RolledBack', '--quiet')]}></figure-chart>
      <figure-chart heading="Time from cause to event" unit="ms" .labels=${stages.map(({ type }) => type)} .sets=${[{ label: 'half', colour: '--pico-primary', data: stages.map((stage) => round(stage.p50_ms)) }, { label: '95 %', colour: '--quiet', data: stages.map((stage) => round(stage.p95_ms)) }]}></figure-chart>
      <figure-chart heading="Reviews" unit="events" stacked .labels=${labels} .sets=${[set('Approved', 'ReviewApproved', '--good'), set('Changes requested', 'ChangesRequested', '--warn'), set('Rejected', 'ReviewRejected', '--bad')]}></figure-chart>
    </div>`;
  }

  waiting() {
    const { lag, outbox, dead_letters: dead } = this.figures;
    return html`<h2>What waits</h2>
      <div class="charts">
        ${queue('Not read yet, by consumer group', lag, 'warn')} ${queue('In the outbox, by schema', outbox, 'warn')}
        ${queue('Dead letters, by topic', Object.fromEntries(Object.entries(dead).filter(([, count]) => count > 0)), 'bad', 'There is no dead letter.')}
      </div>`;
  }
}

const incidentList = (incidents) => html`<h2>Security incidents</h2>
  ${incidents?.length
    ? html`<div class="scroll"><table class="incidents">
        <thead><tr><th scope="col">When</th><th scope="col">Run</th><th scope="col">What was found</th></tr></thead>
        <tbody>
          ${incidents.map(
            (incident) => html`<tr>
              <td>${timeOf(incident.occurred_at)}</td>
              <td><a href=${`/deployments/${incident.deployment_id}`}>${incident.agent_key}</a></td>
              <td>${incident.summary}<br /><small>${incident.rules.map((rule) => html`<code>${rule}</code> `)}</small></td>
            </tr>`,
          )}
        </tbody>
      </table></div>`
    : html`<p>There was none.</p>`}`;

const share = (good, bad) => (good + bad ? `${Math.round((1000 * good) / (good + bad)) / 10} %` : '–');

const round = (milliseconds) => Math.round(milliseconds * 10) / 10;

const number = (name, value, said) => html`<article><small>${name}</small><strong>${value}</strong><small>${said}</small></article>`;

const queue = (heading, counts, mood, empty = 'Nothing.') => html`<article>
  <h3>${heading}</h3>
  ${Object.keys(counts).length
    ? html`<dl>${Object.keys(counts).sort().map((name) => html`<dt>${name}</dt><dd>${badge(counts[name], counts[name] > 0 ? mood : 'good')}</dd>`)}</dl>`
    : html`<p>${empty}</p>`}
</article>`;

customElements.define('operations-page', Operations);
