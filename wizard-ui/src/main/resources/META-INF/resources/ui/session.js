import { Problem, send } from './api.js';

/** Who is signed in: `{name, roles}`, or null. The token itself stays in a cookie that no script can read. */
let user = null;

export const currentUser = () => user;

/** Whether the user has one of these roles; an admin has them all. The server decides again. */
export const mayAct = (...roles) => !!user && user.roles.some((role) => role === 'admin' || roles.includes(role));

export async function restore() {
  try {
    user = (await send('GET', '/api/session')).data;
  } catch {
    // A cookie of a token that is known no more, or no answer: both lead to the same page.
    user = null;
  }
  return user;
}

export async function signIn(token) {
  // What is no header's text is no token either.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem(401, { title: 'Not signed in', detail: 'A token is one word of letters, digits and signs.' });
  }
  user = (await send('POST', '/api/session', undefined, { headers: { Authorization: `Bearer ${token}` } })).data;
  return user;
}

export async function signOut() {
  await send('DELETE', '/api/session');
  user = null;
}
