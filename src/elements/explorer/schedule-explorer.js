import { h, heard, icon, keepArrows, wantsCalm } from "../shared/dom.js";
import { colouredLines, rustBlock } from "../shared/program.js";
import { load, save } from "../shared/store.js";
import { scheduleIn, withSchedule } from "./address.js";
import { isReached } from "./goal.js";
import { HistoryView } from "./history-view.js";
import { LanesView } from "./lanes-view.js";
import { OutcomesView } from "./outcomes-view.js";
import { Player } from "./player.js";
import { ProgramView } from "./program-view.js";
import { Replay } from "./replay.js";
import { Threads } from "./threads.js";
import { ValuesView } from "./values-view.js";
import { listed, outcomeSentence, stepWords, standingWords, troubleWords } from "./words.js";

/**
 * The reader is the scheduler of a program.
 *
 * In a chapter its graph is inside, as JSON in a `script`, and its program is the Rust block of
 * the `course-code` of the same name. Without either it stays the table that it is without
 * JavaScript. Other elements call `show` instead.
 *
 * @attr listing the listing's name
 * @attr goal what the reader is asked to do
 * @attr reach the outcome that fulfils it: `deadlock`, `panic`, `livelock`, `fails`, `prints TEXT`
 * @attr plays the outcome to which it plays by itself, until the reader has done something here
 * @fires outcome-reached whenever the program has come to an end; `detail` is its number
 */
export class ScheduleExplorer extends HTMLElement {
  #player = null;
  #threads;
  #replay;
  #views;
  #outcomes;
  #found = new Set();
  #isSettling = true;
  /** Whether it plays by itself. Nothing of that is the reader's doing. */
  #isShowing = false;
  #parts = {};

  connectedCallback() {
    if (this.#player) return;
    const data = this.querySelector('script[type="application/json"]');
    const block = rustBlock(this, this.listing);
    if (!data || !block) return;
    this.show(JSON.parse(data.textContent), colouredLines(block));
    if (!this.#openSharedSchedule()) this.#showItself();
  }

  disconnectedCallback() {
    this.#replay?.stop();
  }

  get listing() {
    return this.getAttribute("listing") ?? "";
  }

  /**
   * Shows a program's graph, and the lines of its text as `colouredLines` gives them.
   * @param {number[] | null} schedule is laid out, to be played
   */
  show(graph, lines, schedule = null) {
    this.#replay?.stop();
    this.#player = new Player(graph);
    this.#threads = new Threads(this.#player);
    this.#replay = new Replay(this.#player, () => this.#update());
    this.#found = new Set();
    this.#build(lines);
    if (schedule) this.#player.lay(schedule);
    else this.#settle();
    this.#update({ isSilent: true });
  }

  /** Plays the shortest way to an outcome. */
  play(outcome) {
    this.#isShowing = false;
    this.#player.lay(this.#player.scheduleTo(outcome));
    this.#startReplay();
  }

  #build(lines) {
    const player = this.#player;
    const threads = this.#threads;
    const lanes = new LanesView(player, threads, (index) => this.#take(index));
    const program = new ProgramView(player, threads, lines);
    const history = new HistoryView(player, threads, (position) => this.#goTo(position));
    const values = new ValuesView(player, threads);
    this.#views = { lanes, program, history, values };
    this.#outcomes = new OutcomesView(player, (outcome) => this.play(outcome));
    this.#parts = {
      end: h("div", { class: "ev-end", hidden: true }),
      status: h("p", { class: "ev-heard", role: "status" }),
      goal: h("p", { class: "ev-goal" }),
      count: h("span", { class: "ev-quiet ev-steps-count" }),
      ...this.#buttons(),
    };
    const { end, status } = this.#parts;
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Explorer: be the scheduler of ${this.listing || "this program"}`);
    this.tabIndex = -1;
    this.classList.add("ev-live");
    this.style.setProperty("--lanes", threads.count);
    this.classList.toggle("ev-many", threads.count > 4);
    this.classList.toggle("ev-few", threads.count < 3);
    this.classList.toggle("ev-crowded", threads.count > 3);
    this.replaceChildren(
      this.#head(), this.#tools(),
      h("div", { class: "ev-body" },
        lanes.element, program.element, history.element, values.element),
      end, this.#outcomes.element, this.#keys(), status,
    );
    keepArrows(this);
    this.onkeydown = (event) => this.#onKey(event);
    // A click beside the buttons makes the keys work.
    this.onpointerdown = (event) => {
      if (!event.target.closest("button, a, input, label, pre, [tabindex='-1']:not(schedule-explorer)")) {
        this.focus({ preventScroll: true });
      }
    };
  }

  #head() {
    const goal = this.getAttribute("goal");
    this.#parts.goal.hidden = !goal;
    return h("div", { class: "ev-head" },
      h("p", { class: "ev-title" }, h("b", {}, "You are the scheduler."), " Who goes next?"),
      this.#parts.goal);
  }

  #buttons() {
    const button = (name, words, key, onclick) => h("button", {
      type: "button", class: `ev-button ev-${name}`, "aria-keyshortcuts": key, onclick,
    }, icon(name), words, h("kbd", { "aria-hidden": "true" }, key));
    return {
      undo: button("undo", "Undo", "u", () => this.#undo()),
      restart: button("restart", "Restart", "r", () => this.#restart()),
      play: button("play", h("span", {}, "Play"), "p", () => this.#togglePlay()),
      // What is no listing is on no other page.
      link: h("button", {
        type: "button", class: "ev-button ev-plain", hidden: !this.listing, onclick: () => this.#copyLink(),
      }, icon("link"), h("span", {}, "Copy link")),
    };
  }

  #tools() {
    const { undo, restart, play, link, count } = this.#parts;
    const isSettling = h("input", {
      type: "checkbox", checked: true,
      onchange: (event) => this.#setSettling(event.target.checked),
    });
    return h("div", { class: "ev-tools" }, undo, restart, play, link, count,
      h("label", { class: "ev-check" }, isSettling,
        `${this.#threads.name(0)} goes on by itself when it alone can`));
  }

  #keys() {
    const keys = this.#threads.all.map((thread) => [h("kbd", {}, this.#threads.sign(thread)), " "]);
    return h("p", { class: "ev-keys" }, "Keys, once you are in here: ", keys, "let a thread go, ",
      h("kbd", {}, "u"), " undo, ", h("kbd", {}, "r"), " restart, ", h("kbd", {}, "p"), " play");
  }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.key) return;
    if (event.target.closest("input[type=text], textarea")) return;
    if (!this.#obey(event.key.toLowerCase())) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #obey(key) {
    const thread = this.#threads.withKey(key);
    if (key === "u") this.#undo();
    else if (key === "r") this.#restart();
    else if (key === "p") this.#togglePlay();
    else if (thread >= 0) this.#letGo(thread);
    else return false;
    return true;
  }

  /**
   * On a page that is to arouse interest. Who wants nothing to move, or has
   * begun to read, is left alone.
   */
  #showItself() {
    const plays = this.getAttribute("plays");
    if (!plays || wantsCalm() || load(this.#usedKey) || load("place")) return;
    const outcome = this.#player.graph.outcomes.findIndex((end) => isReached(plays, end));
    if (outcome < 0) return;
    this.#isShowing = true;
    this.#player.lay(this.#player.scheduleTo(outcome));
    this.#replay.start();
  }

  get #usedKey() {
    return `used.${this.listing}`;
  }

  #takeOver() {
    this.#isShowing = false;
    if (this.hasAttribute("plays")) save(this.#usedKey, true);
  }

  #letGo(thread) {
    const standing = this.#player.standing(thread);
    if (standing.choices.length === 1) this.#take(standing.choices[0].index);
    else if (standing.choices.length > 1) {
      this.#views.lanes.focus(thread);
      this.#say(`${this.#threads.name(thread)} can go on in ${standing.choices.length} ways. Choose one.`);
    } else {
      this.#views.lanes.refuse(thread);
      this.#say(`${this.#threads.name(thread)} cannot go: ${standingWords(this.#player, standing)}.`);
    }
  }

  #take(index) {
    this.#takeOver();
    this.#replay.stop();
    if (!this.#player.take(index)) {
      this.#say("What comes of this step was not explored.");
      return;
    }
    this.#settle();
    this.#update();
  }

  #undo() {
    this.#takeOver();
    this.#replay.stop();
    this.#player.undo();
    this.#update();
  }

  #restart() {
    this.#takeOver();
    this.#replay.stop();
    this.#player.restart();
    this.#settle();
    this.#update();
  }

  #goTo(position) {
    this.#takeOver();
    this.#replay.stop();
    this.#player.goTo(position);
    this.#update();
  }

  #togglePlay() {
    this.#takeOver();
    if (this.#replay.isPlaying) {
      this.#replay.stop();
      this.#update();
    } else {
      if (this.#player.outcome >= 0) this.#player.restart();
      this.#startReplay();
    }
  }

  #startReplay() {
    if (wantsCalm()) this.#replay.hurry();
    else this.#replay.start();
    this.#update();
  }

  #settle() {
    if (this.#isSettling) this.#player.settle();
  }

  #setSettling(isSettling) {
    this.#isSettling = isSettling;
    this.#settle();
    this.#update();
  }

  #update({ isSilent = false } = {}) {
    for (const view of Object.values(this.#views)) view.update();
    this.#updateTools();
    this.#updateEnd();
    this.#updateGoal();
    this.#outcomes.update(this.#found);
    if (isSilent || this.#isShowing) return;
    this.#say(this.#whatHappened());
    this.#shareSchedule();
  }

  #updateTools() {
    const player = this.#player;
    const { undo, restart, play, count } = this.#parts;
    undo.setAttribute("aria-disabled", String(!player.canUndo));
    restart.setAttribute("aria-disabled", String(!player.canUndo && !player.canRedo));
    this.classList.toggle("ev-playing", this.#replay.isPlaying);
    play.querySelector("svg").replaceWith(icon(this.#replay.isPlaying ? "pause" : "play"));
    play.querySelector("span").textContent = this.#playWords();
    const switches = player.switches();
    count.textContent = player.canUndo
      ? `${player.position} steps, ${switches} ${switches === 1 ? "switch" : "switches"}` : "";
  }

  #playWords() {
    if (this.#replay.isPlaying) return "Pause";
    return this.#player.canRedo && this.#player.outcome < 0 ? "Play on" : "Play at random";
  }

  #updateEnd() {
    const { end } = this.#parts;
    const number = this.#player.outcome;
    end.hidden = number < 0;
    if (number < 0) return;
    const outcome = this.#player.graph.outcomes[number];
    const isGoal = !this.#isShowing && this.#isGoal(outcome);
    if (!this.#isShowing) this.#found.add(number);
    end.className = `ev-end ${isGoal ? "ev-reached" : outcome.fails ? "ev-fails" : ""}`;
    end.replaceChildren(
      icon(isGoal || !outcome.fails ? "tick" : "cross"),
      h("div", {},
        h("b", {}, isGoal ? "You have done it. " : ""), outcomeSentence(outcome),
        troubleWords(this.#player, outcome).map((trouble) => h("small", {}, trouble))),
      h("button", { type: "button", class: "ev-button", onclick: () => this.#again() },
        this.#isShowing ? "Now you" : "Try another order"));
    this.dispatchEvent(new CustomEvent("outcome-reached", { detail: number, bubbles: true }));
  }

  /** The button that was pressed is gone: the focus goes to who can begin. */
  #again() {
    this.#restart();
    const first = this.#player.choices()[0];
    if (first) this.#views.lanes.focus(first.thread);
  }

  #isGoal(outcome) {
    const reach = this.getAttribute("reach");
    return reach !== null && isReached(reach, outcome);
  }

  #updateGoal() {
    const goal = this.getAttribute("goal");
    if (!goal) return;
    const { outcomes } = this.#player.graph;
    const key = `goal.${this.listing}`;
    const isNew = [...this.#found].some((number) => this.#isGoal(outcomes[number]));
    if (isNew && !load(key)) save(key, { at: Date.now() });
    const isDone = isNew || Boolean(load(key));
    const part = this.#parts.goal;
    if (part.dataset.done === String(isDone)) return;
    part.dataset.done = String(isDone);
    part.replaceChildren(icon(isDone ? "tick" : "flag"), h("span", {}, goal),
      heard(isDone ? " (done)" : ""));
  }

  #whatHappened() {
    const { taken, outcome } = this.#player;
    // The step that was chosen, and those that followed by themselves.
    const from = taken.findLastIndex((step) => !step.isAutomatic);
    const told = from < 0 ? [] : taken.slice(from).map((step) => this.#told(step));
    if (outcome < 0) return [told.length > 0 ? told.join(" ") : "At the start.", this.#whoCanGo()].join(" ");
    const end = this.#player.graph.outcomes[outcome];
    const reached = this.#isGoal(end) ? ["You have done it."] : [];
    return [...told, "The end.", outcomeSentence(end), ...reached].join(" ");
  }

  #told(step) {
    return `${this.#threads.name(step.thread)}: ${stepWords(this.#player, step)}.`;
  }

  #whoCanGo() {
    const able = new Set(this.#player.choices().map((choice) => this.#threads.name(choice.thread)));
    return `Can go: ${listed([...able])}.`;
  }

  #say(words) {
    this.#parts.status.textContent = words;
  }

  #shareSchedule() {
    if (!this.listing || this.#replay.isPlaying) return;
    const indices = this.#player.canUndo ? this.#player.taken.map((step) => step.index) : [];
    const href = withSchedule(location.href, this.listing, indices);
    if (href !== location.href) history.replaceState(history.state, "", href);
  }

  async #copyLink() {
    const indices = this.#player.taken.map((step) => step.index);
    const href = withSchedule(location.href, this.listing, indices);
    const words = this.#parts.link.querySelector("span");
    try {
      await navigator.clipboard.writeText(href);
      words.textContent = "Copied";
      this.#say("The link to this schedule was copied.");
    } catch {
      words.textContent = "It is in the address";
      this.#say("The link could not be copied; it is in the page's address.");
    }
    setTimeout(() => { words.textContent = "Copy link"; }, 2500);
  }

  /** Whether the address has a schedule for this program. */
  #openSharedSchedule() {
    const schedule = scheduleIn(location.href, this.listing);
    if (!schedule) return false;
    const fitting = this.#player.lay(schedule);
    this.#player.goTo(fitting);
    this.#update({ isSilent: true });
    for (let outer = this.closest("details"); outer; outer = outer.parentElement.closest("details")) {
      outer.open = true;
    }
    this.scrollIntoView({ block: "start", behavior: "instant" });
    this.focus({ preventScroll: true });
    if (fitting < schedule.length) {
      this.#say("The program has changed since this link was made; it is followed as far as it fits.");
    }
    return true;
  }
}

customElements.define("schedule-explorer", ScheduleExplorer);
