import { AS_ANYBODY, Problem, send, showing } from './api.js';
import { dropAllDrafts } from './drafts.js';

const OUT = 'out';

/** Who is signed in: `{name, roles}`, or null. The token itself stays in a cookie that no script can read. */
let user = null;

/** The cookie is that of all windows, so all of them hear of a change. */
const windows = new BroadcastChannel('crewsmith.session');
windows.onmessage = ({ data }) => {
  if (data === OUT) dropAllDrafts();
  document.dispatchEvent(new Event('session-changed'));
};

export const currentUser = () => user;

/** Whether the user has one of these roles; an admin has them all. The server decides again. */
export const mayAct = (...roles) => !!user && user.roles.some((role) => role === 'admin' || roles.includes(role));

/** Asks who is signed in; a cookie of a token that is known no more is nobody's. Throws where there is no answer. */
export async function restore() {
  try {
    return known((await send('GET', '/api/session', undefined, { headers: AS_ANYBODY })).data);
  } catch (problem) {
    if (problem.status === 401) return known(null);
    throw problem;
  }
}

export async function signIn(token) {
  // What is no header's text is no token either.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem(401, { title: 'Not signed in', detail: 'A token is one word of letters, digits and signs.' });
  }
  const headers = { ...AS_ANYBODY, Authorization: `Bearer ${token}` };
  try {
    known((await send('POST', '/api/session', undefined, { headers })).data);
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    throw new Problem(401, { title: 'Not signed in', detail: 'Nobody has this token. Is it whole, and of this installation?' });
  }
  windows.postMessage('in');
}

export async function signOut() {
  await send('DELETE', '/api/session');
  known(null);
  dropAllDrafts();
  windows.postMessage(OUT);
}

function known(somebody) {
  user = somebody;
  showing(user?.name);
  return user;
}
