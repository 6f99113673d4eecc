import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { Problem } from './api.js';
import './pages/sign-in.js';
import { problemNote } from './parts/notes.js';
import { Part } from './parts/part.js';
import { followLinks, go, pageOf } from './router.js';
import { currentUser, restore, signOut } from './session.js';

const THEMES = ['auto', 'light', 'dark'];
const THEME = 'crewsmith.theme';
const PLACES = [['/agents', 'Agents'], ['/deployments', 'Deployments'], ['/rules', 'Rules'], ['/operations', 'Operations']];

/** The frame of every page: who is signed in, where one can go, and the page of the path. */
class App extends Part {
  static properties = {
    user: { state: true },
    path: { state: true },
    visit: { state: true },
    theme: { state: true },
    ready: { state: true },
    shown: { state: true },
    notice: { state: true },
    problem: { state: true },
  };

  /** Counts the pages that were shown: each of them is an element of its own. */
  visit = 0;

  connectedCallback() {
    super.connectedCallback();
    this.setTheme(localStorage.getItem(THEME) || 'auto');
    this.path = location.pathname;
    this.address = location.pathname + location.search;
    addEventListener('popstate', () => this.show());
    addEventListener('renamed', () => this.renamed());
    document.addEventListener('signed-out', () => (this.user = null));
    document.addEventListener('session-changed', () => this.meet());
    followLinks(this);
    this.begin();
  }

  /** Whether anybody is signed in is only known when the server has answered. */
  async begin() {
    this.problem = null;
    try {
      this.user = await restore();
      this.ready = true;
      await this.show();
    } catch (problem) {
      this.fail(problem, () => this.begin());
    }
  }

  /** Loads the page's module when it is needed first. */
  async show() {
    try {
      await import(`./pages/${pageOf(location.pathname).page}.js`);
    } catch {
      this.fail(new Problem(0, { title: 'No answer', detail: 'The page cannot be loaded: Crewsmith cannot be reached.' }), () => this.show());
      return;
    }
    const address = location.pathname + location.search;
    const moved = this.address !== address;
    this.problem = null;
    if (moved) {
      this.notice = null;
      this.visit += 1;
    }
    this.renamed();
    this.shown = true;
    await this.updateComplete;
    this.announce(moved);
  }

  renamed() {
    this.address = location.pathname + location.search;
    this.path = location.pathname;
  }

  fail(problem, retry) {
    this.problem = problem;
    this.retry = retry;
  }

  /** Another window may have signed in or out: what is shown is the page of whoever it is now. */
  async meet() {
    const before = this.user?.name;
    const user = await restore().catch(() => currentUser());
    if (user?.name === before) return;
    this.notice = user ? `You are now signed in as ${user.name}: another window has signed in.` : 'Another window has signed out.';
    this.user = user;
    this.visit += 1;
  }

  /** Says where one is now, to those who see the title and to those who hear it. */
  announce(moved) {
    const place = PLACES.find(([path]) => this.path.startsWith(path));
    document.title = place ? `${place[1]} · Crewsmith` : 'Crewsmith';
    if (moved) this.querySelector('main').focus();
  }

  render() {
    return html`<a class="skip" href="#content">Skip to the content</a>
      ${this.header()}
      <main id="content" class="container" tabindex="-1">
        ${this.notice ? html`<p class="note warn" role="status">${this.notice}</p>` : nothing} ${problemNote(this.problem, this.retry)}
        ${this.ready ? this.page() : this.problem ? nothing : html`<p aria-busy="true">Loading</p>`}
      </main>`;
  }

  page() {
    if (!this.user) return html`<sign-in-page @signed-in=${this.signedIn}></sign-in-page>`;
    if (!this.shown) return nothing;
    const { page, params } = pageOf(this.path);
    // Names of pages come from the router's own list.
    const tag = unsafeStatic(`${page}-page`);
    return keyed(this.visit, staticHtml`<${tag} .params=${params}></${tag}>`);
  }

  header() {
    return html`<header class="top">
      <nav class="container" aria-label="Main">
        <a class="brand" href="/agents"><img src="/ui/icon.svg" alt="" width="28" height="28" /> Crewsmith</a>
        ${this.user ? html`<ul>${PLACES.map(([path, name]) => this.place(path, name))}</ul>` : nothing}
        <ul class="end">
          <li><button class="plain" @click=${this.nextTheme} aria-label="Colours: ${this.theme}. Change">${{ auto: '◐', light: '☀', dark: '☾' }[this.theme]}</button></li>
          ${this.user
            ? html`<li><span class="who">${this.user.name}</span></li>
                <li><button class="plain" @click=${this.leave}>Sign out</button></li>`
            : nothing}
        </ul>
      </nav>
    </header>`;
  }

  place(path, name) {
    const here = this.path.startsWith(path) || (path === '/agents' && ['/', '/sign-in'].includes(this.path));
    return html`<li><a href=${path} aria-current=${here ? 'page' : nothing}>${name}</a></li>`;
  }

  signedIn() {
    this.user = currentUser();
    this.notice = null;
    if (this.path === '/sign-in') go('/agents', { replace: true });
  }

  async leave() {
    try {
      await signOut();
      this.user = null;
      this.notice = null;
      this.problem = null;
    } catch (problem) {
      if (problem.status !== 401) this.fail(problem, () => this.leave());
    }
  }

  nextTheme() {
    this.setTheme(THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length]);
  }

  setTheme(theme) {
    this.theme = theme;
    localStorage.setItem(THEME, theme);
    const { dataset } = document.documentElement;
    if (theme === 'auto') delete dataset.theme;
    else dataset.theme = theme;
  }
}

customElements.define('crewsmith-app', App);
