/** Which page a path names, and what its parts are. */
const PAGES = [
  ['/', 'agents'],
  ['/sign-in', 'agents'],
  ['/agents', 'agents'],
  ['/agents/create', 'agent-form'],
  ['/agents/:id', 'agent-form'],
  ['/deployments', 'deployments'],
  ['/deployments/:id', 'deployment'],
  ['/rules', 'rules'],
  ['/operations', 'operations'],
  ['/problems/:name', 'problem'],
];

export function pageOf(path) {
  for (const [pattern, page] of PAGES) {
    const names = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]);
    const found = path.match(new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}/?$`));
    const values = found?.slice(1).map(decoded);
    if (values && !values.includes(null)) {
      return { page, params: Object.fromEntries(names.map((name, at) => [name, values[at]])) };
    }
  }
  return { page: 'not-found', params: {} };
}

/** The text of a part of a path; null where it is none. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Goes to a page without loading the document again. */
export function go(path, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** The page has got another address, and stays as it is. */
export function rename(path) {
  history.replaceState(null, '', path);
  dispatchEvent(new Event('renamed'));
}

/** Lets links to our own pages do the same; what the user opens elsewhere (new tab, download) stays with the browser. */
export function followLinks(root) {
  root.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!link || elsewhere || link.target || link.origin !== location.origin) return;
    if (link.getAttribute('href').startsWith('#') || pageOf(link.pathname).page === 'not-found') return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
