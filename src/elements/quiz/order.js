import { h, heard } from "../shared/dom.js";
import { isForbidden, readBan, rightOrders } from "./bans.js";
import { askedList, contents, items, reasonList } from "./markdown.js";

/**
 * Steps to be put into an order. Often several orders are right.
 *
 * In a chapter it is a list of the steps, and in the answer a list of what cannot be, each with
 * its reason: `2 before 1`, `3 between 1 and 2`.
 */
export default class Order {
  please = "";
  isEmpty = false;
  onChange = () => {};
  onEnter = () => {};
  #rows;
  #list;
  #order;
  #dragged = null;
  #bans;
  #said = h("p", { class: "ev-heard", role: "status" });
  #reason = h("div", { class: "ev-reason", hidden: true });

  static read(quiz) {
    const list = askedList(quiz);
    const reasons = reasonList(quiz);
    const bans = items(reasons).map((item) => ({ ban: readBan(item.textContent), reason: contents(item) }));
    const isWhole = items(list).length >= 2 && bans.length > 0 && bans.every(({ ban }) => ban);
    return isWhole ? new Order(items(list), bans, list, reasons) : null;
  }

  constructor(steps, bans, list, reasons) {
    this.askedList = list;
    this.reasonList = reasons;
    this.#bans = bans;
    this.#rows = steps.map((step, at) => this.#row(step, at));
    this.#order = this.#rows.map((_, at) => at);
    this.#list = h("ol", { class: "ev-steps" }, this.#rows);
    this.element = h("div", { class: "ev-order", role: "group" },
      this.#list, this.#said, this.#reason);
    this.#mark();
  }

  #row(step, at) {
    const words = h("span", { class: "ev-order-words" });
    words.append(...contents(step));
    const move = (by, name, sign) => h("button", {
      type: "button", class: "ev-button ev-move", "aria-label": `${name}: ${words.textContent}`,
      onclick: (event) => this.#move(at, by, event.currentTarget),
    }, sign);
    const row = h("li", { class: "ev-step-row", draggable: "true" },
      h("span", { class: "ev-order-number" }, String(at + 1)), words,
      move(-1, "Earlier", "↑"), move(1, "Later", "↓"));
    row.addEventListener("keydown", (event) => this.#onKey(event, at));
    row.addEventListener("dragstart", () => { this.#dragged = at; });
    row.addEventListener("dragover", (event) => this.#onDragOver(event, at));
    row.addEventListener("dragend", () => { this.#dragged = null; });
    return row;
  }

  #onDragOver(event, over) {
    if (this.#dragged === null) return;
    event.preventDefault();
    if (over === this.#dragged) return;
    this.#put(this.#dragged, this.#order.indexOf(over));
  }

  #onKey(event, at) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.#move(at, by, event.target);
  }

  #move(at, by, focused) {
    const to = this.#order.indexOf(at) + by;
    if (to < 0 || to >= this.#order.length) return;
    this.#put(at, to);
    focused.focus();
    const words = this.#rows[at].querySelector(".ev-order-words").textContent;
    this.#said.textContent = `${words}: now ${to + 1} of ${this.#order.length}`;
  }

  #put(at, to) {
    this.#order.splice(this.#order.indexOf(at), 1);
    this.#order.splice(to, 0, at);
    this.#draw();
    this.onChange();
  }

  #draw() {
    this.#list.append(...this.#order.map((at) => this.#rows[at]));
    this.#mark();
  }

  /** The first cannot go up, the last cannot go down. Both keep the focus all the same. */
  #mark() {
    for (const [place, at] of this.#order.entries()) {
      const [up, down] = this.#rows[at].querySelectorAll("button");
      up.setAttribute("aria-disabled", String(place === 0));
      down.setAttribute("aria-disabled", String(place === this.#order.length - 1));
    }
  }

  get kept() {
    return { order: this.#order };
  }

  restore(kept) {
    const sorted = [...kept.order ?? []].sort((one, other) => one - other);
    if (sorted.join() !== this.#rows.map((_, at) => at).join()) return false;
    this.#order = [...kept.order];
    this.#draw();
    return true;
  }

  reset() {
    this.#order = this.#rows.map((_, at) => at);
    this.#draw();
  }

  focus() {
    this.#rows[this.#order[0]].querySelectorAll("button")[1].focus();
  }

  judge() {
    const broken = this.#bans.find(({ ban }) => isForbidden(ban, this.#order));
    this.#reason.hidden = !broken;
    if (broken) {
      this.#reason.replaceChildren(...broken.reason.map((node) => node.cloneNode(true)));
      return { isRight: false, words: ["That cannot be. Read why, and move a step."] };
    }
    const count = rightOrders(this.#rows.length, this.#bans.map(({ ban }) => ban));
    const words = count > 1 ? `Right. This is one of ${count} orders that can be.` : "Right. No other order can be.";
    return { isRight: true, words };
  }

  hideReasons() {
    this.#reason.hidden = true;
  }
}
