// Beside a recorded chart: the same on the reader's own machine, where the course is served.

import { h, icon } from "../shared/dom.js";
import { runner } from "../runner/runner.js";

const CHARTS = 'main figure > svg[aria-labelledby^="cost-"]';

/** Puts a button below each recorded chart. */
export async function offerToMeasure() {
  const server = await runner();
  if (!server.follow) return;
  for (const chart of document.querySelectorAll(CHARTS)) {
    const [, group] = /^cost-(.+)-title /.exec(chart.getAttribute("aria-labelledby")) ?? [];
    if (group) new Measurement(server, group, chart.closest("figure"));
  }
}

class Measurement {
  #server;
  #group;
  #running = null;
  #status = h("span", { role: "status" });
  #chart = h("figure", { class: "ev-measured", hidden: true });
  #button;

  constructor(server, group, recorded) {
    this.#server = server;
    this.#group = group;
    this.#button = h("button", { type: "button", class: "ev-button", onclick: () => this.#toggle() });
    this.#draw();
    recorded.after(
      h("div", { class: "ev-measure" }, this.#button, this.#status), this.#chart);
  }

  #draw() {
    this.#button.replaceChildren(icon(this.#running ? "stop" : "clock"),
      h("span", {}, this.#running ? "Stop" : "Measure on this computer"));
  }

  #toggle() {
    if (this.#running) {
      this.#running.stop();
      return;
    }
    this.#say("Asking the server …");
    this.#running = this.#server.follow("measure", { group: this.#group }, (event) => this.#on(event));
    this.#draw();
  }

  #on(event) {
    switch (event.event) {
      case "queued": return this.#say("Other programs run first …");
      case "preparing": return this.#say(`${sentence(event.text)} …`);
      case "round": return this.#say(`Round ${event.round} of ${event.of} …`);
      case "measured": return this.#show(event);
      case "error": return this.#say(sentence(event.text));
      case "end": return this.#end(event);
      default: return undefined;
    }
  }

  #say(words) {
    this.#status.textContent = words;
  }

  #show({ svg, rounds, with_go: withGo }) {
    const go = withGo ? "" : " Go is not on this computer.";
    this.#chart.innerHTML = svg;
    this.#chart.append(h("figcaption", {},
      `The same on this computer, just now, in ${rounds} rounds.${go} Other programs that run meanwhile are measured too.`));
    this.#chart.hidden = false;
    this.#say("");
  }

  #end({ words }) {
    this.#running = null;
    this.#draw();
    if (words) this.#say(words);
  }
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
