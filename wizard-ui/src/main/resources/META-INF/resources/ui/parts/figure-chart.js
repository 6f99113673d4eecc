import { html } from 'lit';
import 'chart.js';
import { Part } from './part.js';

/** A chart with its figures as a table, for those who cannot see it. Colours are those of the page. */
class FigureChart extends Part {
  static properties = {
    heading: {},
    kind: {},
    labels: { attribute: false },
    sets: { attribute: false },
    stacked: { type: Boolean },
    unit: {},
  };

  render() {
    return html`<article>
      <h2>${this.heading}</h2>
      <div class="chart"><canvas aria-hidden="true"></canvas></div>
      <details>
        <summary>As a table</summary>
        <div class="scroll"><table>
          <thead><tr><th scope="col"></th>${this.sets.map((set) => html`<th scope="col">${set.label}</th>`)}</tr></thead>
          <tbody>
            ${this.labels.map((label, at) => html`<tr><th scope="row">${label}</th>${this.sets.map((set) => html`<td>${set.data[at]}</td>`)}</tr>`)}
          </tbody>
        </table></div>
      </details>
    </article>`;
  }

  updated() {
    this.chart?.destroy();
    const colours = getComputedStyle(document.documentElement);
    const canvas = this.querySelector('canvas');
    // What light-dark() comes to is only known of a property that is really used.
    const colour = (name) => ((canvas.style.color = `var(${name})`), getComputedStyle(canvas).color);
    const [text, line] = [colour('--quiet'), colour('--line')];
    const axis = { stacked: this.stacked, beginAtZero: true, ticks: { color: text, precision: 0 }, grid: { color: line }, border: { color: line } };
    this.chart = new Chart(canvas, {
      type: this.kind || 'bar',
      data: { labels: this.labels, datasets: this.sets.map((set) => ({ ...set, backgroundColor: colour(set.colour), borderColor: colour(set.colour) })) },
      options: {
        animation: false,
        maintainAspectRatio: false,
        font: { family: colours.fontFamily },
        plugins: { legend: { display: this.sets.length > 1, labels: { color: text } } },
        scales: { x: { ...axis, grid: { display: false } }, y: { ...axis, title: { display: !!this.unit, text: this.unit, color: text } } },
      },
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.chart?.destroy();
  }
}

customElements.define('figure-chart', FigureChart);
