//! Reading the course.

use crate::Shared;
use crate::view::View;

/// The addresses of all pages, as the table of contents lists them.
pub fn pages(shared: &Shared) -> Vec<String> {
    let contents = shared.course().page("/toc.html");
    let links = contents.split("href=\"").skip(1);
    let mut pages: Vec<_> = links
        .filter_map(|link| link.split_once('"'))
        .filter(|(link, _)| link.ends_with(".html"))
        .map(|(link, _)| format!("/{link}"))
        .collect();
    pages.dedup();
    assert!(pages.len() > 1, "the contents list {pages:?}");
    pages
}

pub fn title(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.course().url("/"));
    assert!(tab.text("document.title").ends_with("Every Interleaving"));
    let in_menu = tab.text("document.querySelector('.menu-title').textContent");
    assert_eq!(in_menu, "Every Interleaving");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn search(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    let last_page = pages(shared).pop().unwrap();
    tab.open(&shared.course().url(&last_page));
    let heading = tab.text("document.querySelector('main h1').textContent");
    let word = heading
        .split_whitespace()
        .max_by_key(|word| word.len())
        .unwrap();
    tab.evaluate("document.querySelector('#mdbook-search-toggle').click()");
    tab.until("document.activeElement?.id === 'mdbook-searchbar'");
    tab.type_text(word);
    tab.until(&format!(
        "[...document.querySelectorAll('#mdbook-searchresults a')]
            .some(link => link.pathname === '{last_page}')"
    ));
    assert_eq!(tab.errors(), [""; 0]);
}
