import { h, icon } from "../shared/dom.js";
import { letKeysScroll } from "../shared/scrolling.js";
import { load, save } from "../shared/store.js";
import { Program } from "./program.js";

const LANGUAGE = "language";
const CHOSEN = "course-language";
let frames = 0;

/**
 * A listing in Go and Rust that can be run, edited, race-checked and explored.
 *
 * In a chapter it is the programs and what they print, one block after the other. The language
 * that a reader chooses is chosen in the whole book.
 *
 * @attr listing the listing's name
 * @fires course-language on the document when another language is chosen; `detail` is its name
 */
export class CourseCode extends HTMLElement {
  #programs = [];
  #tabs = [];
  #panels = [];
  #current = 0;
  #runner;
  #running = null;
  #editor = null;
  #output = null;
  #explored = h("div", { class: "ev-explored" });
  #buttons = {};
  #badge = h("span", { class: "ev-badge", hidden: true }, "edited");
  #onChosen = (event) => this.#choose(event.detail);

  connectedCallback() {
    if (this.#programs.length === 0) this.#build();
    document.addEventListener(CHOSEN, this.#onChosen);
  }

  disconnectedCallback() {
    document.removeEventListener(CHOSEN, this.#onChosen);
    this.#running?.stop();
  }

  get listing() {
    return this.getAttribute("listing") ?? "";
  }

  get #program() {
    return this.#programs[this.#current];
  }

  #build() {
    const blocks = [...this.querySelectorAll(":scope > pre > code")];
    const isProgram = (code) => code.matches(".language-go, .language-rust");
    this.#programs = blocks.filter(isProgram).map((code) => new Program(this.listing, code));
    if (this.#programs.length === 0) return;
    const records = blocks.filter((code) => !isProgram(code)).map((code) => code.parentElement);
    frames += 1;
    const id = `course-code-${frames}`;
    this.#panels = this.#programs.map((program, at) => this.#panel(program, `${id}-${at}`));
    this.#tabs = this.#programs.map((program, at) => this.#tab(program, at, `${id}-${at}`));
    const tabs = this.#programs.length > 1
      ? h("div", { class: "ev-tabs", role: "tablist", "aria-label": "Language" }, this.#tabs)
      : h("span", { class: "ev-one-language" }, this.#program.name);
    this.#records = records;
    this.replaceChildren(
      h("div", { class: "ev-code-bar" }, tabs, this.#badge, this.#toolbar()),
      ...this.#panels, this.#explored,
      h("div", { class: "ev-records" }, records));
    this.classList.add("ev-live");
    this.onkeydown = (event) => this.#onKey(event);
    this.#buttons.run.onpointerenter = () => this.#prepare();
    this.#buttons.run.onfocus = () => this.#prepare();
    for (const program of this.#programs) if (program.isEdited) this.#draw(program);
    this.#choose(load(LANGUAGE, "rust"));
    this.#update();
  }

  #records = [];

  #panel(program, id) {
    const isAlone = this.#programs.length === 1;
    return h("div", {
      class: "ev-panel", id: `${id}-panel`, role: isAlone ? null : "tabpanel",
      "aria-labelledby": isAlone ? null : `${id}-tab`,
    }, program.pre);
  }

  #tab(program, at, id) {
    return h("button", {
      type: "button", role: "tab", id: `${id}-tab`, "aria-controls": `${id}-panel`,
      onclick: () => this.#chooseForAll(at), onkeydown: (event) => this.#onTabKey(event, at),
    }, program.name);
  }

  #toolbar() {
    const button = (name, symbol, words, onclick) => {
      this.#buttons[name] = h("button", { type: "button", class: `ev-button ev-tool-${name}`, onclick },
        icon(symbol), h("span", {}, words));
      return this.#buttons[name];
    };
    return h("div", { class: "ev-code-tools", role: "group", "aria-label": "What to do with this program" },
      button("run", "play", "Run", () => (this.#running ? this.#stop() : this.#start("run"))),
      button("edit", "edit", "Edit", () => this.#toggleEditor()),
      button("race", "flag", "Race check", () => this.#start("race")),
      button("explore", "fork", "Explore", () => this.#explore()),
      button("reset", "restart", "Reset", () => this.#reset()));
  }

  #onKey(event) {
    // An arrow in a listing scrolls it. It does not turn the page.
    if (event.key.startsWith("Arrow")) event.stopPropagation();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!this.#running) this.#start("run");
  }

  #onTabKey(event, at) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + this.#tabs.length) % this.#tabs.length;
    this.#chooseForAll(next);
    this.#tabs[next].focus();
  }

  #chooseForAll(at) {
    const { language } = this.#programs[at];
    // What stands above may become higher or lower: the tab must stay under the hand.
    const before = this.getBoundingClientRect().top;
    save(LANGUAGE, language);
    document.dispatchEvent(new CustomEvent(CHOSEN, { detail: language }));
    scrollBy({ top: this.getBoundingClientRect().top - before, behavior: "instant" });
  }

  #choose(language) {
    const at = this.#programs.findIndex((program) => program.language === language);
    const isOther = at >= 0 && at !== this.#current;
    if (isOther) {
      this.#closeEditor();
      this.#running?.stop();
      this.#output?.hide();
      this.#explored.replaceChildren();
      this.#current = at;
    }
    this.#update();
  }

  #update() {
    const program = this.#program;
    for (const [at, panel] of this.#panels.entries()) {
      const isChosen = at === this.#current;
      panel.hidden = !isChosen;
      this.#tabs[at].setAttribute("aria-selected", String(isChosen));
      this.#tabs[at].tabIndex = isChosen ? 0 : -1;
    }
    // What was hidden had no width by which to tell whether it scrolls.
    letKeysScroll();
    for (const record of this.#records) record.hidden = !this.#isOf(record, program.language);
    this.#badge.hidden = !program.isEdited;
    this.#buttons.reset.hidden = !program.isEdited;
    const isRefused = program.isRefused && !program.isEdited;
    this.#buttons.race.hidden = isRefused;
    this.#buttons.explore.hidden = program.language !== "rust" || isRefused;
    this.#buttons.edit.querySelector("span").textContent = this.#editor ? "Done" : "Edit";
    this.#buttons.run.querySelector("span").textContent = this.#running ? "Stop" : "Run";
    this.#buttons.run.querySelector("svg").replaceWith(icon(this.#running ? "stop" : "play"));
    this.#buttons.run.classList.toggle("ev-main", !this.#running);
    for (const name of ["race", "explore"]) {
      this.#buttons[name].setAttribute("aria-disabled", String(this.#running !== null));
    }
  }

  /** Whether what is recorded is of the program in this language. */
  #isOf(record, language) {
    const { classList } = record.firstElementChild.matches("code")
      ? record.firstElementChild : record.querySelector("code");
    if (this.#programs.length === 1) return true;
    if (classList.contains("go") || classList.contains("vet")) return language === "go";
    if (language === "rust") return true;
    // Where both print the same, it is recorded once.
    const own = this.#records.some((other) => other.querySelector("code.output.go"));
    return classList.contains("output") && !own;
  }

  /** What runs programs, and what shows that they do: loaded when the first one is to be run. */
  async #prepare() {
    if (this.#output) return;
    const [{ runner }, { OutputView }] = await Promise.all([
      import("../runner/runner.js"), import("./output-view.js"),
    ]);
    const found = await runner();
    if (this.#output) return;
    this.#runner = found;
    this.#output = new OutputView();
    this.#explored.before(this.#output.element);
  }

  async #start(task) {
    await this.#prepare();
    if (this.#running || !(await this.#complete(task))) return;
    const { language, text } = this.#program;
    const program = { task, language, text, listing: this.listing };
    this.#output.begin(task, this.#runner.place);
    this.#running = { stop() {} };
    const running = this.#runner.run(program, (event) => this.#onEvent(event, program));
    // A runner may have ended at once.
    if (this.#running) this.#running = running;
    this.#update();
  }

  /** Whether all of the program is here and can be used; if not, the reader is told why. */
  async #complete(task) {
    const program = this.#program;
    const { language } = program;
    const refusal = this.#runner.refusal({ task, language, text: program.text ?? "" });
    if (refusal) this.#output.refuse(refusal);
    if (refusal || !program.isPart) return !refusal;
    try {
      program.complete(await this.#runner.listing(this.listing, language));
    } catch (problem) {
      this.#output.refuse(problem.message);
    }
    return !program.isPart && !this.#running && program === this.#program;
  }

  #onEvent(event, program) {
    this.#output.tell(event);
    if (event.event === "graph") this.#showGraph(event.graph, program.text);
    if (event.event !== "end") return;
    this.#running = null;
    this.#update();
  }

  #stop() {
    this.#running.stop();
    this.#buttons.run.focus();
  }

  /** The explorer on the page will do, unless the program is another by now. */
  async #explore() {
    if (this.#running) return;
    const listing = CSS.escape(this.listing);
    const recorded = document.querySelector(`schedule-explorer[listing="${listing}"]`);
    if (recorded) await import("../explorer/schedule-explorer.js");
    if (!recorded?.classList.contains("ev-live") || this.#program.isEdited) {
      this.#start("explore");
      return;
    }
    for (let fold = recorded.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    recorded.scrollIntoView({ block: "start" });
    recorded.focus({ preventScroll: true });
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
    this.#output?.hide();
    explorer.scrollIntoView({ block: "start" });
    explorer.focus({ preventScroll: true });
  }

  async #toggleEditor() {
    if (this.#editor) {
      this.#closeEditor();
      this.#buttons.edit.focus();
      return;
    }
    const { Editor } = await import("./editor.js");
    const program = this.#program;
    if (program.isPart) await this.#prepare();
    if (program.isPart && !(await this.#complete("run"))) return;
    if (this.#editor) return;
    this.#editor = new Editor(program.language, program.text, (text) => {
      program.change(text);
      this.#update();
    }, () => this.#toggleEditor());
    program.pre.hidden = true;
    program.pre.after(this.#editor.element);
    this.#update();
    this.#editor.focus();
  }

  #closeEditor() {
    if (!this.#editor) return;
    this.#editor.element.remove();
    this.#editor = null;
    this.#program.pre.hidden = false;
    this.#draw(this.#program);
    this.#update();
  }

  async #draw(program) {
    if (!program.isEdited) {
      program.code.replaceChildren(...program.originalNodes());
      return;
    }
    const { coloured } = await import("./editor.js");
    program.code.innerHTML = coloured(program.language, program.text);
  }

  #reset() {
    const isEditing = this.#editor !== null;
    this.#program.reset();
    this.#closeEditor();
    this.#draw(this.#program);
    this.#output?.hide();
    this.#explored.replaceChildren();
    this.#update();
    if (isEditing) this.#toggleEditor();
    else this.#buttons.edit.focus();
  }
}

customElements.define("course-code", CourseCode);
