// The server of the course, on the reader's own computer.

const ADDRESS = "/_course/api/";

const GONE = "The server does not answer. Start it again with `cargo run`, and reload this page.";
const CUT = "The server was gone before the program had ended. Start it again with `cargo run`.";

export class Server {
  #token;

  constructor(token) {
    this.#token = token;
  }

  get place() {
    return "on this computer";
  }

  refusal() {
    return "";
  }

  run({ task, language, text, listing }, listener) {
    const body = { text };
    if (listing) body.listing = listing;
    if (task !== "explore") body.language = language;
    return this.follow(task, body, listener);
  }

  /** The whole text of a program, of which a page may show a part. */
  async listing(listing, language) {
    const answer = await this.ask("listing", { listing, language }).catch(() => null);
    if (!answer) throw new Error(GONE);
    if (!answer.ok) throw new Error(await refusalOf(answer));
    return (await answer.json()).text;
  }

  /** Asks for something that answers with events. */
  follow(name, body, listener) {
    return follow((signal) => this.ask(name, body, signal), listener);
  }

  /** Asks for something, and returns the answer as it comes. */
  ask(name, body, signal) {
    return fetch(ADDRESS + name, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Course-Token": this.#token },
      body: JSON.stringify(body),
      signal,
    });
  }
}

/** Tells the listener every event of an answer, and always an `end`, even if none comes. */
function follow(ask, listener) {
  const abort = new AbortController();
  let isEnded = false;
  const tell = (event) => {
    if (isEnded) return;
    isEnded = event.event === "end";
    listener(event);
  };
  const fail = (text) => {
    tell({ event: "error", text });
    tell({ event: "end", status: 2, seconds: 0, words: null });
  };
  read(ask(abort.signal), tell).then(() => fail(CUT), (problem) => fail(problem.words ?? GONE));
  return {
    stop() {
      tell({ event: "end", status: 130, seconds: 0, words: "You have stopped it.", stopped: true });
      abort.abort();
    },
  };
}

async function read(asked, tell) {
  const answer = await asked;
  if (!answer.ok) throw { words: await refusalOf(answer) };
  let rest = "";
  const decoder = new TextDecoder();
  const reader = answer.body.getReader();
  for (;;) {
    const { value, done } = await reader.read().catch(() => { throw { words: CUT }; });
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop();
    for (const line of lines) if (line !== "") tell(JSON.parse(line));
  }
}

async function refusalOf(answer) {
  try {
    return (await answer.json()).error;
  } catch {
    return `The server answers with ${answer.status}.`;
  }
}
