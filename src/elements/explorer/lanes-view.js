// The threads side by side: what each would do next, and a button to let it.

import { h, heard, icon } from "../shared/dom.js";
import { operationWords, standingWords, stepWords, unbroken } from "./words.js";

const STATES = {
  ready: "", held: "held back", blocked: "blocked", ended: "finished", cut: "cut off",
  unborn: "not started",
};

export class LanesView {
  #player;
  #threads;
  #take;
  #lanes;

  /** @param {(index: number) => void} take is called with the step that the reader chooses */
  constructor(player, threads, take) {
    this.#player = player;
    this.#threads = threads;
    this.#take = take;
    this.#lanes = threads.all.map((thread) => this.#lane(thread));
    this.element = h("div", { class: "ev-lanes" }, this.#lanes.map((lane) => lane.element));
  }

  update() {
    const focused = this.#lanes.find((lane) => lane.element.contains(document.activeElement));
    for (const lane of this.#lanes) this.#updateLane(lane);
    // The button that was pressed is gone; whoever pressed it must not have to look for the next.
    if (focused && !focused.element.contains(document.activeElement)) this.focus(focused.thread);
  }

  /** Puts the focus on what a thread can do, or on why it can do nothing. */
  focus(thread) {
    const target = this.#lanes[thread].body.querySelector("button, [tabindex]");
    target?.focus({ preventScroll: true });
  }

  /** Shows that a thread was asked and cannot. */
  refuse(thread) {
    const { element } = this.#lanes[thread];
    element.classList.remove("ev-refused");
    // Reading a measure makes the browser see the class as gone, so that the movement begins anew.
    void element.offsetWidth;
    element.classList.add("ev-refused");
  }

  #lane(thread) {
    const state = h("span", { class: "ev-lane-state" });
    const body = h("div", { class: "ev-lane-next" });
    const element = h("div", {
      class: "ev-lane", role: "group",
      style: `${this.#threads.style(thread)}; --lane: ${thread + 1}`,
      "aria-label": `Thread ${this.#threads.name(thread)}`,
    },
    h("div", { class: "ev-lane-head" },
      this.#threads.chip(thread), h("b", {}, this.#threads.name(thread)), state),
    body);
    return { thread, element, state, body };
  }

  #updateLane({ thread, element, state, body }) {
    const standing = this.#player.standing(thread);
    element.dataset.state = standing.kind;
    const key = h("kbd", { "aria-hidden": "true" }, this.#threads.sign(thread));
    state.replaceChildren(standing.kind === "ready" ? key : STATES[standing.kind]);
    const isChoice = standing.choices.length > 1;
    const content = standing.kind === "ready"
      ? standing.choices.map((choice) => this.#button(thread, choice, isChoice))
      : [this.#reason(standing)];
    body.replaceChildren(...content);
  }

  #button(thread, choice, isChoice) {
    const words = isChoice
      ? stepWords(this.#player, choice)
      : operationWords(this.#player, choice.operation);
    const late = choice.way < 0 ? "its time is up; " : "";
    const { line } = choice.operation;
    return h("button", {
      type: "button", class: "ev-step", "aria-keyshortcuts": this.#threads.sign(thread),
      "aria-disabled": choice.isKnown ? null : "true",
      onclick: () => this.#take(choice.index),
    },
    heard(`${this.#threads.name(thread)}: `),
    h("span", { class: "ev-step-words" }, unbroken(words)),
    h("span", { class: "ev-step-line" }, late, line > 0 ? `line ${line}` : "at its end",
      !choice.isKnown && ", not explored"));
  }

  #reason(standing) {
    const words = standingWords(this.#player, standing);
    const isBlocked = standing.kind === "blocked";
    const symbol = isBlocked && (/held by/.test(words) ? "lock" : "clock");
    return h("p", { class: "ev-step ev-step-none", tabindex: "-1" },
      standing.operation
        && h("span", { class: "ev-step-words" }, operationWords(this.#player, standing.operation)),
      h("span", { class: "ev-step-why" }, symbol && icon(symbol), words));
  }
}
