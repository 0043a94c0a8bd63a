// The exercises as the server of the course has them. It knows no element.

import { Server } from "../runner/server.js";

/** What the server has refused; `answer` is what it said. */
export class Refused extends Error {
  constructor(status, answer) {
    super(answer.error ?? `The server answers with ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

export class Workshop {
  #server;
  #name;

  /** @param {string} name the exercise's */
  constructor(token, name) {
    this.#server = new Server(token);
    this.#name = name;
  }

  /** Its task, the learner's file and where the learner stands. */
  look() {
    return this.#ask("exercise");
  }

  /** Writes the learner's file. It is refused with 409 if it has changed since `version`. */
  save(text, version) {
    return this.#ask("exercise/save", { text, version });
  }

  hint(number) {
    return this.#ask("exercise/hint", { number });
  }

  solution(peek) {
    return this.#ask("exercise/solution", { peek });
  }

  reset() {
    return this.#ask("exercise/reset");
  }

  /** Judges the learner's file; the events are those of a runner. */
  check(listener) {
    return this.#server.follow("exercise/check", { name: this.#name }, listener);
  }

  async #ask(path, more = {}) {
    let answer;
    try {
      answer = await this.#server.ask(path, { name: this.#name, ...more });
    } catch {
      throw new Refused(0, {
        error: "The server does not answer. Start it again with `cargo run`, and reload this page.",
      });
    }
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, said);
    return said;
  }
}

/** Tells how the learner's files are, now and whenever one changes. The page listens already. */
export async function watchFiles(changed) {
  const { news } = await import("/_course/live.js");
  return news.on("exercises", changed);
}
