/** How things are called and written for people. */

const WHOLE_WORDS = { llm: 'LLM', rpm: 'RPM', url: 'URL', id: 'ID', kb: 'KB' };

/** `llm_model` as "LLM model". */
export function labelOf(name) {
  const words = name.split('_').map((word) => WHOLE_WORDS[word] || word);
  return words.map((word, at) => (at === 0 ? word[0].toUpperCase() + word.slice(1) : word)).join(' ');
}

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export const timeOf = (instant) => (instant ? TIME.format(new Date(instant)) : '');

/** Milliseconds as the largest fitting unit. */
export function durationOf(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${(seconds / 3600).toFixed(1)} h`;
  return `${Math.round(seconds / 86400)} days`;
}

export const shortDigest = (digest) => (digest ? digest.slice(0, 12) : '');

/** A key from a name: kebab-case, as the server wants it. */
export function keyOf(name) {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 100);
}

const STATUS = {
  pending: ['Pending', 'quiet'],
  review_required: ['Waiting for review', 'busy'],
  approved: ['Approved', 'busy'],
  deployed: ['Deployed', 'good'],
  rejected: ['Rejected', 'bad'],
  needs_changes: ['Changes requested', 'warn'],
  failed: ['Failed', 'bad'],
  rolled_back: ['Rolled back', 'warn'],
  voided: ['Void', 'warn'],
};

/** A status in words, and its mood for the colour. */
export const statusOf = (status) => STATUS[status] || [labelOf(status), 'quiet'];

/** What a run made code for: an agent or a crew, how it is called, and where it can be changed. */
export const subjectOf = (run) =>
  run.kind === 'crew'
    ? { word: 'crew', key: run.crew_key || 'Crew', id: run.crew_id, href: null, query: `crew_id=${run.crew_id}` }
    : { word: 'agent', key: run.agent_key || 'Agent', id: run.agent_id, href: `/agents/${run.agent_id}`, query: `agent_id=${run.agent_id}` };
