/** A request that the server refused, as it says it itself (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `The server answered ${status}.`);
    this.status = status;
    this.title = body.title || 'Refused';
    this.type = body.type || '';
    this.errors = body.errors || [];
  }

  /** The server's own words for each field, by JSON Pointer. */
  byPointer() {
    return Object.fromEntries(this.errors.map((error) => [error.pointer, error.detail]));
  }

  /** Whether nobody knows what became of the request: no answer, or none that says it. */
  get isLost() {
    return (this.status === 0 || this.status >= 500) && !this.type.endsWith('/stage-failed');
  }
}

const PAGE = 'X-Crewsmith-Page';

/** What a page says of itself that shows no user. */
const NOBODY = '1';

/** For requests about the session itself, whoever is signed in. */
export const AS_ANYBODY = { [PAGE]: NOBODY };

let shown = NOBODY;

/** Names the user whom the page shows. The server refuses every request as somebody else. */
export function showing(name) {
  shown = name ? encodeURIComponent(name) : NOBODY;
}

/** Sends JSON, or a text as it is, and gives `{data, etag, location}`; throws a Problem for every answer that is not a success. */
export async function send(method, path, body, { headers = {}, signal } = {}) {
  const response = await answer(method, path, body, headers, signal);
  const text = await response.text();
  if (!response.ok) {
    throw refusal(new Problem(response.status, parsed(text)));
  }
  return {
    data: text ? JSON.parse(text) : null,
    etag: response.headers.get('ETag'),
    location: response.headers.get('Location'),
  };
}

export const read = async (path, options) => (await send('GET', path, undefined, options)).data;

/** What concerns every page, the frame is told. */
function refusal(problem) {
  if (problem.status === 401) document.dispatchEvent(new Event('signed-out'));
  if (problem.type.endsWith('/other-user')) document.dispatchEvent(new Event('session-changed'));
  return problem;
}

async function answer(method, path, body, headers, signal) {
  try {
    return await fetch(path, {
      method,
      signal,
      headers: {
        Accept: 'application/json, application/problem+json',
        [PAGE]: shown,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0, { title: 'No answer', detail: 'Crewsmith cannot be reached. Nothing was lost; try again.' });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
