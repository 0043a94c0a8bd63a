// Every way in which the program can end, with a button to be shown the way.

import { h, heard, icon } from "../shared/dom.js";
import { countWords, outcomeWords, printedLines, summaryWords, troubleWords } from "./words.js";

const AT_FIRST = 6;

export class OutcomesView {
  #player;
  #rows;

  /** @param {(outcome: number) => void} show is called with the outcome to be shown */
  constructor(player, show) {
    this.#player = player;
    const { graph } = player;
    this.#rows = graph.outcomes.map((outcome, number) => this.#row(outcome, () => show(number)));
    const columns = ["It ends like this", "In how many schedules", "Show"];
    const table = h("table", { class: "ev-outcomes" },
      h("caption", {}, summaryWords(graph)),
      h("thead", { class: "ev-heard" },
        h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, this.#rows));
    this.element = h("div", { class: "ev-ends" }, table, this.#more());
  }

  /** @param {Set<number>} found the outcomes that the reader has reached */
  update(found) {
    for (const [number, row] of this.#rows.entries()) {
      row.classList.toggle("ev-current", number === this.#player.outcome);
      const mark = row.querySelector(".ev-found");
      mark.replaceChildren(...(found.has(number) ? [icon("tick"), heard("reached: ")] : []));
    }
  }

  #row(outcome, show) {
    return h("tr", { class: outcome.fails ? "ev-fails" : "" },
      h("th", { scope: "row" }, h("div", { class: "ev-outcome" },
        h("span", { class: "ev-found" }), h("span", {}, this.#words(outcome)))),
      h("td", { class: "ev-count" }, countWords(this.#player.graph, outcome)),
      h("td", {}, h("button", {
        type: "button", class: "ev-button ev-plain", onclick: show,
        "aria-label": `Show me: ${outcomeWords(outcome)}`,
      }, icon("play"), h("span", { class: "ev-show" }, "Show me"))));
  }

  #words(outcome) {
    const lines = printedLines(outcome);
    const code = lines.map((line) => h("code", { class: "ev-printed" }, line === "" ? " " : line));
    if (outcome.kind === "done") return lines.length > 0 ? ["prints ", code] : "prints nothing";
    const troubles = troubleWords(this.#player, outcome);
    return [
      outcomeWords(outcome), lines.length > 0 && [" after printing ", code],
      troubles.length > 0 && h("small", {}, troubles.map((trouble) => h("span", {}, trouble))),
    ];
  }

  #more() {
    const rest = this.#rows.slice(AT_FIRST);
    if (rest.length === 0) return null;
    for (const row of rest) row.hidden = true;
    const button = h("button", {
      type: "button", class: "ev-button ev-plain",
      onclick: () => {
        for (const row of rest) row.hidden = false;
        rest[0].querySelector("button").focus({ preventScroll: true });
        button.remove();
      },
    }, `Show ${rest.length} more`);
    return button;
  }
}
