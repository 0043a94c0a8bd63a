// What is done with the programs of a frame: they are run, race-checked, explored.

import { h } from "../shared/dom.js";
import { OutputView } from "./output-view.js";

export class Work {
  #listing;
  #changed;
  #runner = null;
  #running = null;
  /** Counts how often the frame has turned to another program. */
  #turn = 0;
  #output = new OutputView();
  #explored = h("div", { class: "ev-explored" });

  /** @param {() => void} changed is called when something begins to run, and when it has ended */
  constructor(listing, changed) {
    this.#listing = listing;
    this.#changed = changed;
    this.elements = [this.#output.element, this.#explored];
  }

  get isRunning() {
    return this.#running !== null;
  }

  /** Finds out what can run programs here. */
  async prepare() {
    const { runner } = await import("../runner/runner.js");
    this.#runner ??= await runner();
  }

  /** @param {"run" | "race" | "explore"} task */
  async start(task, program) {
    await this.prepare();
    if (this.isRunning || !(await this.complete(task, program))) return;
    const { language, text } = program;
    const order = { task, language, text, listing: this.#listing };
    this.#output.begin(task, this.#runner.place);
    this.#running = { stop() {} };
    const running = this.#runner.run(order, (event) => this.#onEvent(event, text));
    // A runner may have ended at once.
    if (this.#running) this.#running = running;
    this.#changed();
  }

  stop() {
    this.#running?.stop();
  }

  /** Turns to another program: what was shown of the last one goes. */
  leave() {
    this.stop();
    this.#turn += 1;
    this.#output.hide();
    this.#explored.replaceChildren();
  }

  /** Whether all of the program is here and can be used; if not, the reader is told why. */
  async complete(task, program) {
    await this.prepare();
    const { language } = program;
    const turn = this.#turn;
    const refusal = this.#runner.refusal({ task, language, text: program.text ?? "" });
    if (refusal) this.#output.refuse(refusal);
    if (refusal || !program.isPart) return !refusal;
    try {
      program.complete(await this.#runner.listing(this.#listing, language));
    } catch (problem) {
      this.#output.refuse(problem.message);
    }
    return !program.isPart && !this.isRunning && turn === this.#turn;
  }

  /** The explorer on the page will do, unless the program is another by now. */
  async explore(program) {
    if (this.isRunning) return;
    const listing = CSS.escape(this.#listing);
    const recorded = document.querySelector(`schedule-explorer[listing="${listing}"]`);
    if (recorded) await import("../explorer/schedule-explorer.js");
    if (recorded?.classList.contains("ev-live") && !program.isEdited) turnTo(recorded);
    else await this.start("explore", program);
  }

  #onEvent(event, text) {
    this.#output.tell(event);
    if (event.event === "graph") this.#showGraph(event.graph, text);
    if (event.event !== "end") return;
    this.#running = null;
    this.#changed();
  }

  async #showGraph(graph, text) {
    const [{ ScheduleExplorer }, { coloured }, { colouredLines }] = await Promise.all([
      import("../explorer/schedule-explorer.js"), import("./editor.js"), import("../shared/program.js"),
    ]);
    const code = h("code");
    code.innerHTML = coloured("rust", text);
    const explorer = new ScheduleExplorer();
    this.#explored.replaceChildren(explorer);
    explorer.show(graph, colouredLines(code));
    this.#output.hide();
    turnTo(explorer);
  }
}

function turnTo(explorer) {
  for (let fold = explorer.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  explorer.scrollIntoView({ block: "start" });
  explorer.focus({ preventScroll: true });
}
