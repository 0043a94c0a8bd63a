import { h, keepArrows, withCode } from "../shared/dom.js";

const HOW = "It is solved on your computer: get the course and start it with `cargo run`, and you can work on it here.";

/**
 * An exercise: its task, the learner's file as it is on the disk, a verdict, hints, a solution.
 *
 * All that is made by a `Card`, which needs the server of the course. Without one, what the chapter
 * says of the exercise stays, and how to work on it.
 *
 * @attr name the exercise's name
 */
export class CourseExercise extends HTMLElement {
  #card = null;

  /** Fulfilled when its height is what it will be. */
  ready = null;

  connectedCallback() {
    this.ready ??= this.#begin();
  }

  disconnectedCallback() {
    this.#card?.close();
  }

  async #begin() {
    keepArrows(this);
    this.classList.add("ev-live");
    const token = document.querySelector('meta[name="course-token"]')?.content;
    if (!token) {
      this.append(h("p", {}, withCode(HOW)));
      return;
    }
    const { Card } = await import("./card.js");
    const card = new Card(this, token);
    try {
      await card.open();
      this.#card = card;
      if (!this.isConnected) card.close();
    } catch (problem) {
      this.append(h("p", { role: "status" }, withCode(problem.message)));
    }
  }
}

customElements.define("course-exercise", CourseExercise);
