//! Whether a page fits into the window.

use super::Shared;
use super::tab::Tab;
use super::themes::{THEMES, choose_theme};

/// Everything that reaches beyond the right edge of the window.
///
/// A box inside the chapter may scroll, such as a listing. The chapter as a whole may not,
/// although mdBook makes it a scrolling box too.
const OVERFLOWING: &str = "{
    const reach = element => element.getBoundingClientRect().right;
    const scrolls = element => getComputedStyle(element).overflowX !== 'visible';
    const ancestors = element =>
        element.matches('main, body') ? [] : [element, ...ancestors(element.parentElement)];
    const isReachable = element => ancestors(element).some(outer =>
        getComputedStyle(outer).position === 'fixed'
        || outer !== element && scrolls(outer) && reach(outer) <= WIDTH + 1);
    [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().width > 0)
        .filter(element => reach(element) > WIDTH + 1 && !isReachable(element))
        .map(element => `${element.tagName}.${element.className} reaches to ${reach(element)}`)
        .join('\\n')
}";

pub fn assert_page_fits(shared: &Shared, tab: &mut Tab, page: &str) {
    tab.open(&shared.course().url(page));
    for theme in THEMES {
        choose_theme(tab, theme);
        assert_eq!(overflowing(tab), "", "{page} in {theme}");
    }
    assert_eq!(tab.errors(), [""; 0], "{page}");
}

/// What reaches beyond the right edge of the window, one a line.
pub fn overflowing(tab: &mut Tab) -> String {
    let width = tab.view().width.to_string();
    tab.text(&OVERFLOWING.replace("WIDTH", &width))
}
