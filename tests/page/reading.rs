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
    tab.open(&shared.course().url("/index.html"));
    tab.evaluate("document.querySelector('#mdbook-search-toggle').click()");
    tab.until("document.activeElement?.id === 'mdbook-searchbar'");
    tab.type_text("phrasebook");
    tab.until(
        "[...document.querySelectorAll('#mdbook-searchresults a')]
            .some(link => link.pathname === '/appendix/phrasebook.html')",
    );
    assert_eq!(tab.errors(), [""; 0]);
}
