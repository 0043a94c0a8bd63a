// What a program does while it runs: what it prints, and how it ended.

import { duration, h, icon, withCode } from "../shared/dom.js";

/** A browser takes long to show more, and nobody reads it. */
const AT_MOST = 200_000;

export class OutputView {
  #task = "run";
  #place = "";
  #isRefused = false;
  #race = null;
  #streams = h("div", { class: "ev-streams", role: "log", "aria-label": "Output" });
  #status = h("p", { class: "ev-run-status", role: "status" });

  constructor() {
    this.element = h("div", { class: "ev-run", hidden: true }, this.#status, this.#streams);
  }

  /** Begins anew. @param {string} place where it runs, in words */
  begin(task, place) {
    this.#task = task;
    this.#place = place;
    this.#isRefused = false;
    this.#race = null;
    this.#streams.replaceChildren();
    this.element.hidden = false;
    this.#say("busy", { run: "Running …", race: "Looking for data races …", explore: "Exploring …" }[task]);
    this.#bringIntoView();
  }

  /** Tells why something is not done at all. */
  refuse(words) {
    this.#streams.replaceChildren();
    this.element.hidden = false;
    this.#say("note", ...withCode(words));
    this.#bringIntoView();
  }

  hide() {
    this.element.hidden = true;
  }

  /** Shows one event of a runner. */
  tell(event) {
    switch (event.event) {
      case "queued": return this.#say("busy", "Other programs are in front. It will be this one's turn.");
      case "preparing": return this.#say("busy", `${capital(event.text)} …`);
      case "start": return this.#say("busy", this.#task === "run" ? `Running ${this.#place} …` : "Running …");
      case "warnings": return this.#print("warnings", event.text);
      case "refused":
        this.#isRefused = true;
        return this.#print("refused", event.text);
      case "stdout": case "stderr": return this.#print(event.event, event.text);
      case "progress": return this.#say("busy", `Exploring … ${event.states} states so far`);
      case "race":
        this.#race = event;
        return this.#print(event.verdict === "found" ? "races" : "note", event.text);
      case "error": return this.#print("error", event.text);
      case "end": return this.#end(event);
      default: return undefined;
    }
  }

  #end({ status, seconds, words, stopped }) {
    const time = seconds > 0 ? ` in ${duration(seconds)}` : "";
    if (stopped) this.#say("note", words);
    else if (this.#isRefused) this.#say("bad", "It does not compile.");
    else if (words) this.#say("bad", words);
    else if (this.#race) this.#sayRace(this.#race);
    else if (status !== 0) this.#say("bad", `It ended with exit status ${status}${time}.`);
    else if (this.#isEmpty()) this.#say("good", `It ended${time} and printed nothing.`);
    else this.#say("good", `It ran ${this.#place}${time}.`);
    this.#bringIntoView();
  }

  #sayRace({ verdict, found }) {
    if (verdict === "found") {
      this.#say("bad", found > 1 ? `${found} data races were found.` : "A data race was found.");
    } else if (verdict === "not_found") this.#say("good", "No data race was found.");
    else this.#say("note", "No verdict.");
  }

  #isEmpty() {
    return this.#streams.childElementCount === 0;
  }

  #say(tone, ...words) {
    const symbol = { good: "tick", bad: "cross", note: "flag" }[tone];
    this.#status.dataset.tone = tone;
    this.#status.replaceChildren(
      symbol ? icon(symbol) : h("span", { class: "ev-spinner", "aria-hidden": "true" }),
      h("span", {}, words));
  }

  #print(stream, text) {
    const names = {
      stdout: "It prints", stderr: "Standard error", warnings: "The compiler warns",
      refused: "The compiler says", races: "The race detector", note: "", error: "",
    };
    const last = this.#streams.lastElementChild;
    const isSame = last?.dataset.stream === stream;
    const block = isSame ? last : h("div", { class: "ev-stream", "data-stream": stream },
      names[stream] && h("span", { class: "ev-eyebrow" }, names[stream]),
      h("pre", { tabindex: "0" }));
    if (!isSame) this.#streams.append(block);
    const pre = block.querySelector("pre");
    const room = AT_MOST - pre.textContent.length;
    // A panic begins with an empty line, to be told from what was printed before it.
    const shown = isSame || stream !== "stderr" ? text : text.replace(/^\n/, "");
    if (room > 0) pre.append(shown.slice(0, room));
    if (!isSame) this.#bringIntoView();
  }

  #bringIntoView() {
    this.element.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
