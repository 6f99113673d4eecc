/** Which page a path names, and what its parts are. */
const PAGES = [
  ['/', 'agents'],
  ['/agents', 'agents'],
  ['/agents/create', 'agent-form'],
  ['/agents/:id', 'agent-form'],
  ['/deployments', 'deployments'],
  ['/deployments/:id', 'deployment'],
  ['/operations', 'operations'],
  ['/problems/:name', 'problem'],
];

export function pageOf(path) {
  for (const [pattern, page] of PAGES) {
    const names = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]);
    const found = path.match(new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}/?$`));
    if (found) {
      return { page, params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1])])) };
    }
  }
  return { page: 'not-found', params: {} };
}

/** Goes to a page without loading the document again. */
export function go(path, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
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
