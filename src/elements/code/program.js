// One program of a frame: its text as the chapter has it, and as the reader has changed it.

import { load, save } from "../shared/store.js";

export const NAMES = { go: "Go", rust: "Rust" };

export class Program {
  #listing;
  #original;
  /** As it stands in the listing's file; null as long as the chapter's part of it is all we have. */
  #whole = null;
  /** As the reader has changed it; null if it is not changed. */
  #edited;

  /** @param {HTMLElement} code the block in the chapter */
  constructor(listing, code) {
    this.#listing = listing;
    this.code = code;
    this.pre = code.parentElement;
    this.language = code.classList.contains("language-go") ? "go" : "rust";
    this.#original = code.cloneNode(true);
    const shown = this.#original.textContent;
    // mdBook leaves out the end of the last line.
    const text = shown.endsWith("\n") ? shown : `${shown}\n`;
    // Of a Rust program the chapter has all, whatever of it is hidden.
    if (this.language === "rust" || /^package main$/m.test(text)) this.#whole = text;
    const edited = load(this.#key);
    this.#edited = edited === this.#whole ? null : edited;
  }

  get name() {
    return NAMES[this.language];
  }

  /** All of it, to be run: as the reader has changed it, or else as the listing has it. */
  get text() {
    return this.#edited ?? this.#whole;
  }

  /** Whether there is something missing, which the server has. */
  get isPart() {
    return this.text === null;
  }

  get isRefused() {
    return this.code.classList.contains("compile_fail");
  }

  get isEdited() {
    return this.#edited !== null;
  }

  /** Now all of it is known. */
  complete(text) {
    this.#whole = text;
  }

  change(text) {
    this.#edited = text === this.#whole ? null : text;
    save(this.#key, this.#edited);
  }

  reset() {
    this.#edited = null;
    save(this.#key, null);
  }

  /** The block as the chapter has it, with its colours and hidden lines. */
  originalNodes() {
    return [...this.#original.cloneNode(true).childNodes];
  }

  get #key() {
    return `edit.${this.#listing}.${this.language}`;
  }
}
