import { h, icon } from "../shared/dom.js";
import { load } from "../shared/store.js";
import { root } from "./contents.js";
import { PLACE } from "./track.js";

const HERE = "course-continue-at";

/**
 * A link to where the reader was last; nothing if there is no such place.
 */
export class CourseContinue extends HTMLElement {
  connectedCallback() {
    const place = load(PLACE);
    if (!place || this.firstElementChild) return;
    const href = new URL(place.path, root());
    // A place is never outside of the book, whatever was imported.
    if (!href.href.startsWith(root().href)) return;
    this.append(h("a", {
      class: "ev-continue", href: href.href,
      onclick: () => sessionStorage.setItem(HERE, JSON.stringify(place)),
    }, icon("play"), h("span", {}, "Continue with ", h("b", {}, place.title))));
  }
}

customElements.define("course-continue", CourseContinue);
