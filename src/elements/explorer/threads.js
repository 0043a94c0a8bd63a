// How threads look: each has a colour and a sign, wherever it is shown.

import { h } from "../shared/dom.js";
import { threadSigns } from "./words.js";

const COLOURS = ["a", "b", "c", "d"];

export class Threads {
  #player;
  #signs;

  constructor(player) {
    this.#player = player;
    this.#signs = threadSigns(player.graph.threads.map(([name]) => name));
  }

  get count() {
    return this.#signs.length;
  }

  /** All threads, by their numbers. */
  get all() {
    return [...this.#signs.keys()];
  }

  name(thread) {
    return this.#player.threadName(thread);
  }

  sign(thread) {
    return this.#signs[thread];
  }

  /** The thread whose key this is, or -1. */
  withKey(key) {
    return this.#signs.indexOf(key.toLowerCase());
  }

  /** A style in which `--thread` is the thread's colour. */
  style(thread) {
    const colour = thread === 0 ? "main" : COLOURS[(thread - 1) % COLOURS.length];
    return `--thread: var(--ev-${colour})`;
  }

  /** The sign on its colour. Its name is heard if it stands alone. */
  chip(thread, { isWaiting = false, isAlone = false } = {}) {
    return h("span", {
      class: isWaiting ? "ev-chip ev-chip-waiting" : "ev-chip",
      style: this.style(thread),
      title: this.name(thread),
      role: isAlone ? "img" : null,
      "aria-label": isAlone ? this.name(thread) : null,
      "aria-hidden": isAlone ? null : "true",
    }, this.sign(thread).toUpperCase());
  }
}
