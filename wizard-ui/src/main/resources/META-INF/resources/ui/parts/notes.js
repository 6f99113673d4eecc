import { html, nothing } from 'lit';
import { statusOf } from '../words.js';

/** Small pieces that have no state of their own. */

export const badge = (text, mood) => html`<span class="badge ${mood}">${text}</span>`;

export const statusBadge = (status) => badge(...statusOf(status));

/** What the server refused, said once and read out at once; with a button where it can be tried again. */
export function problemNote(problem, retry) {
  if (!problem) return nothing;
  const errors = (problem.errors || []).filter((error) => error.detail !== problem.message);
  return html`<article class="note bad" role="alert">
    <strong>${problem.title || 'Something failed'}</strong>
    <p>${problem.message}</p>
    ${errors.length
      ? html`<ul>
          ${errors.map((error) => html`<li>${error.pointer ? html`<code>${error.pointer}</code> ` : nothing}${error.detail}</li>`)}
        </ul>`
      : nothing}
    ${retry ? html`<button type="button" class="outline" @click=${retry}>Try again</button>` : nothing}
  </article>`;
}

const RISK_MOODS = { low: 'good', medium: 'warn', high: 'bad' };

/** What a change could do, and why that is thought. */
export function riskNote(risk) {
  if (!risk) return nothing;
  return html`<details class="risk" open>
    <summary>Risk ${badge(risk.level, RISK_MOODS[risk.level] || 'quiet')}</summary>
    <ul>
      ${risk.reasons.map((reason) => html`<li>${reason}</li>`)}
    </ul>
  </details>`;
}

export function warningList(warnings) {
  if (!warnings?.length) return nothing;
  return html`<details class="warnings" open>
    <summary>${warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`}: what CrewAI cannot express as asked</summary>
    <ul>
      ${warnings.map(
        (warning) => html`<li>
          <code>${warning.parameter}</code> ${warning.reason}
          ${warning.nearest ? html`<br /><small>Instead: ${warning.nearest}</small>` : nothing}
        </li>`,
      )}
    </ul>
  </details>`;
}

export function scanVerdict(scan, ast) {
  if (!scan) return html`<span class="security-scan-status badge quiet" role="status">Not scanned</span>`;
  const passed = scan.passed && ast?.passed !== false;
  return html`<span class="security-scan-status badge ${passed ? 'good' : 'bad'}" role="status">${passed ? '✅ Passed' : '❌ Failed'}</span>`;
}

export function findingList(scan) {
  if (!scan?.issues.length) return nothing;
  return html`<div class="scroll">
    <table class="findings">
      <thead>
        <tr><th scope="col">Severity</th><th scope="col">Line</th><th scope="col">Finding</th></tr>
      </thead>
      <tbody>
        ${scan.issues.map(
          (issue) => html`<tr>
            <td>${badge(issue.severity, issue.severity === 'INFO' ? 'quiet' : issue.severity === 'WARNING' ? 'warn' : 'bad')}</td>
            <td>${issue.line}</td>
            <td>
              ${issue.message}<br />
              <small><code>${issue.rule}</code>${issue.cwe ? ` ${issue.cwe}` : nothing}${issue.path ? html` in <code>${issue.path}</code>` : nothing}</small>
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
