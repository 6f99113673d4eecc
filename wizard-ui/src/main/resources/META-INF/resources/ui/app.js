import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import './pages/sign-in.js';
import { Part } from './parts/part.js';
import { followLinks, pageOf } from './router.js';
import { currentUser, restore, signOut } from './session.js';

const THEMES = ['auto', 'light', 'dark'];
const THEME = 'crewsmith.theme';
const PLACES = [['/agents', 'Agents'], ['/deployments', 'Deployments'], ['/operations', 'Operations']];

/** The frame of every page: who is signed in, where one can go, and the page of the path. */
class App extends Part {
  static properties = { user: { state: true }, path: { state: true }, theme: { state: true }, ready: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.setTheme(localStorage.getItem(THEME) || 'auto');
    this.path = location.pathname;
    addEventListener('popstate', () => this.show());
    document.addEventListener('signed-out', () => (this.user = null));
    followLinks(this);
    this.user = await restore();
    await this.show();
    this.ready = true;
  }

  /** Loads the page's module when it is needed first. */
  async show() {
    await import(`./pages/${pageOf(location.pathname).page}.js`);
    const moved = this.path !== location.pathname;
    this.path = location.pathname;
    await this.updateComplete;
    this.announce(moved);
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
      <main id="content" class="container" tabindex="-1">${this.ready ? this.page() : html`<p aria-busy="true">Loading</p>`}</main>`;
  }

  page() {
    if (!this.user) return html`<sign-in-page @signed-in=${this.signedIn}></sign-in-page>`;
    const { page, params } = pageOf(this.path);
    // Names of pages come from the router's own list.
    const tag = unsafeStatic(`${page}-page`);
    return keyed(this.path, staticHtml`<${tag} .params=${params}></${tag}>`);
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
    const here = this.path.startsWith(path) || (path === '/agents' && this.path === '/');
    return html`<li><a href=${path} aria-current=${here ? 'page' : nothing}>${name}</a></li>`;
  }

  signedIn() {
    this.user = currentUser();
  }

  async leave() {
    await signOut();
    this.user = null;
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
