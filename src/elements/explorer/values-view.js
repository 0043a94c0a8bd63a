// What is shared, what it holds, and what just changed.

import { h, icon } from "../shared/dom.js";

const STREAMS = { stdout: "printed", stderr: "on stderr" };

export class ValuesView {
  #player;
  #threads;
  #body = h("tbody");

  constructor(player, threads) {
    this.#player = player;
    this.#threads = threads;
    this.element = h("table", { class: "ev-values" },
      h("caption", {}, "What they share"),
      h("thead", { class: "ev-heard" },
        h("tr", {}, ["Name", "Value", "Before"].map((name) => h("th", { scope: "col" }, name)))),
      this.#body);
  }

  update() {
    const changes = this.#freshChanges();
    const { objects } = this.#player.graph;
    const shown = [...objects.keys()].filter((object) => this.#isShown(object));
    // What is printed stands last: it is what everything leads to.
    const isStream = (object) => objects[object][1] in STREAMS;
    shown.sort((a, b) => isStream(a) - isStream(b));
    this.#body.replaceChildren(...shown.map((object) => this.#row(object, changes.get(object))));
  }

  #isShown(object) {
    const [, kind] = this.#player.graph.objects[object];
    const value = this.#player.values.get(object);
    if (kind === "stderr") return value !== undefined && value !== '""';
    return kind !== "";
  }

  /** What changed in the last step that was chosen, and in those that followed by themselves. */
  #freshChanges() {
    const fresh = new Map();
    for (const step of this.#player.taken.toReversed()) {
      for (const { object, from, to } of step.changes) {
        const later = fresh.get(object);
        if (from !== undefined && from !== to) {
          fresh.set(object, { from, by: later?.by ?? step.thread });
        }
      }
      if (!step.isAutomatic) break;
    }
    return fresh;
  }

  #row(object, change) {
    const [, kind] = this.#player.graph.objects[object];
    const name = this.#player.objectName(object);
    const value = this.#player.values.get(object);
    const isStream = kind in STREAMS;
    const label = isStream ? STREAMS[kind] : [h("code", {}, name), !name.startsWith(kind) && [" ", h("small", {}, kind)]];
    return h("tr", { class: change ? "ev-changed" : "" },
      h("th", { scope: "row" }, label),
      h("td", {}, isStream ? this.#printed(value) : this.#value(value)),
      h("td", { class: "ev-before" }, change && !isStream && this.#before(change)));
  }

  #printed(value) {
    const text = value === undefined ? "" : JSON.parse(value);
    return text === "" ? quiet("nothing yet") : h("code", { class: "ev-printed" }, text.trimEnd());
  }

  #value(value) {
    if (value === undefined) return quiet("not made yet");
    if (value === "") return quiet("empty");
    const { rest, holder } = this.#held(value);
    if (holder < 0) return h("code", {}, value);
    return [rest && h("code", {}, rest), h("span", { class: "ev-held" },
      icon("lock"), "locked by ", this.#threads.chip(holder), " ", this.#threads.name(holder))];
  }

  /** A value such as `7, locked by ann`, taken apart. */
  #held(value) {
    const found = /^(.*?),? ?locked by (\S+)$/s.exec(value);
    const names = this.#threads.all.map((thread) => this.#threads.name(thread));
    return { rest: found?.[1], holder: found ? names.indexOf(found[2]) : -1 };
  }

  #before({ from, by }) {
    const { rest, holder } = this.#held(from);
    const was = holder < 0 ? from : rest;
    return [
      was && h("span", { class: "ev-was" }, "was ", h("code", {}, shortened(was)), " "),
      this.#threads.chip(by, { isAlone: true }),
    ];
  }
}

function quiet(text) {
  return h("span", { class: "ev-quiet" }, text);
}

function shortened(text) {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
