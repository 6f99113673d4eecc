/** The new agent that somebody was typing, in this window; each user's own, until signing out. */
const PREFIX = 'crewsmith.draft.';

export const draftOf = (user) => JSON.parse(sessionStorage.getItem(PREFIX + user) || 'null');

export const keepDraft = (user, agent) => sessionStorage.setItem(PREFIX + user, JSON.stringify(agent));

export const dropDraft = (user) => sessionStorage.removeItem(PREFIX + user);

export const dropAllDrafts = () =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => sessionStorage.removeItem(key));
