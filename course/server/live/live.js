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

/** Listens for news while the page is visible. */
class Listener {
  #source = null;
  #banner = new Banner();

  follow() {
    if (document.hidden) this.#stop();
    else this.#start();
  }

  #start() {
    if (this.#source) return;
    this.#source = new EventSource("/_course/events");
    this.#source.addEventListener("edition", (event) => this.#receive(JSON.parse(event.data)));
  }

  // A browser allows six connections to a server: hidden pages must not hold any.
  // Nothing is lost, for the first event after listening again says all there is to know.
  #stop() {
    this.#source?.close();
    this.#source = null;
  }

  #receive(news) {
    if (news.problems.length > 0) this.#banner.show(news.problems);
    else this.#banner.hide();
    if (news.version !== version) reload();
  }
}

const listener = new Listener();
addEventListener("load", returnToPlace);
document.addEventListener("visibilitychange", () => listener.follow());
listener.follow();
