import { h } from "../shared/dom.js";
import { contents, items, reasonList } from "./markdown.js";

const OR = "-- or --\n";
const BETWEEN_LINES = " / ";

/**
 * What does the program print? The answer is typed, and compared with what was recorded.
 *
 * In a chapter it is the recorded output, in the answer, and a list of likely wrong guesses:
 * `LINE / LINE` as code, and the reason.
 */
export default class Predict {
  please = "Write down a guess first. A wrong one is remembered well.";
  onChange = () => {};
  onEnter = () => {};
  askedList = null;
  #printed;
  #guesses;
  #isUnordered;
  #field;
  #reason = h("div", { class: "ev-reason", hidden: true });

  static read(quiz) {
    const code = quiz.querySelector("details code.output");
    return code && quiz.id ? new Predict(quiz, code) : null;
  }

  constructor(quiz, code) {
    this.reasonList = reasonList(quiz);
    this.#isUnordered = code.classList.contains("unordered");
    const isOneOf = code.classList.contains("one-of");
    const text = code.textContent.endsWith("\n") ? code.textContent : `${code.textContent}\n`;
    this.#printed = (isOneOf ? text.split(OR) : [text]).map((printed) => this.#normal(printed));
    this.#guesses = items(this.reasonList).map((item) => ({
      text: this.#normal(item.querySelector("code").textContent.replaceAll(BETWEEN_LINES, "\n")),
      reason: withoutGuess(item),
    }));
    this.#reason.id = `${quiz.id}-reason`;
    this.#field = h("textarea", {
      rows: "3", spellcheck: "false", autocomplete: "off", autocapitalize: "off",
      id: `${quiz.id}-typed`, "aria-describedby": `${quiz.id}-how`,
      oninput: () => this.onChange(), onkeydown: (event) => this.#onKey(event),
    });
    const what = isOneOf ? "It prints, for instance" : "It prints";
    this.element = h("div", { class: "ev-typed", role: "group" },
      h("label", { for: this.#field.id }, what), this.#field,
      h("p", { class: "ev-how", id: `${quiz.id}-how` },
        isOneOf ? "It can print several things: one of them is enough. " : "",
        "A line of output a line. ", h("kbd", {}, "Ctrl"), "+", h("kbd", {}, "Enter"), " checks."),
      this.#reason);
  }

  #onKey(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.onEnter();
  }

  /** Small letters and the blanks at the ends make no difference. */
  #normal(text) {
    const lines = text.trim().toLowerCase().split("\n").map((line) => line.trim());
    return (this.#isUnordered ? lines.sort() : lines).join("\n");
  }

  get isEmpty() {
    return this.#field.value.trim() === "";
  }

  get kept() {
    return { typed: this.#field.value };
  }

  restore(kept) {
    if (typeof kept.typed !== "string") return false;
    this.#field.value = kept.typed;
    return true;
  }

  reset() {
    this.#field.value = "";
  }

  focus() {
    this.#field.focus();
  }

  judge() {
    const typed = this.#normal(this.#field.value);
    if (this.#printed.includes(typed)) {
      return { isRight: true, words: this.#printed.length > 1 ? `Right: one of ${this.#printed.length}.` : "Right." };
    }
    const guess = this.#guesses.find(({ text }) => text === typed);
    this.#reason.replaceChildren(...guess ? guess.reason.map((node) => node.cloneNode(true)) : []);
    this.#reason.hidden = !guess;
    return { isRight: false, words: guess ? "Not this. Read why, and try again." : this.#hint(typed) };
  }

  /** What can be said of a guess that the chapter does not foresee. */
  #hint(typed) {
    const lines = typed.split("\n");
    const likest = this.#printed.map((printed) => printed.split("\n"))
      .sort((one, other) => common(other, lines) - common(one, lines))[0];
    const right = common(likest, lines);
    if (right === lines.length && right < likest.length) return "So far right, but it prints more.";
    if (right > 0) return `Not this. Line ${right + 1} is another one.`;
    if (lines.length !== likest.length && this.#printed.length === 1) return "Not this: not as many lines.";
    return "Not this. Go through the program once more, line by line.";
  }

  hideReasons() {
    this.#reason.hidden = true;
  }
}

/** How many lines are the same at the beginning. */
function common(one, other) {
  const different = one.findIndex((line, at) => line !== other[at]);
  return different === -1 ? one.length : different;
}

/** An item without its guess and the colon, as a sentence of its own. */
function withoutGuess(item) {
  const [, ...reason] = contents(item).filter((node) => node.textContent.trim() !== "");
  const [first] = reason;
  first.textContent = first.textContent.replace(/^:\s*(.?)/, (_, letter) => letter.toUpperCase());
  return reason;
}
