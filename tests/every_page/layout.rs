//! Each page on a phone, and pictures of all pages.

use crate::browsing::Shared;
use crate::browsing::fitting::assert_page_fits;
use crate::browsing::themes::{THEMES, choose_theme, screenshots};
use crate::browsing::view::View;

pub fn on_a_phone(shared: &Shared) {
    let mut tab = shared.browser().tab(View::PHONE);
    for page in shared.pages() {
        assert_page_fits(shared, &mut tab, &page);
    }
}

/// The page for printing holds all chapters, with all that is in them, and loads at once.
pub fn whole_book(shared: &Shared) {
    let mut tab = shared.browser().tab(View::PHONE);
    // It would open the browser's window for printing.
    tab.before_scripts("window.print = () => {};");
    assert_page_fits(shared, &mut tab, "/print.html");
}

pub fn photographed(shared: &Shared) {
    let folder = screenshots();
    for view in [View::PHONE, View::WIDE] {
        let mut tab = shared.browser().tab(view);
        for page in shared.pages() {
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
