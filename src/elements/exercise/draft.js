// What a learner has typed into a page and not saved yet. It outlives the page: the server may end,
// and the book may be built anew, in the middle of a word.

import { load, save } from "../shared/store.js";

export class Draft {
  #key;
  #kept;

  /** @param {string} name the exercise's */
  constructor(name) {
    this.#key = `draft.${name}`;
    this.#kept = load(this.#key);
  }

  /** What was typed, or null if nothing was. */
  get text() {
    return this.#kept?.text ?? null;
  }

  /** That of the file that it is a change of. */
  get version() {
    return this.#kept?.version ?? null;
  }

  /** Whether it is something else than what is in the file. */
  differsFrom(text) {
    return this.#kept !== null && this.#kept.text !== text;
  }

  keep(text, version) {
    this.#kept = { text, version };
    save(this.#key, this.#kept);
  }

  drop() {
    this.#kept = null;
    save(this.#key, null);
  }
}
