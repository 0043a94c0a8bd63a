// Stands in for the Rust Playground while a page is tested. What is asked is noted in `asked`;
// `answers` tells what comes, by the end of the address.

window.asked = [];
window.answers = {};

const fetched = window.fetch;

window.fetch = (address, options = {}) => {
  const url = new URL(address, location.href);
  const answer = window.answers[url.pathname.replace(/^\//, "")];
  if (options.method !== "POST" || !answer) return fetched(address, options);
  window.asked.push({ url: url.href, body: JSON.parse(options.body) });
  if (answer === "gone") return Promise.reject(new TypeError("Failed to fetch"));
  return Promise.resolve(new Response(JSON.stringify(answer)));
};
