// What happened, as a picture: a row for each step, a column for each thread.

import { h, heard } from "../shared/dom.js";
import { stepWords, unbroken } from "./words.js";

export class HistoryView {
  #player;
  #threads;
  #goTo;
  #list = h("ol", { class: "ev-history-rows", "aria-label": "What happened, in order" });

  /** @param {(position: number) => void} goTo is called with the step to go back or forth to */
  constructor(player, threads, goTo) {
    this.#player = player;
    this.#threads = threads;
    this.#goTo = goTo;
    this.element = h("div", { class: "ev-history" },
      h("div", { class: "ev-history-pane", tabindex: "-1" }, this.#list));
  }

  update() {
    const { steps, position } = this.#player;
    const focused = [...this.#list.children].findIndex((row) => row.contains(document.activeElement));
    this.#list.replaceChildren(...steps.map((step, at) => this.#row(step, at)));
    if (steps.length === 0) this.#list.append(hint());
    if (focused >= 0) this.#list.children[focused]?.querySelector("button")?.focus({ preventScroll: true });
    this.#follow(position - 1);
  }

  #row(step, at) {
    const { steps, position } = this.#player;
    const isSwitch = at > 0 && steps[at - 1].thread !== step.thread;
    const words = stepWords(this.#player, step);
    const kinds = [
      step.isAutomatic && "ev-automatic", isSwitch && "ev-switch",
      at >= position && "ev-undone", at === position - 1 && "ev-last",
    ];
    return h("li", { class: kinds.filter(Boolean).join(" ") },
      h("span", { class: "ev-row-number", "aria-hidden": "true" }, String(at + 1)),
      h("button", {
        type: "button", class: "ev-event", title: `${words}: go to after this step`,
        style: `${this.#threads.style(step.thread)}; --lane: ${step.thread + 1}`,
        "aria-current": at === position - 1 ? "step" : null,
        onclick: () => this.#goTo(at + 1),
      },
      this.#threads.chip(step.thread), heard(`${this.#threads.name(step.thread)}: `),
      h("span", { class: "ev-event-words" }, unbroken(words)),
      step.operation.line > 0
        && h("span", { class: "ev-event-line" }, heard(", line "), `:${step.operation.line}`),
      at >= position && heard(", undone")));
  }

  #follow(at) {
    const pane = this.element.firstElementChild;
    const row = this.#list.children[at];
    if (!row) pane.scrollTop = 0;
    else if (row.offsetTop < pane.scrollTop) pane.scrollTop = row.offsetTop;
    else {
      const end = row.offsetTop + row.offsetHeight - pane.clientHeight;
      if (end > pane.scrollTop) pane.scrollTop = end;
    }
  }
}

function hint() {
  return h("li", { class: "ev-hint" }, "Nothing has happened yet. Choose a thread above: every step is written down here.");
}
