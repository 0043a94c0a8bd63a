// What the coach says of an answer, and the schedule in which it fails.

import { coloured } from "../code/editor.js";
import { h, heard, icon, withCode } from "../shared/dom.js";
import { grouped } from "../explorer/words.js";
import { colouredLines } from "../shared/program.js";

export class VerdictView {
  #text = "";

  constructor() {
    this.element = h("div", { class: "ev-verdict-view", hidden: true });
  }

  hide() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /**
   * @param {object} verdict as `coach::Verdict`
   * @param {(object | null)[]} graphs one for each check
   * @param {string} text the answer that was judged
   */
  show(verdict, graphs, text) {
    this.#text = text;
    this.element.hidden = false;
    const { refused, checked = [] } = verdict.answer;
    this.element.replaceChildren(this.#headline(verdict, checked));
    if (refused) this.element.append(...this.#refusal(refused));
    const checks = checked.map((check, at) => this.#check(check, graphs[at] ?? null));
    if (checks.length > 0) this.element.append(h("ul", { class: "ev-checks" }, checks));
  }

  #headline({ solved, remembered, answer }, checked) {
    if (solved) {
      const more = remembered ? "Solved, as before." : "Solved: every check holds in every schedule.";
      return h("p", { class: "ev-verdict-line ev-solved" }, icon("tick"), h("b", {}, more));
    }
    const count = checked.filter((check) => check.finding.is === "failed").length;
    const words = answer.refused ? "It was turned away before any check."
      : count > 0 ? `Not yet: ${count} of ${checked.length} checks ${count === 1 ? "fails" : "fail"}.`
        : "Not yet: not everything could be explored.";
    return h("p", { class: "ev-verdict-line ev-unsolved" }, icon("cross"), h("b", {}, words));
  }

  #refusal({ why, said, what, line }) {
    if (why === "forbidden") return [h("p", {}, withCode(`Line ${line}: ${what}`))];
    const words = why === "does_not_compile" ? "The compiler says" : "The explorer cannot run it";
    return [h("span", { class: "ev-eyebrow" }, words), h("pre", { class: "ev-said", tabindex: "0" }, said)];
  }

  #check({ property, finding }, graph) {
    const marks = { passed: ["tick", "holds: "], failed: ["cross", "fails: "] };
    const [symbol, words] = marks[finding.is] ?? ["circle", "not known: "];
    const row = h("li", { class: `ev-check-${finding.is}` },
      h("p", {}, icon(symbol), heard(words), h("b", {}, withCode(property)), this.#schedules(finding)));
    if (finding.is === "unknown") row.append(h("p", {}, withCode(finding.why)));
    if (finding.is === "failed") row.append(...this.#failure(finding, graph));
    return row;
  }

  #schedules({ is, schedules }) {
    if (!schedules) return null;
    const words = is === "passed"
      ? `in ${schedules === "1" ? "the only schedule" : `all ${grouped(schedules)} schedules`}`
      : `fails in ${grouped(schedules[0])} of ${grouped(schedules[1])} schedules`;
    return h("span", { class: "ev-quiet" }, words);
  }

  #failure({ what, details, schedule, choices }, graph) {
    const parts = [h("p", {}, withCode(what)), ...details.map((detail) => h("p", { class: "ev-quiet" }, withCode(detail)))];
    if (schedule.length > 0) parts.push(this.#schedule(schedule));
    if (graph) parts.push(this.#replay(graph, choices));
    return parts;
  }

  #schedule(steps) {
    const own = steps.filter((step) => step.line !== null);
    return h("table", { class: "ev-schedule" },
      h("caption", {}, "The shortest schedule in which it fails, in your file"),
      h("thead", { class: "ev-heard" }, h("tr", {}, ["Thread", "Line", "Step", "Then"]
        .map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, own.map((step, at) => h("tr", {
        class: at > 0 && own[at - 1].thread !== step.thread ? "ev-switch" : "",
      },
      h("th", { scope: "row" }, step.thread), h("td", {}, String(step.line)),
      h("td", {}, h("code", {}, step.operation)),
      h("td", {}, step.changes.map(([name, value]) => h("code", {}, `${name}: ${value || "empty"}`, " ")))))));
  }

  #replay(graph, choices) {
    const place = h("div", {});
    const button = h("button", { type: "button", class: "ev-button", onclick: async () => {
      const { ScheduleExplorer } = await import("../explorer/schedule-explorer.js");
      const code = h("code");
      code.innerHTML = coloured("rust", this.#text);
      const explorer = new ScheduleExplorer();
      place.replaceChildren(explorer);
      explorer.show(graph, colouredLines(code), choices);
      explorer.scrollIntoView({ block: "nearest" });
      explorer.focus({ preventScroll: true });
    } }, icon("play"), "Step through it");
    return h("div", { class: "ev-replay" }, button, place);
  }
}
