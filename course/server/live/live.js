// Keeps an open page up to date while the course is served on this computer.

const version = document.querySelector('meta[name="course-version"]').content;
const PLACE = "course-place-before-reload";

/** Where the reader was before the page was reloaded for a new edition. */
function returnToPlace() {
  const saved = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  if (saved?.path === location.pathname) {
    scrollTo({ left: saved.x, top: saved.y, behavior: "instant" });
  }
}

function reload() {
  const place = { path: location.pathname, x: scrollX, y: scrollY };
  sessionStorage.setItem(PLACE, JSON.stringify(place));
  location.reload();
}

/** Says what is wrong with the newest edit. The page behind it is the last good one. */
class Banner {
  #element = null;
  #shown = "";

  show(problems) {
    const text = problems.join("\n");
    // What the reader has dismissed stays away until there is something else to say.
    if (text === this.#shown) return;
    this.hide();
    this.#shown = text;
    this.#element = this.#draw(text);
    document.body.append(this.#element);
  }

  hide() {
    this.#element?.remove();
    this.#element = null;
    this.#shown = "";
  }

  #draw(text) {
    const banner = document.createElement("section");
    banner.className = "course-banner";
    banner.setAttribute("role", "alert");
    const title = document.createElement("strong");
    title.textContent = "The book could not be rebuilt.";
    const problems = document.createElement("pre");
    problems.textContent = text;
    // So that a keyboard can scroll it.
    problems.tabIndex = 0;
    const dismiss = document.createElement("button");
    dismiss.type = "button";
    dismiss.textContent = "Dismiss";
    dismiss.addEventListener("click", () => banner.remove());
    banner.append(title, problems, dismiss);
    return banner;
  }
}

/** What the server says, heard while the page is looked at. */
class News {
  #listeners = new Map();
  #last = new Map();
  #port = null;

  /** Calls `listener` with the last event of this name, and with every one that comes. */
  on(name, listener) {
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all.add(listener));
    if (this.#last.has(name)) listener(this.#last.get(name));
    return () => all.delete(listener);
  }

  async follow() {
    this.#port = await port();
    this.#port.onmessage = ({ data: [name, data] }) => this.#receive(name, JSON.parse(data));
    const look = () => this.#port.postMessage(!document.hidden);
    document.addEventListener("visibilitychange", look);
    addEventListener("pageshow", look);
    addEventListener("pagehide", () => this.#port.postMessage(false));
    look();
  }

  #receive(name, data) {
    // It is told again once the page is looked at.
    if (document.hidden) return;
    this.#last.set(name, data);
    for (const listener of this.#listeners.get(name) ?? []) listener(data);
  }
}

/** The way to `news.js`. Another start of the server has another worker. */
async function port() {
  const { SharedWorker } = globalThis;
  if (SharedWorker) {
    const start = version.split("-").pop();
    return new SharedWorker(`/_course/news.js?${start}`, { type: "module" }).port;
  }
  const { port1, port2 } = new MessageChannel();
  (await import("./news.js")).join(port1);
  return port2;
}

/** What the server says. The page's elements may listen too. */
export const news = new News();

const banner = new Banner();
news.on("edition", (edition) => {
  if (edition.problems.length > 0) banner.show(edition.problems);
  else banner.hide();
  if (edition.version !== version) reload();
});
addEventListener("load", returnToPlace);
news.follow();
