// An exercise on a page of the server: it follows the learner's file, and writes it.

import { duration, h, icon, withCode } from "../shared/dom.js";
import { markdown } from "../shared/markdown.js";
import { load, save } from "../shared/store.js";
import { Draft } from "./draft.js";
import { Help } from "./help.js";
import { VerdictView } from "./verdict-view.js";
import { Workshop, watchFiles } from "./workshop.js";

const STATES = {
  untouched: "not begun", begun: "begun", solved: "solved", changed: "changed since it was solved",
  missing: "the file is missing",
};

export class Card {
  #element;
  #name;
  #workshop;
  #verdict = new VerdictView();
  #draft;
  #help;
  #editor = null;
  #now = null;
  #checking = null;
  #writing = Promise.resolve();
  #unwatch = null;
  #parts = {};

  /** @param {HTMLElement} element whose attribute `name` is the exercise's */
  constructor(element, token) {
    this.#element = element;
    this.#name = element.getAttribute("name") ?? "";
    this.#workshop = new Workshop(token, this.#name);
    this.#draft = new Draft(this.#name);
    this.#help = new Help(this.#workshop, (words) => this.#say(words));
  }

  /** @throws {Error} with words for the learner, if the server does not know the exercise */
  async open() {
    this.#now = await this.#workshop.look();
    this.#build();
    await this.#resume();
    this.#unwatch = await watchFiles((files) => this.#onFile(files[this.#name]));
  }

  close() {
    this.#unwatch?.();
    this.#checking?.stop();
  }

  #build() {
    const { title, level, file, task } = this.#now;
    const button = (name, symbol, words, onclick, more = "") => h("button", {
      type: "button", class: `ev-button ev-exercise-${name} ${more}`, onclick,
    }, icon(symbol), h("span", {}, words));
    this.#parts = {
      state: h("span", { class: "ev-state", role: "status" }),
      check: button("check", "play", "Check", () => this.#check(), "ev-main"),
      edit: button("edit", "edit", "Edit here", () => this.#toggleEditor()),
      save: button("save", "tick", "Save", () => this.#save()),
      reset: button("reset", "restart", "Start anew", () => this.#reset()),
      place: h("div", { class: "ev-exercise-editor" }),
      conflict: h("div", { class: "ev-conflict", role: "alert" }),
      status: h("p", { class: "ev-exercise-status", role: "status" }),
    };
    const { state, check, edit, reset, place, conflict, status } = this.#parts;
    const element = this.#element;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", `Exercise: ${title}`);
    element.replaceChildren(
      h("div", { class: "ev-exercise-head" },
        h("div", {}, h("span", { class: "ev-eyebrow" }, `Exercise · ${level}`), h("b", { class: "ev-exercise-title" }, title)),
        state),
      h("div", { class: "ev-task" }, markdown(task)),
      h("p", { class: "ev-quiet" }, "Your file is ", h("code", {}, file), ". Save it in any editor, or edit it here."),
      h("div", { class: "ev-exercise-tools" }, check, edit, this.#parts.save, this.#help.buttons, reset),
      conflict, place, status, this.#verdict.element, this.#help.element);
    element.onkeydown = (event) => this.#onKey(event);
    this.#update();
  }

  /** What was typed before the page was left is still there. */
  async #resume() {
    if (!this.#draft.differsFrom(this.#now.text)) {
      this.#draft.drop();
      return;
    }
    await this.#openEditor();
    if (this.#draft.version === this.#now.version) {
      this.#say("What you typed before this page was left is not saved yet.");
      return;
    }
    const now = this.#now;
    // So that nothing is written over the file as it is now before the learner has chosen.
    this.#now = { ...now, version: this.#draft.version };
    this.#showConflict(now);
  }

  #onKey(event) {
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.key === "Enter") this.#check();
    else if (isControl && event.key.toLowerCase() === "s" && this.#editor) this.#save();
    else return;
    event.preventDefault();
  }

  #update() {
    const { state } = this.#now;
    const parts = this.#parts;
    parts.state.dataset.state = state;
    parts.state.textContent = STATES[state] ?? state;
    parts.save.hidden = !this.#editor;
    parts.save.setAttribute("aria-disabled", String(!this.#isUnsaved));
    parts.edit.querySelector("span").textContent = this.#editor ? "Close" : "Edit here";
    this.#help.update(this.#now);
    parts.check.querySelector("span").textContent = this.#checking ? "Stop" : "Check";
    if (state === "solved" && !load(`exercise.${this.#name}`)?.isSolved) {
      save(`exercise.${this.#name}`, { isSolved: true, at: Date.now() });
    }
  }

  get #isUnsaved() {
    return this.#draft.differsFrom(this.#now.text);
  }

  /** The file may have changed in another editor. What is typed here is never lost by that. */
  async #onFile(file) {
    await this.#writing;
    if (!file || file.version === this.#now.version) {
      if (file) this.#learn({ state: file.state });
      return;
    }
    const now = await this.#workshop.look().catch(() => null);
    if (!now || now.version === this.#now.version) return;
    if (this.#isUnsaved && this.#draft.differsFrom(now.text)) {
      this.#showConflict(now);
      return;
    }
    this.#learn(now);
    this.#fillEditor();
    this.#say("The file was saved in another editor.");
  }

  #learn(news) {
    this.#now = { ...this.#now, ...news };
    this.#update();
  }

  #showConflict(now) {
    const { conflict } = this.#parts;
    const choose = (words, act) => h("button", { type: "button", class: "ev-button", onclick: () => {
      conflict.replaceChildren();
      act();
      // The button that was pressed is gone.
      this.#editor?.focus();
    } }, words);
    conflict.replaceChildren(
      h("p", {}, h("b", {}, "The file was changed in another editor"), " while you were typing here."),
      h("div", { class: "ev-exercise-tools" },
        choose("Take that file, and drop what I typed", () => {
          this.#learn(now);
          this.#fillEditor();
        }),
        choose("Write what I typed over it", () => {
          this.#now = { ...this.#now, version: now.version, text: now.text };
          this.#save();
        })));
  }

  async #toggleEditor() {
    if (this.#editor) {
      if (!(await this.#save())) return;
      this.#editor = null;
      this.#draft.drop();
      this.#parts.place.replaceChildren();
      this.#update();
      this.#parts.edit.focus();
      return;
    }
    await this.#openEditor();
    this.#editor.focus();
  }

  async #openEditor() {
    const { Editor } = await import("../code/editor.js");
    if (this.#editor) return;
    const text = this.#draft.text ?? this.#now.text ?? "";
    this.#editor = new Editor("rust", text, (typed) => {
      this.#draft.keep(typed, this.#now.version);
      this.#update();
    }, () => this.#toggleEditor());
    this.#parts.place.replaceChildren(this.#editor.element);
    this.#update();
  }

  /** What was typed is dropped: the file is as the learner wants it. */
  #fillEditor() {
    this.#draft.drop();
    if (this.#editor) this.#editor.text = this.#now.text ?? "";
    this.#update();
  }

  /** Learns what comes of it, before the news of it can be taken for those of another editor. */
  #write(asked, more = {}) {
    const written = asked.then((answer) => {
      this.#learn({ ...answer, ...more });
      return answer;
    });
    this.#writing = written.catch(() => null);
    return written;
  }

  /** Whether the file on the disk is what is typed here. */
  async #save() {
    if (!this.#isUnsaved) return true;
    const { text } = this.#draft;
    try {
      await this.#write(this.#workshop.save(text, this.#now.version), { text });
      this.#parts.conflict.replaceChildren();
      // More may have been typed meanwhile.
      if (this.#isUnsaved) this.#draft.keep(this.#draft.text, this.#now.version);
      else this.#draft.drop();
      this.#update();
      this.#say("Saved.");
      return true;
    } catch (problem) {
      if (problem.status === 409) this.#showConflict({ ...this.#now, ...problem.answer });
      else this.#say(problem.message);
      return false;
    }
  }

  async #check() {
    if (this.#checking) {
      this.#checking.stop();
      return;
    }
    this.#checking = { stop() {} };
    if (!(await this.#save())) {
      this.#checking = null;
      return;
    }
    this.#verdict.hide();
    this.#say("Checking in every schedule …");
    const checking = this.#workshop.check((event) => this.#onEvent(event));
    if (this.#checking) this.#checking = checking;
    this.#update();
  }

  async #onEvent(event) {
    if (event.event === "preparing") this.#say(`${event.text} …`);
    if (event.event === "error") this.#say(event.text);
    if (event.event === "verdict") await this.#onVerdict(event);
    if (event.event !== "end") return;
    this.#checking = null;
    if (event.words) this.#say(event.words);
    this.#update();
  }

  async #onVerdict({ verdict, graphs }) {
    // The file may have been saved elsewhere since the page has last looked.
    const now = await this.#workshop.look().catch(() => this.#now);
    this.#learn(now);
    this.#verdict.show(verdict, graphs ?? [], now.text ?? "");
    this.#say(`Checked in ${duration(verdict.seconds)}: ${verdict.solved ? "solved" : "not solved yet"}.`);
  }

  async #reset() {
    const { reset } = this.#parts;
    if (!reset.dataset.asked) {
      reset.dataset.asked = "yes";
      reset.querySelector("span").textContent = "Really start anew";
      this.#say("What you have written is kept in a file beside it.");
      return;
    }
    delete reset.dataset.asked;
    reset.querySelector("span").textContent = "Start anew";
    try {
      const { kept } = await this.#write(this.#workshop.reset());
      this.#fillEditor();
      this.#verdict.hide();
      this.#say(kept ? `What you had written is in \`${kept}\`.` : "It is as it was at first.");
    } catch (problem) {
      this.#say(problem.message);
    }
  }

  #say(words) {
    this.#parts.status.replaceChildren(...withCode(words));
  }
}
