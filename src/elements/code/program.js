// One program of a frame: its text as the chapter has it, and as the reader has changed it.

import { load, save } from "../shared/store.js";

export const NAMES = { go: "Go", rust: "Rust" };

export class Program {
  #listing;
  #original;

  /** @param {HTMLElement} code the block in the chapter */
  constructor(listing, code) {
    this.#listing = listing;
    this.code = code;
    this.pre = code.parentElement;
    this.language = code.classList.contains("language-go") ? "go" : "rust";
    this.#original = code.cloneNode(true);
    this.text = load(this.#key) ?? this.originalText;
  }

  get name() {
    return NAMES[this.language];
  }

  /** As it stands in the listing's file: mdBook leaves out the end of the last line. */
  get originalText() {
    const text = this.#original.textContent;
    return text.endsWith("\n") ? text : `${text}\n`;
  }

  /** Whether the chapter shows all of it, so that it can be run. */
  get isWhole() {
    return this.language === "rust" || /^package main$/m.test(this.originalText);
  }

  get isRefused() {
    return this.code.classList.contains("compile_fail");
  }

  get isEdited() {
    return this.text !== this.originalText;
  }

  change(text) {
    this.text = text;
    save(this.#key, this.isEdited ? text : null);
  }

  reset() {
    this.change(this.originalText);
  }

  /** The block as the chapter has it, with its colours and hidden lines. */
  originalNodes() {
    return [...this.#original.cloneNode(true).childNodes];
  }

  get #key() {
    return `edit.${this.#listing}.${this.language}`;
  }
}
