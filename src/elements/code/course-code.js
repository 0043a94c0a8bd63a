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
  #records = [];
  #current = 0;
  /** What runs programs, and shows that they do: there from the first one on. */
  #work = null;
  #editor = null;
  #buttons = {};
  #badge = h("span", { class: "ev-badge", hidden: true }, "edited");
  #onChosen = (event) => this.#choose(event.detail);

  connectedCallback() {
    if (this.#programs.length === 0) this.#build();
    document.addEventListener(CHOSEN, this.#onChosen);
  }

  disconnectedCallback() {
    document.removeEventListener(CHOSEN, this.#onChosen);
    this.#work?.stop();
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
      ...this.#panels,
      h("div", { class: "ev-records" }, records));
    this.classList.add("ev-live");
    this.onkeydown = (event) => this.#onKey(event);
    this.#buttons.run.onpointerenter = () => this.#workshop();
    this.#buttons.run.onfocus = () => this.#workshop();
    for (const program of this.#programs) if (program.isEdited) this.#draw(program);
    this.#choose(load(LANGUAGE, "rust"));
    this.#update();
  }

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
      button("run", "play", "Run", () => (this.#isRunning ? this.#stop() : this.#start("run"))),
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
    if (!this.#isRunning) this.#start("run");
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
      this.#work?.leave();
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
    this.#buttons.run.querySelector("span").textContent = this.#isRunning ? "Stop" : "Run";
    this.#buttons.run.querySelector("svg").replaceWith(icon(this.#isRunning ? "stop" : "play"));
    this.#buttons.run.classList.toggle("ev-main", !this.#isRunning);
    for (const name of ["race", "explore"]) {
      this.#buttons[name].setAttribute("aria-disabled", String(this.#isRunning));
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

  async #workshop() {
    const { Work } = await import("./work.js");
    if (!this.#work) {
      this.#work = new Work(this.listing, () => this.#update());
      this.#panels.at(-1).after(...this.#work.elements);
    }
    await this.#work.prepare();
    return this.#work;
  }

  get #isRunning() {
    return this.#work?.isRunning === true;
  }

  async #start(task) {
    const work = await this.#workshop();
    await work.start(task, this.#program);
  }

  #stop() {
    this.#work.stop();
    this.#buttons.run.focus();
  }

  async #explore() {
    const work = await this.#workshop();
    await work.explore(this.#program);
  }

  async #toggleEditor() {
    if (this.#editor) {
      this.#closeEditor();
      this.#buttons.edit.focus();
      return;
    }
    const { Editor } = await import("./editor.js");
    const program = this.#program;
    if (program.isPart) {
      const work = await this.#workshop();
      if (!(await work.complete("run", program))) return;
    }
    if (this.#editor || program !== this.#program) return;
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
    this.#work?.leave();
    this.#update();
    if (isEditing) this.#toggleEditor();
    else this.#buttons.edit.focus();
  }
}

customElements.define("course-code", CourseCode);
