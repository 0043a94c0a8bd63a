import { h, icon, keepArrows } from "../shared/dom.js";
import { load, save } from "../shared/store.js";
import { Choose } from "./choose.js";
import { Order } from "./order.js";
import { Predict } from "./predict.js";

const KINDS = {
  choose: { Form: Choose, eyebrow: "Question" },
  compiles: { Form: Choose, eyebrow: "Does it compile?" },
  predict: { Form: Predict, eyebrow: "What does it print?" },
  order: { Form: Order, eyebrow: "In which order?" },
};

/**
 * A question. Its form is made by `Choose`, `Predict` or `Order`; what they have in common is here.
 *
 * In a chapter it is the question and, in a `details`, the answer with its reasons.
 * What was answered is kept by the browser, as long as the question has the same form.
 *
 * @attr id names the question, for good: the answer is kept under it
 * @attr kind what there is to do: `predict`, `compiles`, `order`, or nothing to choose
 */
export class CourseQuiz extends HTMLElement {
  #form = null;
  #rest;
  #check;
  #verdict = h("p", { class: "ev-verdict", role: "status" });

  connectedCallback() {
    if (this.#form) return;
    const kind = KINDS[this.getAttribute("kind") ?? "choose"];
    this.#form = kind?.Form.read(this) ?? null;
    if (this.#form) this.#build(kind.eyebrow);
  }

  get #key() {
    return `quiz.${this.id}`;
  }

  get #isRight() {
    return this.dataset.state === "right";
  }

  #build(eyebrow) {
    const form = this.#form;
    const question = [...this.childNodes]
      .filter((node) => !node.matches?.("details") && node !== form.askedList);
    // What else the answer says is read when the reader has found it.
    const rest = [...this.querySelector("details").children]
      .filter((node) => !node.matches("summary") && node !== form.reasonList);
    this.#rest = h("div", { class: "ev-rest", hidden: true }, rest);
    this.#check = h("button", {
      type: "button", class: "ev-button ev-main",
      onclick: () => (this.#isRight ? this.#again() : this.#onCheck()),
    }, "Check");
    form.element.setAttribute("aria-labelledby", `${this.id}-question`);
    this.replaceChildren(
      h("span", { class: "ev-eyebrow" }, eyebrow),
      h("div", { class: "ev-question", id: `${this.id}-question` }, question),
      form.element, h("div", { class: "ev-quiz-foot" }, this.#check, this.#verdict), this.#rest);
    form.onChange = () => this.#clear();
    form.onEnter = () => this.#onCheck();
    this.classList.add("ev-live");
    keepArrows(this);
    const kept = load(this.#key);
    if (kept && form.restore(kept)) this.#show();
  }

  #onCheck() {
    const form = this.#form;
    if (form.isEmpty) {
      this.#verdict.textContent = form.please;
      form.focus();
      return;
    }
    this.#show();
    const before = load(this.#key);
    save(this.#key, { ...form.kept, isRight: this.#isRight || before?.isRight === true });
  }

  #show() {
    const { isRight, words } = this.#form.judge();
    this.dataset.state = isRight ? "right" : "wrong";
    this.#rest.hidden = !isRight || this.#rest.childElementCount === 0;
    this.#verdict.replaceChildren(...isRight ? [icon("tick")] : [], ...[words].flat());
    this.#check.textContent = isRight ? "Ask me again" : "Check";
  }

  #again() {
    this.#form.reset();
    this.#clear();
    this.#form.focus();
  }

  #clear() {
    delete this.dataset.state;
    this.#form.hideReasons();
    this.#rest.hidden = true;
    this.#check.textContent = "Check";
    this.#verdict.replaceChildren();
  }
}

customElements.define("course-quiz", CourseQuiz);
