// Makes elements of a page.

/**
 * An element with attributes, properties and children.
 * `class` and `data-…`, `aria-…` are attributes; a function is a listener (`onclick`); true sets
 * an attribute without value, and false, null and undefined leave it out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

const SHAPES = {
  undo: "M6 4 3 7l3 3 M3 7h6.5a3.5 3.5 0 0 1 0 7H7",
  restart: "M13 8a5 5 0 1 1-1.6-3.7 M13 2v3h-3",
  play: "M5 3.2v9.6L12.5 8z",
  pause: "M5.5 3.5v9 M10.5 3.5v9",
  flag: "M4 14V2.5h8L10 5.5l2 3H4",
  tick: "M3 8.5 6.5 12 13 4.5",
  circle: "M8 2.8a5.2 5.2 0 1 0 .01 0z",
  cross: "M4 4l8 8 M12 4l-8 8",
  lock: "M4 7.5h8V13H4z M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  clock: "M8 2.5a5.5 5.5 0 1 0 .01 0z M8 5v3.2l2.2 1.3",
  stop: "M4 4h8v8H4z",
  edit: "M3 13l.8-3L10.5 3.3l2.2 2.2L6 12.2z M9 4.8l2.2 2.2",
  fork: "M3 3.5h3c3 0 4 9 7 9 M3 12.5h3c3 0 4-9 7-9",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.8.8 M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.8-.8",
};

/** A small picture that goes with a word. It is silent for screen readers. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `ev-icon ev-icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}

/** Words with `code` in them, as what they are made of. */
export function withCode(words) {
  return words.split("`").map((part, at) => (at % 2 === 1 ? h("code", {}, part) : part));
}

/** A time in words. */
export function duration(seconds) {
  return seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(1)} s`;
}

/** Text that is heard and not seen. */
export function heard(text) {
  return h("span", { class: "ev-heard" }, text);
}

/** Whether the reader wants nothing to move. */
export function wantsCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Keeps the arrows, while something inside `element` has the focus, from turning the page. */
export function keepArrows(element) {
  element.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) event.stopPropagation();
  });
}
