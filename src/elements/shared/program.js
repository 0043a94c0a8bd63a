// The text of a program on a page, and its lines as they are coloured.

/**
 * The block that holds the Rust program of a listing: inside `element`, or else in the
 * `course-code` of the same name on this page.
 */
export function rustBlock(element, listing) {
  const own = element.querySelector("code.language-rust");
  if (own) return own;
  const frame = document.querySelector(`course-code[listing="${CSS.escape(listing)}"]`);
  return frame?.querySelector("code.language-rust") ?? null;
}

/**
 * The lines of a coloured block: for each a fragment with the same colours, and whether the page
 * hides it. A span that reaches over several lines is in each of them.
 */
export function colouredLines(code) {
  const lines = [{ fragment: document.createDocumentFragment(), isHidden: false }];
  collect(code, [], lines);
  if (lines.at(-1).fragment.textContent === "") lines.pop();
  return lines;
}

function collect(node, spans, lines) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) addText(child.data, spans, lines);
    else collect(child, [...spans, child], lines);
  }
}

function addText(text, spans, lines) {
  for (const [at, part] of text.split("\n").entries()) {
    if (at > 0) lines.push({ fragment: document.createDocumentFragment(), isHidden: false });
    if (part === "") continue;
    let piece = document.createTextNode(part);
    for (const span of spans.toReversed()) {
      const copy = span.cloneNode(false);
      copy.classList.remove("boring");
      copy.append(piece);
      piece = copy;
    }
    const line = lines.at(-1);
    line.fragment.append(piece);
    line.isHidden ||= spans.some((span) => span.classList?.contains("boring"));
  }
}
