import { h, keepArrows, wantsCalm } from "../shared/dom.js";
import { colouredLines, rustBlock } from "../shared/program.js";
import { load, save } from "../shared/store.js";
import { EndView } from "./end-view.js";
import { isReached } from "./goal.js";
import { GoalView } from "./goal-view.js";
import { HistoryView } from "./history-view.js";
import { LanesView } from "./lanes-view.js";
import { OutcomesView } from "./outcomes-view.js";
import { Player } from "./player.js";
import { ProgramView } from "./program-view.js";
import { Replay } from "./replay.js";
import { SharedSchedule } from "./shared-schedule.js";
import { whatHappened } from "./telling.js";
import { Threads } from "./threads.js";
import { ToolsView } from "./tools-view.js";
import { ValuesView } from "./values-view.js";
import { standingWords } from "./words.js";

/** A click on one of these means it. A click beside them makes the keys work. */
const PRESSABLE = "button, a, input, label, pre, [tabindex='-1']:not(schedule-explorer)";

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
  #lanes;
  /** The parts that show the moment, and nothing else. */
  #views;
  #tools;
  #goal;
  #end;
  #outcomes;
  #shared;
  #status;
  #found = new Set();
  #isSettling = true;
  /** Whether it plays by itself. Nothing of that is the reader's doing. */
  #isShowing = false;

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
    this.#makeParts();
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

  #makeParts() {
    const player = this.#player;
    this.#status = h("p", { class: "ev-heard", role: "status" });
    this.#shared = new SharedSchedule(this.listing, player, (words) => this.#say(words));
    this.#goal = new GoalView(this);
    this.#end = new EndView(player, () => this.#again());
    this.#outcomes = new OutcomesView(player, (outcome) => this.play(outcome));
    this.#tools = new ToolsView(player, this.#shared.button, {
      undo: () => this.#undo(),
      restart: () => this.#restart(),
      play: () => this.#togglePlay(),
      settle: (isWanted) => this.#setSettling(isWanted),
    });
  }

  #build(lines) {
    const player = this.#player;
    const threads = this.#threads;
    this.#lanes = new LanesView(player, threads, (index) => this.#take(index));
    this.#views = [
      this.#lanes, new ProgramView(player, threads, lines),
      new HistoryView(player, threads, (position) => this.#goTo(position)),
      new ValuesView(player, threads),
    ];
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Explorer: be the scheduler of ${this.listing || "this program"}`);
    this.tabIndex = -1;
    this.classList.add("ev-live");
    this.style.setProperty("--lanes", threads.count);
    this.classList.toggle("ev-many", threads.count > 4);
    this.classList.toggle("ev-few", threads.count < 3);
    this.classList.toggle("ev-crowded", threads.count > 3);
    this.replaceChildren(
      this.#head(), this.#tools.element,
      h("div", { class: "ev-body" }, this.#views.map((view) => view.element)),
      this.#end.element, this.#outcomes.element, this.#keys(), this.#status,
    );
    keepArrows(this);
    this.onkeydown = (event) => this.#onKey(event);
    this.onpointerdown = (event) => {
      if (!event.target.closest(PRESSABLE)) this.focus({ preventScroll: true });
    };
  }

  #head() {
    return h("div", { class: "ev-head" },
      h("p", { class: "ev-title" }, h("b", {}, "You are the scheduler."), " Who goes next?"),
      this.#goal.element);
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

  /** Whatever the reader does here ends what plays by itself. */
  #takeOver() {
    this.#isShowing = false;
    if (this.hasAttribute("plays")) save(this.#usedKey, true);
  }

  #letGo(thread) {
    const name = this.#threads.name(thread);
    const standing = this.#player.standing(thread);
    if (standing.choices.length === 1) this.#take(standing.choices[0].index);
    else if (standing.choices.length > 1) {
      this.#lanes.focus(thread);
      this.#say(`${name} can go on in ${standing.choices.length} ways. Choose one.`);
    } else {
      this.#lanes.refuse(thread);
      this.#say(`${name} cannot go: ${standingWords(this.#player, standing)}.`);
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

  /** The button that was pressed is gone: the focus goes to who can begin. */
  #again() {
    this.#restart();
    const first = this.#player.choices()[0];
    if (first) this.#lanes.focus(first.thread);
  }

  #update({ isSilent = false } = {}) {
    const hadFocus = this.contains(document.activeElement);
    this.#updateViews();
    if (hadFocus) this.#keepFocus();
    if (isSilent || this.#isShowing) return;
    this.#say(whatHappened(this.#player, this.#isAtGoal));
    if (!this.#replay.isPlaying) this.#shared.update();
  }

  /** What had the focus may be gone: the keys must go on working. */
  #keepFocus() {
    const { activeElement } = document;
    if (!this.contains(activeElement) || !activeElement.checkVisibility()) this.focus({ preventScroll: true });
  }

  #updateViews() {
    const { isPlaying } = this.#replay;
    for (const view of this.#views) view.update();
    this.classList.toggle("ev-playing", isPlaying);
    this.#tools.update(isPlaying);
    this.#noteEnd();
    this.#end.update({ isGoal: this.#isAtGoal, isShowing: this.#isShowing });
    this.#outcomes.update(this.#found);
  }

  /** Whether the reader has come to an end that was asked for. */
  get #isAtGoal() {
    const { outcome, graph } = this.#player;
    return outcome >= 0 && !this.#isShowing && this.#goal.isReachedBy(graph.outcomes[outcome]);
  }

  /** Notes the end that was reached, if one was. */
  #noteEnd() {
    const { outcome: number, graph: { outcomes } } = this.#player;
    if (number >= 0) {
      if (!this.#isShowing) this.#found.add(number);
      this.dispatchEvent(new CustomEvent("outcome-reached", { detail: number, bubbles: true }));
    }
    this.#goal.update([...this.#found].map((found) => outcomes[found]));
  }

  #say(words) {
    this.#status.textContent = words;
  }

  /** Whether the address has a schedule for this program. */
  #openSharedSchedule() {
    const schedule = this.#shared.wanted;
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
