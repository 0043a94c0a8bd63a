//! What pages look like: light and dark, wide and on a phone.

use crate::Shared;
use crate::reading::pages;
use crate::tab::Tab;
use crate::view::View;
use std::path::PathBuf;

/// One that is light, and one that is dark.
pub const THEMES: [&str; 2] = ["light", "navy"];

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

/// The page for printing holds all chapters, with all that is in them, and loads at once.
pub fn whole_book(shared: &Shared) {
    let mut tab = shared.browser().tab(View::PHONE);
    // It would open the browser's window for printing.
    tab.before_scripts("window.print = () => {};");
    assert_page_fits(shared, &mut tab, "/print.html");
    what_is_wrong_is_noticed(shared, &mut tab);
}

pub fn every_page(shared: &Shared) {
    let mut tab = shared.browser().tab(View::PHONE);
    for page in pages(shared) {
        assert_page_fits(shared, &mut tab, &page);
    }
}

fn assert_page_fits(shared: &Shared, tab: &mut Tab, page: &str) {
    tab.open(&shared.course().url(page));
    for theme in THEMES {
        choose_theme(tab, theme);
        assert_eq!(overflowing(tab), "", "{page} in {theme}");
    }
    assert_eq!(tab.errors(), [""; 0], "{page}");
}

pub fn every_screenshot(shared: &Shared) {
    let folder = screenshots();
    for view in [View::PHONE, View::WIDE] {
        let mut tab = shared.browser().tab(view);
        for page in pages(shared) {
            tab.open(&shared.course().url(&page));
            for theme in THEMES {
                choose_theme(&mut tab, theme);
                let name = page.trim_matches('/').replace('/', "_");
                let name = name.replace(".html", &format!("-{theme}-{}.png", view.width));
                tab.screenshot(&folder.join(name));
            }
        }
    }
    println!("screenshots are in {}", folder.display());
}

/// Where they are kept. Cargo gives tests a folder of their own inside the target directory.
pub fn screenshots() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots")
}

/// As a reader does: mdBook's script sets the colours.
pub fn choose_theme(tab: &mut Tab, theme: &str) {
    tab.evaluate(&format!(
        "document.querySelector('#mdbook-theme-{theme}').click()"
    ));
    let chosen = format!("document.documentElement.classList.contains('{theme}')");
    assert_eq!(tab.evaluate(&chosen), true, "{theme}");
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
