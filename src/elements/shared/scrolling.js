// Lets a keyboard scroll what is wider than the page.

/** As `letKeysScroll`, now and whenever the window's size changes. */
export function keepLettingKeysScroll() {
  letKeysScroll();
  addEventListener("resize", letKeysScroll);
}

/** What can be wider than the page: code, pictures, tables. */
const WIDE = "main pre > code, main figure, main .table-wrapper";

/** What scrolls can have the focus, and nothing else. Its arrows do not turn the page. */
export function letKeysScroll() {
  for (const box of document.querySelectorAll(WIDE)) {
    const isWide = box.scrollWidth > box.clientWidth;
    if (isWide) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
    box.onkeydown = isWide ? keepArrow : null;
  }
}

function keepArrow(event) {
  if (event.key.startsWith("Arrow")) event.stopPropagation();
}
