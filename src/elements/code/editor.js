// An editor for a program of some forty lines: what is typed is coloured, and no key is a trap.

import { h } from "../shared/dom.js";

export class Editor {
  #area;
  #colours = h("code", { class: "hljs" });
  #language;

  /**
   * @param {"rust" | "go"} language
   * @param {(text: string) => void} changed is called with every change
   * @param {() => void} leave is called when the reader wants to be done
   */
  constructor(language, text, changed, leave) {
    this.#language = language;
    this.#area = h("textarea", {
      class: "ev-editor-text", spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off",
      "aria-label": "Edit the program. Escape leaves the editor, Control and Enter runs the program.",
      oninput: () => { this.#draw(); changed(this.#area.value); },
      onkeydown: (event) => this.#onKey(event, leave),
    });
    this.text = text;
    const colours = h("pre", { class: "ev-editor-colours", "aria-hidden": "true" }, this.#colours);
    this.element = h("div", { class: "ev-editor" }, colours, this.#area);
  }

  /** Puts another text into it. */
  set text(text) {
    this.#area.value = text;
    this.#area.setSelectionRange(0, 0);
    this.#draw();
  }

  focus() {
    this.#area.focus({ preventScroll: true });
  }

  #draw() {
    const text = this.#area.value;
    // A last line without letters would have no height.
    this.#colours.innerHTML = `${coloured(this.#language, text)}\n `;
    this.#area.rows = text.split("\n").length + 1;
  }

  #onKey(event, leave) {
    if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#insert(`\n${this.#indentation()}`);
    }
  }

  /** That of the line in which the cursor stands, and one level more behind an open bracket. */
  #indentation() {
    const before = this.#area.value.slice(0, this.#area.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    const level = this.#language === "go" ? "\t" : "    ";
    return /^\s*/.exec(line)[0] + (/[{([]\s*$/.test(line) ? level : "");
  }

  /** Types text, so that the browser can undo it. */
  #insert(text) {
    if (!document.execCommand("insertText", false, text)) {
      this.#area.setRangeText(text, this.#area.selectionStart, this.#area.selectionEnd, "end");
      this.#area.dispatchEvent(new Event("input"));
    }
  }
}

/** The program as HTML with highlight.js's colours; without it, as plain text. */
export function coloured(language, text) {
  const { hljs } = globalThis;
  if (hljs) return hljs.highlight(language, text, true).value;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
