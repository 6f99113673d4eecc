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
}

/** Sends JSON and gives `{data, etag, location}`; throws a Problem for every answer that is not a success. */
export async function send(method, path, body, { headers = {}, signal } = {}) {
  const response = await answer(method, path, body, headers, signal);
  const text = await response.text();
  if (!response.ok) {
    if (response.status === 401) {
      document.dispatchEvent(new Event('signed-out'));
    }
    throw new Problem(response.status, parsed(text));
  }
  return {
    data: text ? JSON.parse(text) : null,
    etag: response.headers.get('ETag'),
    location: response.headers.get('Location'),
  };
}

export const read = async (path, options) => (await send('GET', path, undefined, options)).data;

async function answer(method, path, body, headers, signal) {
  try {
    return await fetch(path, {
      method,
      signal,
      headers: {
        Accept: 'application/json, application/problem+json',
        'X-Crewsmith-Page': '1',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
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
