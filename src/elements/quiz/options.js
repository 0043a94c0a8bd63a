// Reads a question out of the Markdown that a chapter has: a list of options, and in a `details`
// a list of as many reasons, each beginning with Right or Wrong in bold.

/** @typedef {{content: Node[], isRight: boolean, reason: Node[]}} Option */

/** The options of a `course-quiz`, or null if it is not written as it should be. @returns {Option[] | null} */
export function readOptions(quiz) {
  const options = items([...quiz.children].find((child) => child.matches("ol")));
  const reasons = items(quiz.querySelector("details ol"));
  if (options.length < 2 || options.length !== reasons.length) return null;
  const read = options.map((option, at) => ({
    content: contents(option), isRight: isRight(reasons[at]), reason: contents(reasons[at]),
  }));
  return read.some((option) => option.isRight) ? read : null;
}

function items(list) {
  return list ? [...list.children].filter((child) => child.matches("li")) : [];
}

function isRight(item) {
  return item.querySelector("strong")?.textContent.startsWith("Right") ?? false;
}

/** What is in an item; a lone paragraph is as good as what is in it. */
function contents(item) {
  const [first] = item.children;
  const isParagraph = item.children.length === 1 && first.matches("p");
  return [...(isParagraph ? first : item).childNodes].map((node) => node.cloneNode(true));
}
