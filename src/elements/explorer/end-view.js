// How the program has ended, once it has.

import { h, icon } from "../shared/dom.js";
import { outcomeSentence, troubleWords } from "./words.js";

export class EndView {
  #player;
  #again;

  /** @param {() => void} again is called when the reader wants to try another order */
  constructor(player, again) {
    this.#player = player;
    this.#again = again;
    this.element = h("div", { class: "ev-end", hidden: true });
  }

  /** @param {{ isGoal: boolean, isShowing: boolean }} how whether the reader was asked for this end; whether nobody has taken a step */
  update({ isGoal, isShowing }) {
    const { outcome: number, graph } = this.#player;
    this.element.hidden = number < 0;
    if (number < 0) return;
    const outcome = graph.outcomes[number];
    this.element.className = `ev-end ${isGoal ? "ev-reached" : outcome.fails ? "ev-fails" : ""}`;
    this.element.replaceChildren(
      icon(isGoal || !outcome.fails ? "tick" : "cross"),
      h("div", {},
        h("b", {}, isGoal ? "You have done it. " : ""), outcomeSentence(outcome),
        troubleWords(this.#player, outcome).map((trouble) => h("small", {}, trouble))),
      h("button", { type: "button", class: "ev-button", onclick: this.#again },
        isShowing ? "Now you" : "Try another order"));
  }
}
