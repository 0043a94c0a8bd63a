import { h, heard, icon } from "../shared/dom.js";
import { askedList, contents, items, reasonList } from "./markdown.js";

/** @typedef {{content: Node[], isRight: boolean, reason: Node[]}} Option */

/**
 * Several options, of which one or more are right.
 *
 * In a chapter it is a list of options, and in the answer a list of as many reasons, each
 * beginning with Right or Wrong in bold.
 */
export default class Choose {
  please = "Choose one first. A wrong guess is remembered well.";
  onChange = () => {};
  onEnter = () => {};
  #options;
  #boxes = [];
  #reasons = [];

  /** The form, or null if the question is not written as it should be. */
  static read(quiz) {
    const list = askedList(quiz);
    const reasons = reasonList(quiz);
    const [asked, answered] = [items(list), items(reasons)];
    if (asked.length < 2 || asked.length !== answered.length) return null;
    const options = asked.map((option, at) => ({
      content: contents(option), isRight: isRight(answered[at]), reason: contents(answered[at]),
    }));
    return options.some((option) => option.isRight) ? new Choose(quiz.id, options, list, reasons) : null;
  }

  /** @param {Option[]} options */
  constructor(id, options, list, reasons) {
    this.#options = options;
    this.askedList = list;
    this.reasonList = reasons;
    this.element = h("div", { class: "ev-options", role: this.#isMultiple ? "group" : "radiogroup" },
      options.map((option, at) => this.#row(id, option, at)));
  }

  get #isMultiple() {
    return this.#options.filter((option) => option.isRight).length > 1;
  }

  #row(id, option, at) {
    const reason = h("div", { class: "ev-reason", id: `${id}-reason-${at}`, hidden: true });
    reason.append(...option.reason);
    const box = h("input", {
      type: this.#isMultiple ? "checkbox" : "radio", name: id, value: String(at),
      onchange: () => this.onChange(),
    });
    const words = h("span", { class: "ev-option-words" });
    words.append(...option.content);
    this.#boxes.push(box);
    this.#reasons.push(reason);
    return h("div", { class: "ev-option" },
      h("label", {}, box, words, h("span", { class: "ev-option-mark" })), reason);
  }

  get #chosen() {
    return this.#boxes.flatMap((box, at) => (box.checked ? [at] : []));
  }

  get isEmpty() {
    return this.#chosen.length === 0;
  }

  get kept() {
    return { chosen: this.#chosen, options: this.#options.length };
  }

  restore(kept) {
    if (kept.options !== this.#options.length) return false;
    for (const at of kept.chosen) this.#boxes[at].checked = true;
    return true;
  }

  reset() {
    for (const box of this.#boxes) box.checked = false;
  }

  focus() {
    this.#boxes[0].focus();
  }

  /** Tells the reasons for what was chosen; all of them once the answer is right. */
  judge() {
    const chosen = this.#chosen;
    const isRight = this.#options.every((option, at) => option.isRight === chosen.includes(at));
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
    return { isRight, words: this.#words(chosen, isRight) };
  }

  #words(chosen, isRight) {
    if (isRight) return "Right.";
    const isAllWrong = chosen.every((at) => !this.#options[at].isRight);
    if (!this.#isMultiple || isAllWrong) return "Not this. Read why, and choose again.";
    const wrong = chosen.some((at) => !this.#options[at].isRight);
    return wrong ? "Partly. Read why, and choose again." : "So far right, but something is missing.";
  }

  hideReasons() {
    for (const [at, reason] of this.#reasons.entries()) {
      reason.hidden = true;
      delete reason.parentElement.dataset.verdict;
      reason.parentElement.querySelector(".ev-option-mark").replaceChildren();
      this.#boxes[at].removeAttribute("aria-describedby");
    }
  }
}

function isRight(item) {
  return item.querySelector("strong")?.textContent.startsWith("Right") ?? false;
}
