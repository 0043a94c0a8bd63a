//! The book on a phone.

use crate::browsing::Shared;
use crate::browsing::fitting::{assert_page_fits, overflowing};
use crate::browsing::tab::Tab;
use crate::browsing::view::View;

/// One of each kind. `tests/every_page` looks at all.
const PAGES: [&str; 6] = [
    "/introduction.html",
    "/progress.html",
    "/races/lost_update.html",
    "/running/join.html",
    "/costs/locks.html",
    "/appendix/phrasebook.html",
];

pub fn on_a_phone(shared: &Shared) {
    let mut tab = shared.browser().tab(View::PHONE);
    for page in PAGES {
        assert_page_fits(shared, &mut tab, page);
    }
    what_is_wrong_is_noticed(shared, &mut tab);
}

fn what_is_wrong_is_noticed(shared: &Shared, tab: &mut Tab) {
    tab.open(&shared.course().url("/no-such-page.html"));
    assert_eq!(
        tab.errors().len(),
        1,
        "the page is missing, and nothing else"
    );
    let too_wide = tab.view().width + 200;
    tab.evaluate(&format!(
        "document.querySelector('main').insertAdjacentHTML(
            'beforeend', '<div class=\"wide\" style=\"width: {too_wide}px\">wide</div>')"
    ));
    let overflowing = overflowing(tab);
    assert!(overflowing.contains("DIV.wide"), "{overflowing:?}");
}
