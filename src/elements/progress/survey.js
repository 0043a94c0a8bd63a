// What there is to do on each page of the book: the pages are read for it, so nobody must list it.

import { pages } from "./contents.js";

/**
 * @typedef {object} Surveyed
 * @property {string} path
 * @property {string} url
 * @property {string} title
 * @property {number} minutes
 * @property {string[]} questions their keys in the store
 * @property {string[]} goals
 * @property {string[]} exercises
 */

const AT_ONCE = 6;

/** Reads all pages. One that cannot be read has nothing to do. @returns {Promise<Surveyed[]>} */
export async function survey() {
  const left = pages().map((page, at) => ({ page, at }));
  const found = [];
  const reader = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      found[next.at] = await surveyed(next.page);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return found;
}

async function surveyed({ path, url, title }) {
  const html = await fetch(url).then((answer) => (answer.ok ? answer.text() : ""), () => "");
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  const keys = (selector, attribute, kind) => [...main?.querySelectorAll(selector) ?? []]
    .map((element) => `${kind}.${element.getAttribute(attribute)}`);
  const minutes = [...main?.querySelectorAll(":scope > p > em:only-child") ?? []]
    .map((line) => /^(\d+) minutes?/.exec(line.textContent)).find(Boolean);
  return {
    path, url, title,
    minutes: Number(minutes?.[1] ?? 0),
    questions: keys("course-quiz[id]", "id", "quiz"),
    goals: keys("schedule-explorer[goal]", "listing", "goal"),
    exercises: keys("course-exercise[name]", "name", "exercise"),
  };
}
