// Lets a keyboard scroll what is wider than the page.

/** As `letKeysScroll`, now and whenever the window's size changes. */
export function keepLettingKeysScroll() {
  letKeysScroll();
  addEventListener("resize", letKeysScroll);
}

/** Blocks of code that scroll can have the focus, and no others. */
export function letKeysScroll() {
  for (const code of document.querySelectorAll("main pre > code")) {
    const isWide = code.scrollWidth > code.clientWidth;
    if (isWide) code.tabIndex = 0;
    else code.removeAttribute("tabindex");
  }
}
