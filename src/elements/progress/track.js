// Keeps track of what was read: a button at the end of each page, a tick in the sidebar, and the
// place where the reader was last.

import { h, heard, icon } from "../shared/dom.js";
import { load, save } from "../shared/store.js";
import { currentPage, pages } from "./contents.js";

/** Under this key it is kept that a page was read. */
export const readKey = (path) => `read.${path}`;
/** Under this key it is kept where the reader was last. */
export const PLACE = "place";

const page = currentPage();

function start() {
  const main = document.querySelector("main");
  if (!page || !main) return;
  if (!document.querySelector("course-progress")) main.append(endOfPage());
  addEventListener("pagehide", keepPlace);
  document.addEventListener("visibilitychange", keepPlace);
  addEventListener("course-kept", drawTicks);
  // Another tab may have been at it.
  addEventListener("storage", drawTicks);
  drawTicks();
}

function endOfPage() {
  const button = h("button", { type: "button", class: "ev-button ev-read", onclick: toggle });
  const draw = () => {
    const isRead = load(readKey(page.path)) !== null;
    button.setAttribute("aria-pressed", String(isRead));
    button.replaceChildren(icon(isRead ? "tick" : "circle"), "I have read this page");
  };
  function toggle() {
    save(readKey(page.path), load(readKey(page.path)) ? null : { at: Date.now() });
    draw();
  }
  draw();
  addEventListener("storage", draw);
  return h("p", { class: "ev-end-of-page" }, button);
}

function drawTicks() {
  for (const { path, link } of pages()) {
    const isRead = load(readKey(path)) !== null;
    const tick = link.querySelector(".ev-tick");
    if (isRead && !tick) link.append(h("span", { class: "ev-tick" }, icon("tick"), heard(" (read)")));
    else if (!isRead) tick?.remove();
  }
}

/** The cover and the page of progress are no places to go on from. */
function keepPlace() {
  const isPlace = !document.querySelector("course-progress, course-continue");
  if (isPlace && scrollY > 0) {
    save(PLACE, { path: page.path, title: page.title, y: Math.round(scrollY), at: Date.now() });
  }
}

start();
