// The program, with a mark at each thread's next operation.

import { h } from "../shared/dom.js";
import { operationWords, standingWords } from "./words.js";

export class ProgramView {
  #player;
  #threads;
  #rows = new Map();

  /** @param lines the program's lines, as `colouredLines` gives them */
  constructor(player, threads, lines) {
    this.#player = player;
    this.#threads = threads;
    const used = new Set(player.graph.operations.map(([line]) => line));
    const rows = [];
    for (const [at, { fragment, isHidden }] of lines.entries()) {
      const number = at + 1;
      if (!isHidden || used.has(number)) rows.push(this.#row(number, fragment.cloneNode(true)));
      else if (!rows.at(-1)?.classList.contains("ev-gap")) rows.push(gap());
    }
    this.element = h("pre", {
      class: "ev-program", tabindex: "0", role: "group",
      "aria-label": "The program; a mark shows where each thread stands",
    }, h("code", { class: "hljs" }, rows));
  }

  update() {
    for (const row of this.#rows.values()) row.clear();
    for (const thread of this.#threads.all) this.#mark(thread);
    this.#follow();
  }

  #row(number, content) {
    const row = new Row(number, content);
    this.#rows.set(number, row);
    return row.element;
  }

  #mark(thread) {
    const standing = this.#player.standing(thread);
    const row = this.#rows.get(standing.operation?.line);
    if (!row) return;
    const isWaiting = standing.kind !== "ready";
    const chip = this.#threads.chip(thread, { isWaiting });
    const why = standingWords(this.#player, standing);
    chip.title = [
      `${this.#threads.name(thread)}: ${operationWords(this.#player, standing.operation)}`, why,
    ].filter(Boolean).join("; ");
    row.mark(chip, this.#threads.style(thread), standing.operation.column, isWaiting);
  }

  /** Keeps in view where the thread stands that went last, without moving the page. */
  #follow() {
    const last = this.#player.taken.at(-1);
    const next = last && this.#player.standing(last.thread).operation;
    const row = this.#rows.get((next?.line ? next : last?.operation)?.line)?.element;
    if (!row) return;
    const pane = this.element;
    const top = row.offsetTop - pane.offsetTop;
    const margin = row.offsetHeight * 2;
    if (top < pane.scrollTop + margin) pane.scrollTop = top - margin;
    else if (top > pane.scrollTop + pane.clientHeight - margin * 1.5) {
      pane.scrollTop = top - pane.clientHeight + margin * 1.5;
    }
  }
}

class Row {
  #marks = h("span", { class: "ev-marks" });
  #text;
  #source;
  #lines = 0;

  constructor(number, content) {
    this.#source = content.textContent;
    this.#text = h("span", { class: "ev-source" });
    this.#text.append(content);
    const label = h("span", { class: "ev-number", "aria-hidden": "true" }, String(number));
    this.element = h("span", { class: "ev-row" }, this.#marks, label, this.#text);
  }

  clear() {
    this.#marks.replaceChildren();
    this.#lines = 0;
    this.element.classList.remove("ev-here");
    for (const line of this.#text.querySelectorAll(".ev-underline")) line.remove();
  }

  mark(chip, style, column, isWaiting) {
    this.element.classList.add("ev-here");
    this.#marks.append(chip);
    if (column < 1) return;
    const word = /^[\w!]+/.exec(this.#source.slice(column - 1))?.[0] ?? "?";
    this.#text.append(h("span", {
      class: isWaiting ? "ev-underline ev-waiting" : "ev-underline", "aria-hidden": "true",
      style: `${style}; --at: ${column - 1}; --length: ${word.length}; --level: ${this.#lines}`,
    }));
    this.#lines += 1;
  }
}

function gap() {
  return h("span", { class: "ev-row ev-gap", "aria-hidden": "true" }, "⋯");
}
