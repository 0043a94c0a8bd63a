//! What pages look like: light and dark, wide and on a phone.

use crate::browser::Browser;
use crate::reading::{pages, serve_course};
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

pub fn overflow(browser: &Browser) {
    let serving = serve_course();
    for view in View::ALL {
        let mut tab = browser.tab(view);
        for page in pages(&mut tab, &serving) {
            tab.open(&serving.url(&page));
            let chosen = format!(
                "document.documentElement.classList.contains('{}')",
                view.theme_name()
            );
            assert_eq!(tab.evaluate(&chosen), true, "{page} {view:?}");
            assert_eq!(overflowing(&mut tab), "", "{page} {view:?}");
            take_screenshot(&mut tab, &page);
        }
    }
    // A box that is too wide shows that overflow is noticed.
    let mut tab = browser.tab(View::ALL[2]);
    tab.open(&serving.url("/"));
    tab.evaluate(
        "document.querySelector('main').insertAdjacentHTML(
            'beforeend', '<div class=\"wide\" style=\"width: 600px\">wide</div>')",
    );
    let overflowing = overflowing(&mut tab);
    assert!(overflowing.contains("DIV.wide"), "{overflowing:?}");
}

/// What reaches beyond the right edge of the window, one a line.
fn overflowing(tab: &mut Tab) -> String {
    let width = tab.view().width.to_string();
    tab.text(&OVERFLOWING.replace("WIDTH", &width))
}

fn take_screenshot(tab: &mut Tab, page: &str) {
    if std::env::var_os("COURSE_SCREENSHOTS").is_none() {
        return;
    }
    let view = tab.view();
    let name = page
        .trim_matches('/')
        .replace('/', "_")
        .replace(".html", "");
    let file = format!("{name}-{}-{}.png", view.theme_name(), view.width);
    // Cargo gives tests a folder of their own inside the target directory.
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    tab.screenshot(&folder.join(file));
}
