// The pages of the book, as the table of contents in the sidebar has them.

/** @typedef {{path: string, url: string, title: string, link: HTMLAnchorElement}} Page */

/** Where the book begins: the address to which all paths are relative. */
export function root() {
  // A constant that mdBook's page declares, so it is no property of the window.
  return new URL(path_to_root || "./", location.href);
}

/** @returns {Page[]} */
export function pages() {
  const links = document.querySelectorAll("#mdbook-sidebar .chapter a[href]:not(.header-toggle, .header-in-summary)");
  const start = root().href;
  return [...links].filter((link) => link.href.startsWith(start) && !link.hash).map((link) => ({
    path: link.href.slice(start.length), url: link.href, title: link.textContent.trim(), link,
  }));
}

/** The page that is read. @returns {Page | undefined} */
export function currentPage() {
  return pages().find((page) => page.link.classList.contains("active"));
}
