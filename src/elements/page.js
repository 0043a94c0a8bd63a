// Makes a page's elements live. Each is loaded only by the pages that have it.

const ELEMENTS = {
  "course-code": "./code/course-code.js",
  "course-quiz": "./quiz/course-quiz.js",
  "schedule-explorer": "./explorer/schedule-explorer.js",
};

for (const [tag, module] of Object.entries(ELEMENTS)) {
  if (document.querySelector(tag)) import(module);
}
