// Makes a page live. Each element is loaded only by the pages that have it, and what is large only
// when the reader comes near it.

import { returnToPlace } from "./progress/return.js";
import "./progress/track.js";
import { makeContentsButton } from "./shared/contents-button.js";
import { keepLettingKeysScroll } from "./shared/scrolling.js";

const AT_ONCE = {
  "course-code": "./code/course-code.js",
  "course-continue": "./progress/course-continue.js",
  "course-exercise": "./exercise/course-exercise.js",
  "course-progress": "./progress/course-progress.js",
  "course-quiz": "./quiz/course-quiz.js",
};

const WHEN_NEAR = {
  "schedule-explorer": "./explorer/schedule-explorer.js",
};

/** How far below the window something counts as near. */
const NEAR = "300px";

/** Whether there is a server that does what a page asks for. */
const isServed = document.querySelector('meta[name="course-token"]') !== null;

makeContentsButton();

const loading = Object.entries(AT_ONCE)
  .filter(([tag]) => document.querySelector(tag))
  .map(([tag, module]) => import(module).then(() => readiness(tag)));

// Not before what changes the height of the page is there.
Promise.all(loading).then(() => {
  keepLettingKeysScroll();
  returnToPlace();
  loadWhatIsNear();
});

// A recorded chart can be measured anew, where there is a server.
if (isServed && document.querySelector('main figure > svg[aria-labelledby^="cost-"]')) {
  import("./measure/measure-here.js").then(({ offerToMeasure }) => offerToMeasure());
}

// On the reader's own computer nothing is too heavy to be there before it is asked for.
if (isServed && document.querySelector("course-code")) {
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => whenIdle(() => {
    import("./code/work.js");
    import("./runner/runner.js");
    import("./runner/server.js");
  }));
}

/** Some elements load what they need themselves. */
function readiness(tag) {
  return Promise.all([...document.querySelectorAll(tag)].map((element) => element.ready));
}

function loadWhatIsNear() {
  for (const [tag, module] of Object.entries(WHEN_NEAR)) {
    const elements = document.querySelectorAll(tag);
    if (elements.length === 0) continue;
    // A link may lead to a schedule, wherever it is.
    if (new URL(location.href).searchParams.has("schedule")) import(module);
    else whenNear(elements, () => import(module));
  }
}

function whenNear(elements, act) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    act();
  }, { rootMargin: NEAR });
  for (const element of elements) observer.observe(element);
}
