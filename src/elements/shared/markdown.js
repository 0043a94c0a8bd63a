// As much of Markdown as the tasks and hints of exercises use: paragraphs, lists, fenced code,
// `code`, **strong**, *emphasis*. What is not known stays text; nothing becomes HTML.

import { h } from "./dom.js";

/** The elements for a text in Markdown. */
export function markdown(text) {
  const blocks = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length;) {
    const read = [fence, heading, list, paragraph].map((reader) => reader(lines, at)).find(Boolean);
    if (read) {
      blocks.push(read.element);
      at = read.next;
    } else at += 1;
  }
  return blocks;
}

function fence(lines, at) {
  if (!lines[at].startsWith("```")) return null;
  const length = lines.slice(at + 1).findIndex((line) => line.startsWith("```"));
  const end = length < 0 ? lines.length : at + 1 + length;
  const code = lines.slice(at + 1, end).join("\n");
  return { element: h("pre", { tabindex: "0" }, h("code", {}, code)), next: end + 1 };
}

function heading(lines, at) {
  const found = /^#+ (.+)$/.exec(lines[at]);
  return found && { element: h("p", {}, h("strong", {}, inline(found[1]))), next: at + 1 };
}

function list(lines, at) {
  const kind = /^(- |\d+\. )/.exec(lines[at])?.[0];
  if (!kind) return null;
  const items = [];
  let next = at;
  for (; next < lines.length && lines[next].trim() !== ""; next += 1) {
    const item = /^(?:- |\d+\. )(.*)$/.exec(lines[next]);
    if (item) items.push(item[1]);
    else items.push(`${items.pop()} ${lines[next].trim()}`);
  }
  const tag = kind === "- " ? "ul" : "ol";
  return { element: h(tag, {}, items.map((item) => h("li", {}, inline(item)))), next };
}

function paragraph(lines, at) {
  if (lines[at].trim() === "") return null;
  const isEnd = (line) => line.trim() === "" || line.startsWith("```");
  const length = lines.slice(at).findIndex(isEnd);
  const end = length < 0 ? lines.length : at + length;
  return { element: h("p", {}, inline(lines.slice(at, end).join(" "))), next: end };
}

const TAGS = { "`": "code", "**": "strong", "*": "em" };

function inline(text) {
  const parts = text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/);
  return parts.map((part, at) => {
    if (at % 2 === 0) return part;
    const mark = part.startsWith("**") ? "**" : part[0];
    const inner = part.slice(mark.length, -mark.length);
    return h(TAGS[mark], {}, mark === "`" ? inner : inline(inner));
  });
}
