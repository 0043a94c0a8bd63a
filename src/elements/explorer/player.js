// Walks through the graph of a program, as explorer/GRAPH.md describes it. It knows no page.

import { closesRound, livelockOf, roundFrom } from "./livelock.js";

/**
 * @typedef {object} Operation
 * @property {number} line from 1; 0 is outside of the program's text
 * @property {number} column from 1
 * @property {string} verb such as `store`
 * @property {number} object its number, or -1
 * @property {string} detail such as the value that is stored
 */

/**
 * @typedef {object} Choice one step that could be taken now
 * @property {number} index among the steps of the state
 * @property {number} thread
 * @property {number} way which of several ways; -1 if a deadline passes
 * @property {Operation} operation
 * @property {string} result what comes of it, or ""
 * @property {boolean} isKnown whether it was explored where it leads
 */

/**
 * @typedef {object} Step one step that was taken
 * @property {number} index among the steps of the state before it
 * @property {number} thread
 * @property {Operation} operation
 * @property {string} result
 * @property {{object: number, from: string | undefined, to: string}[]} changes
 * @property {boolean} isAutomatic whether it was taken because nothing else could be
 */

/**
 * @typedef {object} Standing what a thread is about
 * @property {"unborn" | "ready" | "held" | "blocked" | "ended" | "cut"} kind
 * `held`: it could go on, but the step that goes first makes no difference to it.
 * `cut`: the program has ended while the thread was at work.
 * @property {Choice[]} choices
 * @property {Operation | null} operation what it would do next
 * @property {string} why it is blocked
 * @property {number} object for which it waits, or -1
 * @property {number[]} threads for which it waits
 */

const OUTSIDE = { line: 0, column: 0, verb: "", object: -1, detail: "" };

export class Player {
  #graph;
  #moments;
  #steps = [];
  #position = 0;
  #livelock;

  /** @param {object} graph the parsed JSON */
  constructor(graph) {
    if (graph?.version !== 1) throw new Error(`a graph of version ${graph?.version} is unknown`);
    this.#graph = graph;
    this.#livelock = livelockOf(graph);
    const values = new Map(pairs(graph.values, 0, graph.strings));
    this.#moments = [{ state: 0, values, started: this.#alive(0, new Set([0])) }];
  }

  get graph() {
    return this.#graph;
  }

  /** How many steps were taken, without those that were undone. */
  get position() {
    return this.#position;
  }

  /** Every step, those that were undone at the end. @returns {Step[]} */
  get steps() {
    return this.#steps;
  }

  /** @returns {Step[]} */
  get taken() {
    return this.#steps.slice(0, this.#position);
  }

  /** What the objects show, by their numbers. @returns {Map<number, string>} */
  get values() {
    return this.#moment.values;
  }

  /** The number of the outcome that was reached, or -1. A livelock is reached after a whole round. */
  get outcome() {
    const [steps] = this.#state(this.#moment.state);
    if (typeof steps === "number") return steps;
    if (this.#livelock < 0) return -1;
    const states = this.#moments.slice(0, this.#position + 1).map((moment) => moment.state);
    const movers = this.taken.map((step) => step.thread);
    return closesRound(this.#graph, states, movers) ? this.#livelock : -1;
  }

  /** The shortest schedule that leads to an outcome. @returns {number[]} */
  scheduleTo(outcome) {
    const { schedule } = this.#graph.outcomes[outcome];
    if (outcome !== this.#livelock) return schedule;
    const step = (state, index) => this.#state(state)[0][index][4];
    const round = roundFrom(this.#graph, schedule.reduce(step, 0));
    return [...schedule, ...round ?? []];
  }

  get canUndo() {
    return this.taken.some((step) => !step.isAutomatic);
  }

  /** Whether steps that were undone could be taken again. */
  get canRedo() {
    return this.#position < this.#steps.length;
  }

  threadName(thread) {
    return this.#graph.threads[thread][0];
  }

  /** Its name; with the line behind it where another object has the same name. */
  objectName(object) {
    const { objects } = this.#graph;
    if (!objects[object]) return "";
    const [name, , line] = objects[object];
    const isShared = objects.some(([other, kind], at) => at !== object && other === name && kind !== "");
    return isShared && line > 0 ? `${name}:${line}` : name;
  }

  /** @returns {Choice[]} */
  choices() {
    const [steps] = this.#state(this.#moment.state);
    return typeof steps === "number" ? [] : steps.map((step, index) => this.#choice(step, index));
  }

  /** @returns {Standing} */
  standing(thread) {
    const { state, started } = this.#moment;
    const choices = this.choices().filter((choice) => choice.thread === thread);
    if (choices.length > 0) return standing("ready", { choices, operation: choices[0].operation });
    const waiting = this.#waiting(state, thread);
    if (waiting) return this.#waitingStanding(waiting);
    if (!started.has(thread)) return standing("unborn");
    return standing(this.#isCut(thread) ? "cut" : "ended");
  }

  /** Takes the step with this number. Undone steps are forgotten unless it is the next of them. */
  take(index, isAutomatic = false) {
    const [steps] = this.#state(this.#moment.state);
    const step = typeof steps === "number" ? undefined : steps[index];
    if (!step || step[4] < 0) return false;
    if (this.#steps[this.#position]?.index !== index) this.#record(step, index, isAutomatic);
    this.#position += 1;
    return true;
  }

  /** Takes steps of the main thread for as long as nobody else could take one. */
  settle() {
    for (;;) {
      const choices = this.choices();
      if (choices.length !== 1 || choices[0].thread !== 0) return;
      if (!this.take(0, true)) return;
    }
  }

  /** Goes back before the last step that was chosen. */
  undo() {
    let position = this.#position - 1;
    while (position > 0 && this.#steps[position].isAutomatic) position -= 1;
    if (position >= 0 && !this.#steps[position].isAutomatic) this.#position = position;
  }

  /** Goes to after the step with this number, from 1; 0 is the start. */
  goTo(position) {
    this.#position = Math.max(0, Math.min(position, this.#steps.length));
  }

  restart() {
    this.#steps = [];
    this.#moments.length = 1;
    this.#position = 0;
  }

  /** Lays a schedule out as steps still to be taken, and returns how many of them fit. */
  lay(schedule) {
    this.restart();
    for (const index of schedule) {
      const choices = this.choices();
      const isForced = choices.length === 1 && choices[0].thread === 0;
      if (!this.take(index, isForced)) break;
    }
    const fitting = this.#position;
    this.goTo(0);
    return fitting;
  }

  /** How often another thread went on than the one before. */
  switches() {
    return this.taken.filter((step, at) => at > 0 && this.#steps[at - 1].thread !== step.thread)
      .length;
  }

  get #moment() {
    return this.#moments[this.#position];
  }

  #state(number) {
    return this.#graph.states[number];
  }

  #choice([thread, way, operation, result, to], index) {
    const text = result < 0 ? "" : this.#graph.strings[result];
    return {
      index, thread, way, operation: this.#operation(operation), result: text, isKnown: to >= 0,
    };
  }

  #operation(number) {
    const found = this.#graph.operations[number];
    if (!found) return OUTSIDE;
    const [line, column, verb, object, detail] = found;
    return { line, column, verb, object, detail };
  }

  #waiting(state, thread) {
    return (this.#state(state)[1] ?? []).find((entry) => entry[0] === thread);
  }

  #waitingStanding([, number, why, object = -1, ...threads]) {
    const operation = this.#operation(number);
    if (why === undefined) return standing("held", { operation });
    return standing("blocked", { operation, why: this.#graph.strings[why], object, threads });
  }

  /** Whether the program's end came while the thread could still have gone on. */
  #isCut(thread) {
    const last = this.#steps[this.#position - 1];
    if (this.outcome < 0 || !last || last.thread === thread) return false;
    const before = this.#moments[this.#position - 1];
    const [steps] = this.#state(before.state);
    const isReady = typeof steps !== "number" && steps.some((step) => step[0] === thread);
    return isReady || this.#waiting(before.state, thread) !== undefined;
  }

  #record(step, index, isAutomatic) {
    const { values, started } = this.#moment;
    const choice = this.#choice(step, index);
    const after = new Map(values);
    const changes = pairs(step, 5, this.#graph.strings).map(([object, to]) => {
      const from = values.get(object);
      after.set(object, to);
      return { object, from, to };
    });
    this.#steps.length = this.#position;
    this.#moments.length = this.#position + 1;
    this.#steps.push({ ...choice, changes, isAutomatic });
    const known = this.#withStarted(started, choice);
    this.#moments.push({ state: step[4], values: after, started: this.#alive(step[4], known) });
  }

  /** A thread may end before it is ever seen waiting: the step that starts it tells. */
  #withStarted(started, { operation, result }) {
    const isStarted = ([name, line, column], thread) =>
      !started.has(thread) && name === result
      && line === operation.line && column === operation.column;
    const thread = this.#graph.threads.findIndex(isStarted);
    return thread < 0 ? started : new Set([...started, thread]);
  }

  #alive(state, started) {
    const [steps, waiting = []] = this.#state(state);
    const seen = typeof steps === "number" ? waiting : [...steps, ...waiting];
    return new Set([...started, ...seen.map((entry) => entry[0])]);
  }
}

function standing(kind, more = {}) {
  return { kind, choices: [], operation: null, why: "", object: -1, threads: [], ...more };
}

/** The pairs of an object and its text that stand in a row from `start`. */
function pairs(row, start, strings) {
  const found = [];
  for (let at = start; at < row.length; at += 2) found.push([row[at], strings[row[at + 1]]]);
  return found;
}
