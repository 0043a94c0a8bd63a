//! Reading the course.

use crate::browsing::Shared;
use crate::browsing::view::View;

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
    let last_page = shared.pages().pop().unwrap();
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
