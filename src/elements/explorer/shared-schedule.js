// The schedule in the page's address, and the button that copies it.

import { h, icon } from "../shared/dom.js";
import { scheduleIn, withSchedule } from "./address.js";

const WORDS = "Copy link";
/** How long the button tells what it has done, in milliseconds. */
const TOLD_FOR = 2500;

export class SharedSchedule {
  #listing;
  #player;
  #say;
  #words = h("span", {}, WORDS);

  /**
   * @param {string} listing what has no listing is on no page of its own, and cannot be shared
   * @param {(words: string) => void} say tells screen readers
   */
  constructor(listing, player, say) {
    this.#listing = listing;
    this.#player = player;
    this.#say = say;
    this.button = h("button", {
      type: "button", class: "ev-button ev-plain", hidden: !listing, onclick: () => this.#copy(),
    }, icon("link"), this.#words);
  }

  /** The schedule to which the page's address leads, or null. */
  get wanted() {
    return scheduleIn(location.href, this.#listing);
  }

  /** Puts what has happened into the page's address. */
  update() {
    if (!this.#listing) return;
    const href = this.#href(this.#player.canUndo ? this.#player.taken : []);
    if (href !== location.href) history.replaceState(history.state, "", href);
  }

  #href(steps) {
    return withSchedule(location.href, this.#listing, steps.map((step) => step.index));
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#href(this.#player.taken));
      this.#tell("Copied", "The link to this schedule was copied.");
    } catch {
      this.#tell("It is in the address", "The link could not be copied; it is in the page's address.");
    }
  }

  #tell(words, heard) {
    this.#words.textContent = words;
    this.#say(heard);
    setTimeout(() => { this.#words.textContent = WORDS; }, TOLD_FOR);
  }
}
