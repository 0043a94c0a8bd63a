// Runs programs: on this computer where the course is served, or else at the Rust Playground.

/**
 * @typedef {object} Program
 * @property {"run" | "race" | "explore"} task what is to be done with it
 * @property {"rust" | "go"} language
 * @property {string} text
 * @property {string} listing of which it is a version, edited or not; "" for none
 */

/**
 * @typedef {object} Event as `course/server/api/mod.rs` describes them; the last is always `end`
 * @property {string} event
 */

/**
 * @typedef {object} Runner
 * @property {string} place where programs run, in words
 * @property {(program: Program) => string} refusal why it cannot do this; "" if it can
 * @property {(listing: string, language: string) => Promise<string>} listing all of a program of
 *   which the page shows a part; only where programs of its language can be run
 * @property {(program: Program, listener: (event: Event) => void) => {stop: () => void}} run
 */

/** The runner of this page. @returns {Promise<Runner>} */
export async function runner() {
  const token = document.querySelector('meta[name="course-token"]')?.content;
  if (token) return new (await import("./server.js")).Server(token);
  return new (await import("./playground.js")).Playground();
}
