import { h, heard, icon } from "../shared/dom.js";
import { load } from "../shared/store.js";
import { exported, forgetAll, imported } from "./backup.js";
import { currentPage } from "./contents.js";
import { survey } from "./survey.js";
import { readKey } from "./track.js";

/**
 * What the reader has read, answered, reached and solved, page by page.
 *
 * Without JavaScript it is the text that is in it.
 */
export class CourseProgress extends HTMLElement {
  #pages = [];
  #summary = h("p", { class: "ev-progress-summary" });
  #bar = h("progress", { max: "1", value: "0", "aria-label": "Pages read" });
  #table = h("tbody");
  #status = h("p", { class: "ev-quiet", role: "status" });

  async connectedCallback() {
    if (this.#pages.length > 0) return;
    this.#status.textContent = "Looking through the pages …";
    this.replaceChildren(this.#bar, this.#summary, this.#status);
    this.classList.add("ev-live");
    // This page is not read, it is looked at.
    this.#pages = (await survey()).filter((page) => page.path !== currentPage()?.path);
    this.#status.textContent = "";
    this.replaceChildren(this.#bar, this.#summary, this.#buttons(), this.#status,
      h("table", { class: "ev-progress-table" },
        h("thead", {}, h("tr", {}, ["Page", "Minutes", "Questions", "Goals", "Exercises"]
          .map((name) => h("th", { scope: "col" }, name)))),
        this.#table));
    addEventListener("course-kept", () => this.#update());
    addEventListener("storage", () => this.#update());
    this.#update();
  }

  #buttons() {
    const file = h("input", { type: "file", accept: ".json", hidden: true, onchange: () => this.#import(file) });
    const button = (words, onclick) => h("button", { type: "button", class: "ev-button", onclick }, words);
    return h("div", { class: "ev-progress-tools" },
      button("Export", () => this.#export()), button("Import", () => file.click()), file,
      button("Clear …", () => this.#askToClear()));
  }

  #update() {
    const read = this.#pages.filter((page) => load(readKey(page.path)));
    const minutes = sum(this.#pages.filter((page) => !read.includes(page)).map((page) => page.minutes));
    this.#bar.max = this.#pages.length;
    this.#bar.value = read.length;
    const kinds = [
      [this.#count("questions", isAnswered), "questions answered"],
      [this.#count("goals", isThere), "goals reached in explorers"],
      [this.#count("exercises", isSolved), "exercises solved"],
    ].filter(([{ all }]) => all > 0);
    this.#summary.replaceChildren(
      h("b", {}, `${read.length} of ${this.#pages.length} pages read`),
      minutes > 0 && read.length > 0 ? `, about ${hours(minutes)} to go` : "",
      ...kinds.map(([{ done, all }, words]) => ` · ${done} of ${all} ${words}`));
    this.#table.replaceChildren(...this.#pages.map((page) => this.#row(page)));
  }

  #count(kind, isDone) {
    const keys = this.#pages.flatMap((page) => page[kind]);
    return { done: keys.filter(isDone).length, all: keys.length };
  }

  #row(page) {
    const isRead = load(readKey(page.path)) !== null;
    const cell = (keys, isDone) => h("td", {}, keys.length > 0
      && `${keys.filter(isDone).length} of ${keys.length}`);
    const level = page.title.split(" ")[0].split(".").filter(Boolean).length;
    return h("tr", { class: isRead ? "ev-is-read" : "" },
      h("th", { scope: "row", "data-level": level },
        h("span", { class: "ev-found" }, isRead && [icon("tick"), heard("read: ")]),
        h("a", { href: page.url }, page.title.replace(" (read)", ""))),
      h("td", {}, page.minutes > 0 && String(page.minutes)),
      cell(page.questions, isAnswered), cell(page.goals, isThere), cell(page.exercises, isSolved));
  }

  #export() {
    const file = new Blob([exported()], { type: "application/json" });
    const href = URL.createObjectURL(file);
    h("a", { href, download: "every-interleaving-progress.json" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
    this.#status.textContent = "The file is in your downloads.";
  }

  async #import(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    try {
      const count = imported(await file.text());
      this.#status.textContent = `${count} things were taken over from ${file.name}.`;
    } catch (problem) {
      this.#status.textContent = problem.message;
    }
  }

  #askToClear() {
    // mdBook lets no form be submitted, so the buttons close it themselves.
    const button = (words, more, act) => h("button", {
      type: "button", class: `ev-button ${more}`, onclick: () => { act(); dialog.close(); },
    }, words);
    const dialog = h("dialog", { class: "ev-dialog", onclose: () => dialog.remove() },
      h("p", {}, "Forget what you have read, answered, reached and edited in this browser? ",
        "Your files of the exercises stay as they are."),
      h("div", { class: "ev-progress-tools" },
        button("Keep it", "", () => {}), button("Forget all", "ev-danger", () => this.#clear())));
    this.append(dialog);
    dialog.showModal();
  }

  #clear() {
    forgetAll();
    this.#status.textContent = "All is forgotten.";
  }
}

const isThere = (key) => load(key) !== null;
const isAnswered = (key) => load(key)?.isRight === true;
const isSolved = (key) => load(key)?.isSolved === true;

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}

function hours(minutes) {
  return minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

customElements.define("course-progress", CourseProgress);
