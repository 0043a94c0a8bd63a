// mdBook's button for the table of contents is a label, which no keyboard reaches.

/** Makes a button of it: it can have the focus, and answers to Enter and the space bar. */
export function makeContentsButton() {
  const label = document.querySelector("#mdbook-sidebar-toggle");
  if (label?.localName !== "label") return;
  label.setAttribute("role", "button");
  label.tabIndex = 0;
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    label.click();
  });
}
