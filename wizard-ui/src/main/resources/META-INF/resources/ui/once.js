import { Problem, send } from './api.js';

/** Sends changes so that each is made once: a request whose answer was lost is repeated under the same key. */
export class Once {
  #keys = new Map();

  async send(method, path, body, headers = {}) {
    const request = JSON.stringify([method, path, body, headers]);
    const key = this.#keys.get(request) || crypto.randomUUID();
    this.#keys.set(request, key);
    try {
      const answer = await send(method, path, body, { headers: { ...headers, 'Idempotency-Key': key } });
      this.#keys.delete(request);
      return answer;
    } catch (problem) {
      if (problem instanceof Problem && !problem.isLost) this.#keys.delete(request);
      throw problem;
    }
  }
}
