// What can be done beside letting threads go: undo, restart, play.

import { h, icon } from "../shared/dom.js";

export class ToolsView {
  #player;
  #undo;
  #restart;
  #play;
  #playWords = h("span");
  #count = h("span", { class: "ev-quiet ev-steps-count" });

  /**
   * @param {Element} link is among the tools
   * @param {{ undo(), restart(), play(), settle(isWanted: boolean) }} acts what the tools do
   */
  constructor(player, link, acts) {
    this.#player = player;
    this.#undo = tool("undo", "Undo", "u", acts.undo);
    this.#restart = tool("restart", "Restart", "r", acts.restart);
    this.#play = tool("play", this.#playWords, "p", acts.play);
    const isSettling = h("input", {
      type: "checkbox", checked: true, onchange: (event) => acts.settle(event.target.checked),
    });
    this.element = h("div", { class: "ev-tools" },
      this.#undo, this.#restart, this.#play, link, this.#count,
      h("label", { class: "ev-check" }, isSettling,
        `${player.threadName(0)} goes on by itself when it alone can`));
  }

  update(isPlaying) {
    const { canUndo, canRedo } = this.#player;
    this.#undo.setAttribute("aria-disabled", String(!canUndo));
    this.#restart.setAttribute("aria-disabled", String(!canUndo && !canRedo));
    this.#play.querySelector("svg").replaceWith(icon(isPlaying ? "pause" : "play"));
    this.#playWords.textContent = isPlaying ? "Pause" : this.#wayOn();
    this.#count.textContent = canUndo ? this.#counted() : "";
  }

  #wayOn() {
    return this.#player.canRedo && this.#player.outcome < 0 ? "Play on" : "Play at random";
  }

  #counted() {
    const switches = this.#player.switches();
    return `${this.#player.position} steps, ${switches} ${switches === 1 ? "switch" : "switches"}`;
  }
}

function tool(name, words, key, onclick) {
  return h("button", {
    type: "button", class: `ev-button ev-${name}`, "aria-keyshortcuts": key, onclick,
  }, icon(name), words, h("kbd", { "aria-hidden": "true" }, key));
}
