// What the reader is asked to reach, and whether it was ever reached.

import { h, heard, icon } from "../shared/dom.js";
import { load, save } from "../shared/store.js";
import { isReached } from "./goal.js";

export class GoalView {
  #goal;
  #reach;
  #key;

  /** @param {Element} explorer whose attributes say it: `goal` in words, `reach` for us */
  constructor(explorer) {
    this.#goal = explorer.getAttribute("goal");
    this.#reach = explorer.getAttribute("reach");
    this.#key = `goal.${explorer.listing}`;
    this.element = h("p", { class: "ev-goal", hidden: !this.#goal });
  }

  isReachedBy(outcome) {
    return this.#reach !== null && isReached(this.#reach, outcome);
  }

  /** @param {object[]} found the outcomes that the reader has reached */
  update(found) {
    if (!this.#goal) return;
    const isNew = found.some((outcome) => this.isReachedBy(outcome));
    const before = load(this.#key);
    if (isNew && !before) save(this.#key, { at: Date.now() });
    this.#show(isNew || Boolean(before));
  }

  #show(isDone) {
    if (this.element.dataset.done === String(isDone)) return;
    this.element.dataset.done = String(isDone);
    this.element.replaceChildren(
      icon(isDone ? "tick" : "flag"), h("span", {}, this.#goal), heard(isDone ? " (done)" : ""));
  }
}
