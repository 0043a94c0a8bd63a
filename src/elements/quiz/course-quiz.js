import { h, heard, icon, keepArrows } from "../shared/dom.js";
import { load, save } from "../shared/store.js";
import { readOptions } from "./options.js";

/**
 * A question with several options, of which one or more are right.
 *
 * In a chapter it is the question, a list of options, and a `details` with the reason for each.
 * What was chosen is kept by the browser, as long as the question has as many options.
 *
 * @attr id names the question, for good: the answer is kept under it
 */
export class CourseQuiz extends HTMLElement {
  #options = null;
  #boxes = [];
  #reasons = [];
  #check;
  #verdict = h("p", { class: "ev-verdict", role: "status" });

  connectedCallback() {
    if (this.#options) return;
    this.#options = readOptions(this);
    if (this.#options) this.#build();
  }

  get #key() {
    return `quiz.${this.id}`;
  }

  get #isMultiple() {
    return this.#options.filter((option) => option.isRight).length > 1;
  }

  #build() {
    const question = [...this.childNodes].filter((node) => !node.matches?.("ol, details"));
    const rows = this.#options.map((option, at) => this.#row(option, at));
    this.#check = h("button", {
      type: "button", class: "ev-button ev-main",
      onclick: () => (this.dataset.state === "right" ? this.#again() : this.#onCheck()),
    }, "Check");
    this.setAttribute("role", this.#isMultiple ? "group" : "radiogroup");
    this.setAttribute("aria-labelledby", `${this.id}-question`);
    this.replaceChildren(
      h("span", { class: "ev-eyebrow" }, "Question"),
      h("div", { class: "ev-question", id: `${this.id}-question` }, question),
      h("div", { class: "ev-options" }, rows),
      h("div", { class: "ev-quiz-foot" }, this.#check, this.#verdict));
    this.classList.add("ev-live");
    keepArrows(this);
    this.#restore();
  }

  #row(option, at) {
    const reason = h("div", { class: "ev-reason", id: `${this.id}-reason-${at}`, hidden: true });
    reason.append(...option.reason);
    const box = h("input", {
      type: this.#isMultiple ? "checkbox" : "radio", name: this.id, value: String(at),
      onchange: () => this.#onChange(),
    });
    const words = h("span", { class: "ev-option-words" });
    words.append(...option.content);
    this.#boxes.push(box);
    this.#reasons.push(reason);
    return h("div", { class: "ev-option" },
      h("label", {}, box, words, h("span", { class: "ev-option-mark" })), reason);
  }

  #chosen() {
    return this.#boxes.flatMap((box, at) => (box.checked ? [at] : []));
  }

  #onChange() {
    this.#hideReasons();
    this.#check.textContent = "Check";
    this.#verdict.replaceChildren();
  }

  #onCheck() {
    const chosen = this.#chosen();
    if (chosen.length === 0) {
      this.#verdict.textContent = "Choose one first. A wrong guess is remembered well.";
      this.#boxes[0].focus();
      return;
    }
    this.#show(chosen);
    const isRight = this.#isRight(chosen);
    const before = load(this.#key);
    save(this.#key, {
      chosen, options: this.#options.length, isRight: isRight || before?.isRight === true,
    });
  }

  #isRight(chosen) {
    return this.#options.every((option, at) => option.isRight === chosen.includes(at));
  }

  /** Tells the reasons for what was chosen; all of them once the answer is right. */
  #show(chosen) {
    const isRight = this.#isRight(chosen);
    this.dataset.state = isRight ? "right" : "wrong";
    for (const [at, option] of this.#options.entries()) {
      const isChosen = chosen.includes(at);
      const isTold = isRight || isChosen;
      this.#reasons[at].hidden = !isTold;
      if (!isTold) continue;
      const row = this.#reasons[at].parentElement;
      row.dataset.verdict = option.isRight ? "right" : "wrong";
      if (isChosen) {
        row.querySelector(".ev-option-mark").replaceChildren(
          icon(option.isRight ? "tick" : "cross"), heard(option.isRight ? "right" : "wrong"));
      }
      this.#boxes[at].setAttribute("aria-describedby", this.#reasons[at].id);
    }
    this.#verdict.replaceChildren(...this.#verdictWords(chosen, isRight));
    this.#check.textContent = isRight ? "Ask me again" : "Check";
  }

  #verdictWords(chosen, isRight) {
    if (isRight) return [icon("tick"), "Right."];
    const isAllWrong = chosen.every((at) => !this.#options[at].isRight);
    if (!this.#isMultiple || isAllWrong) return ["Not this. Read why, and choose again."];
    const missing = this.#options.some((option, at) => option.isRight && !chosen.includes(at));
    const wrong = chosen.some((at) => !this.#options[at].isRight);
    if (wrong) return ["Partly. Read why, and choose again."];
    return [missing ? "So far right, but something is missing." : ""];
  }

  #again() {
    for (const box of this.#boxes) box.checked = false;
    this.#onChange();
    this.#boxes[0].focus();
  }

  #hideReasons() {
    delete this.dataset.state;
    for (const [at, reason] of this.#reasons.entries()) {
      reason.hidden = true;
      delete reason.parentElement.dataset.verdict;
      reason.parentElement.querySelector(".ev-option-mark").replaceChildren();
      this.#boxes[at].removeAttribute("aria-describedby");
    }
  }

  #restore() {
    const kept = load(this.#key);
    if (!kept || kept.options !== this.#options.length) return;
    for (const at of kept.chosen) {
      if (this.#boxes[at]) this.#boxes[at].checked = true;
    }
    this.#show(kept.chosen);
  }
}

customElements.define("course-quiz", CourseQuiz);
