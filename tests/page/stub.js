// Stands in for the server's interface, or for the Rust Playground, while a page is tested.
// What is asked is noted in `asked`; `answers` tells what comes, by the end of the address.

window.asked = [];
window.answers = {
  run: [
    { event: "start", cached: true },
    { event: "stdout", text: "one\n" },
    { event: "stdout", text: "two\n" },
    { event: "stderr", text: "careful\n" },
    { event: "end", status: 0, seconds: 0.002, words: null },
  ],
  race: [
    { event: "race", found: 1, verdict: "found", text: "WARNING: DATA RACE", races: [] },
    { event: "end", status: 66, seconds: 0.5, words: null },
  ],
};

const fetched = window.fetch;

window.fetch = (address, options = {}) => {
  const url = new URL(address, location.href);
  const answer = window.answers[url.pathname.replace("/_course/api/", "").replace(/^\//, "")];
  if (options.method !== "POST" || !answer) return fetched(address, options);
  const { headers } = options;
  window.asked.push({ url: url.href, headers, body: JSON.parse(options.body) });
  if (answer === "gone") return Promise.reject(new TypeError("Failed to fetch"));
  if (typeof answer === "function") {
    const [status, said] = answer(JSON.parse(options.body));
    return Promise.resolve(new Response(JSON.stringify(said), { status }));
  }
  if (!Array.isArray(answer)) return Promise.resolve(new Response(JSON.stringify(answer)));
  return Promise.resolve(new Response(streamed(answer, options.signal)));
};

/** Lines, cut in places where no line ends. "wait" waits until it is aborted, "cut" breaks off. */
function streamed(events, signal) {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      signal.addEventListener("abort", () => {
        window.aborted = true;
        controller.error(signal.reason);
      });
      for (const event of events) {
        if (event === "wait") return;
        if (event === "cut") {
          controller.error(new TypeError("network error"));
          return;
        }
        const line = `${JSON.stringify(event)}\n`;
        const middle = Math.floor(line.length / 2);
        controller.enqueue(encoder.encode(line.slice(0, middle)));
        await new Promise((resolve) => { setTimeout(resolve, 5); });
        controller.enqueue(encoder.encode(line.slice(middle)));
      }
      controller.close();
    },
  });
}
