//! Reading the course.

use crate::browser::Browser;
use crate::support::serving::Serving;
use crate::tab::Tab;
use crate::view::View;
use std::path::Path;

/// Serves the course itself.
pub fn serve_course() -> Serving {
    Serving::start(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// The addresses of all pages, as the sidebar lists them.
pub fn pages(tab: &mut Tab, serving: &Serving) -> Vec<String> {
    tab.open(&serving.url("/"));
    let links = "[...document.querySelectorAll('#mdbook-sidebar .chapter a[href]')]";
    let pages = tab.text(&format!("{links}.map(link => link.pathname).join(' ')"));
    let mut pages: Vec<_> = pages.split_whitespace().map(str::to_owned).collect();
    pages.dedup();
    assert!(pages.len() > 1, "the sidebar lists {pages:?}");
    pages
}

pub fn title(browser: &Browser) {
    let serving = serve_course();
    let mut tab = browser.tab(View::DESKTOP);
    tab.open(&serving.url("/"));
    assert!(tab.text("document.title").ends_with("Every Interleaving"));
    assert_eq!(
        tab.text("document.querySelector('.menu-title').textContent"),
        "Every Interleaving"
    );
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn search(browser: &Browser) {
    let serving = serve_course();
    let mut tab = browser.tab(View::DESKTOP);
    let last_page = pages(&mut tab, &serving).pop().unwrap();
    tab.open(&serving.url(&last_page));
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

pub fn errors(browser: &Browser) {
    let serving = serve_course();
    let mut tab = browser.tab(View::DESKTOP);
    for page in pages(&mut tab, &serving) {
        tab.open(&serving.url(&page));
        assert_eq!(tab.errors(), [""; 0], "{page}");
    }
    // A page that does not exist shows that errors are noticed.
    tab.open(&serving.url("/no-such-page.html"));
    assert!(!tab.errors().is_empty());
}
