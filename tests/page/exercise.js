// A server with one exercise, whose file is `disk`. A second editor writes to it by `write`.

window.disk = { text: "// TODO\n", version: "1" };
window.write = (text) => {
  window.disk = { text, version: String(Number(window.disk.version) + 1) };
};
const isSolved = () => window.disk.text.includes("right");
const state = () => (isSolved() ? "solved" : "begun");
const checks = () => [
  { property: "no loan is lost", finding: isSolved()
    ? { is: "passed", schedules: "6", states: 26 }
    : { is: "failed", what: "two books were lent, and the board shows 1", details: [],
      schedules: ["4", "6"], choices: [0, 0, 0, 1],
      schedule: [{ thread: "ann", operation: "load loans → 0", line: 7, code: "", changes: [] }] } },
];

Object.assign(window.answers, {
  "exercise": () => [200, {
    title: "The next number", level: "warm-up", file: "exercises/races_next/exercise.rs",
    task: "Mend `lend`.\n\n- first\n- second", hints: 2, was_solved: isSolved(), state: state(),
    ...window.disk,
  }],
  "exercise/save": ({ text, version }) => {
    if (version !== window.disk.version) return [409, { error: "changed", ...window.disk }];
    window.write(text);
    return [200, { version: window.disk.version, state: state() }];
  },
  "exercise/hint": ({ number }) => [200, { text: `hint *${number}*`, number, of: 2 }],
  "exercise/solution": ({ peek }) => (peek || isSolved()
    ? [200, { text: "fn solution() {}" }] : [409, { error: "not yet" }]),
});
Object.defineProperty(window.answers, "exercise/check", { get: () => [
  { event: "verdict", graphs: [isSolved() ? null : window.graph],
    verdict: { solved: isSolved(), remembered: false, seconds: 0.2, answer: { checked: checks() } } },
  { event: "end", status: 0, seconds: 0.2, words: null },
] });

// The file's news come from here, not from the server of the book.
window.EventSource = class extends EventTarget {
  constructor() {
    super();
    window.news = this;
  }

  tell() {
    const data = JSON.stringify({ races_next: { state: state(), version: window.disk.version } });
    this.dispatchEvent(new MessageEvent("exercises", { data }));
  }

  close() {}
};
