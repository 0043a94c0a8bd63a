// What helps with an exercise: hints one by one, and a solution for whoever asks twice.

import { h, icon } from "../shared/dom.js";
import { markdown } from "../shared/markdown.js";

export class Help {
  #workshop;
  #say;
  #given = 0;
  #isSolved = false;
  #hints = h("ol", { class: "ev-hints", "aria-label": "Hints" });
  #solved = h("div", {});
  #hint = button("hint", "flag", () => this.#giveHint());
  #solution = button("solution", "lock", () => this.#showSolution());

  /**
   * @param {import("./workshop.js").Workshop} workshop
   * @param {(words: string) => void} say tells the learner something
   */
  constructor(workshop, say) {
    this.#workshop = workshop;
    this.#say = say;
    this.buttons = [this.#hint, this.#solution];
    this.element = h("div", {}, this.#hints, this.#solved);
  }

  /** @param {{hints: number, was_solved: boolean, state: string}} now how the exercise is */
  update({ hints, was_solved: wasSolved, state }) {
    this.#isSolved = wasSolved || state === "solved";
    this.#hint.hidden = this.#given >= hints;
    name(this.#hint, this.#given === 0 ? "Hint" : "Next hint");
    name(this.#solution, this.#isSolved ? "Solution" : this.#isAsked ? "Show it all the same" : "Solution …");
  }

  get #isAsked() {
    return this.#solution.dataset.asked === "yes";
  }

  async #giveHint() {
    try {
      const { text, number, of } = await this.#workshop.hint(this.#given + 1);
      this.#given = number;
      const hint = h("li", { tabindex: "-1" }, markdown(text));
      this.#hints.append(hint);
      name(this.#hint, "Next hint");
      this.#hint.hidden = number >= of;
      hint.focus({ preventScroll: true });
      hint.scrollIntoView({ block: "nearest" });
    } catch (problem) {
      this.#say(problem.message);
    }
  }

  async #showSolution() {
    if (!this.#isSolved && !this.#isAsked) {
      this.#solution.dataset.asked = "yes";
      name(this.#solution, "Show it all the same");
      this.#say("You have not solved it yet. Look all the same?");
      return;
    }
    try {
      const { text } = await this.#workshop.solution(!this.#isSolved);
      const { coloured } = await import("../code/editor.js");
      const code = h("code", { class: "hljs" });
      code.innerHTML = coloured("rust", text);
      const fold = h("details", { open: true }, h("summary", {}, "One right answer"),
        h("pre", { tabindex: "0", class: "ev-said" }, code));
      this.#solved.replaceChildren(fold);
      fold.querySelector("summary").focus({ preventScroll: true });
    } catch (problem) {
      this.#say(problem.message);
    }
  }
}

function button(kind, symbol, onclick) {
  return h("button", { type: "button", class: `ev-button ev-exercise-${kind}`, onclick },
    icon(symbol), h("span", {}));
}

function name(element, words) {
  element.querySelector("span").textContent = words;
}
