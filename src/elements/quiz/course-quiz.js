import { h, icon, keepArrows } from "../shared/dom.js";
import { load, save } from "../shared/store.js";

const KINDS = {
  choose: { load: () => import("./choose.js"), eyebrow: "Question" },
  compiles: { load: () => import("./choose.js"), eyebrow: "Does it compile?" },
  predict: { load: () => import("./predict.js"), eyebrow: "What does it print?" },
  order: { load: () => import("./order.js"), eyebrow: "In which order?" },
};

/** The forms that this page has questions of. */
const forms = {};
for (const [name, { load: loadForm }] of Object.entries(KINDS)) {
  const isAsked = (quiz) => kindOf(quiz) === name;
  if ([...document.querySelectorAll("course-quiz")].some(isAsked)) forms[name] = loadForm();
}
for (const name of Object.keys(forms)) forms[name] = (await forms[name]).default;

function kindOf(quiz) {
  return quiz.getAttribute("kind") ?? "choose";
}

/**
 * A question. Its form is made by `choose.js`, `predict.js` or `order.js`; what they have in
 * common is here.
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
    const kind = kindOf(this);
    this.#form = forms[kind]?.read(this) ?? null;
    if (this.#form) this.#build(KINDS[kind].eyebrow);
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
