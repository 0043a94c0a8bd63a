// Reads a question out of the Markdown that a chapter has.

/** The items of a list, or none if there is no list. @returns {HTMLElement[]} */
export function items(list) {
  return list ? [...list.children].filter((child) => child.matches("li")) : [];
}

/** The list that the question asks about. */
export function askedList(quiz) {
  return [...quiz.children].find((child) => child.matches("ol")) ?? null;
}

/** The list of reasons in the answer. */
export function reasonList(quiz) {
  const fold = [...quiz.children].find((child) => child.matches("details"));
  return [...fold?.children ?? []].find((child) => child.matches("ol, ul")) ?? null;
}

/** What is in an item; a lone paragraph is as good as what is in it. @returns {Node[]} */
export function contents(item) {
  const [first] = item.children;
  const isParagraph = item.children.length === 1 && first.matches("p");
  return [...(isParagraph ? first : item).childNodes].map((node) => node.cloneNode(true));
}
