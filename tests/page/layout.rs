//! What pages look like: light and dark, wide and on a phone.

use crate::Shared;
use crate::reading::pages;
use crate::tab::Tab;
use crate::view::View;
use std::path::PathBuf;

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

pub fn wide(shared: &Shared) {
    every_page_fits(shared, View::WIDE);
}

pub fn phone(shared: &Shared) {
    every_page_fits(shared, View::PHONE);
}

fn every_page_fits(shared: &Shared, view: View) {
    let mut tab = shared.browser().tab(view);
    for page in pages(shared) {
        tab.open(&shared.course().url(&page));
        for theme in ["light", "navy"] {
            // As a reader does: mdBook's script sets the colours.
            tab.evaluate(&format!(
                "document.querySelector('#mdbook-theme-{theme}').click()"
            ));
            tab.until(&format!(
                "document.documentElement.classList.contains('{theme}')"
            ));
            assert_eq!(overflowing(&mut tab), "", "{page} {view:?} {theme}");
            take_screenshot(&mut tab, &page, theme);
        }
        assert_eq!(tab.errors(), [""; 0], "{page}");
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

/// What reaches beyond the right edge of the window, one a line.
fn overflowing(tab: &mut Tab) -> String {
    let width = tab.view().width.to_string();
    tab.text(&OVERFLOWING.replace("WIDTH", &width))
}

fn take_screenshot(tab: &mut Tab, page: &str, theme: &str) {
    if std::env::var_os("COURSE_SCREENSHOTS").is_none() {
        return;
    }
    let name = page.trim_start_matches('/').trim_end_matches(".html");
    let file = format!(
        "{}-{theme}-{}.png",
        name.replace('/', "_"),
        tab.view().width
    );
    // Cargo gives tests a folder of their own inside the target directory.
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    tab.screenshot(&folder.join(file));
}
