// The Rust Playground, for a course that is read on a web site.

const ADDRESS = "https://play.rust-lang.org/execute";

const HOW = "Get the course and start it with `cargo run`";
/** What cargo says there before the program runs. */
const CARGO = /^\s+(Compiling|Finished|Running) .*\n?/gm;

export class Playground {
  get place() {
    return "at play.rust-lang.org";
  }

  refusal({ task, language, text }) {
    if (task === "race") return `The race check needs your computer. ${HOW}: then it is one click.`;
    if (task === "explore") return `Exploring a program needs your computer. ${HOW}: then it is one click.`;
    if (language === "go") return `Go programs run on your computer only. ${HOW}, with Go installed.`;
    if (/\blistings::/.test(text)) {
      return `This program uses types of this course, which the Playground does not have. ${HOW}.`;
    }
    return "";
  }

  run({ text }, listener) {
    const abort = new AbortController();
    const start = performance.now();
    let isEnded = false;
    const end = (status, words) => {
      if (isEnded) return;
      isEnded = true;
      listener({ event: "end", status, seconds: (performance.now() - start) / 1000, words });
    };
    const tell = (event) => { if (!isEnded) listener(event); };
    listener({ event: "preparing", text: "sending this program to play.rust-lang.org" });
    execute(text, abort.signal).then((answer) => {
      tellAnswer(answer, tell);
      end(answer.success ? 0 : 1, answer.success ? null : answer.exitDetail || null);
    }, () => {
      tell({ event: "error", text: `play.rust-lang.org does not answer. ${HOW} to need no network.` });
      end(2, null);
    });
    return {
      stop() {
        end(130, "You have stopped waiting for it.");
        abort.abort();
      },
    };
  }
}

async function execute(code, signal) {
  const answer = await fetch(ADDRESS, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      channel: "stable", mode: "debug", edition: "2024", crateType: "bin",
      tests: false, backtrace: false, code,
    }),
    signal,
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

function tellAnswer({ success, stdout = "", stderr = "", error = "" }, tell) {
  const said = (stderr || error).replace(CARGO, "");
  const isRefused = !success && stdout === "" && /^error(\[E\d+\])?:/m.test(said);
  if (isRefused) {
    tell({ event: "refused", text: said });
    return;
  }
  tell({ event: "start", cached: false });
  if (stdout) tell({ event: "stdout", text: stdout });
  if (said) tell({ event: "stderr", text: said });
}
