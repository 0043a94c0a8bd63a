//! The served course in a real browser.
//!
//! Where no Chromium or Chrome is found, the tests are listed as ignored, with the reason.
//! With `COURSE_SCREENSHOTS=1`, every page is also photographed into `target/screenshots`.

#[path = "../support/mod.rs"]
mod support;

mod browser;
mod devtools;
mod layout;
mod live;
mod reading;
mod tab;
mod view;

use browser::Browser;
use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

/// The browser is started by the first test that runs, and shared.
type SharedBrowser = Arc<OnceLock<Browser>>;
type Test = fn(&Browser);

const TESTS: [(&str, Test); 8] = [
    ("the_first_page_has_the_courses_title", reading::title),
    ("search_finds_a_page", reading::search),
    ("no_page_has_an_error", reading::errors),
    ("nothing_overflows_a_page", layout::overflow),
    ("an_edit_reloads_the_page_where_it_was", live::reload),
    ("a_broken_edit_is_shown_until_it_is_mended", live::banner),
    ("a_dismissed_banner_stays_away", live::dismissed),
    ("a_hidden_page_holds_no_connection", live::hidden),
];

fn main() -> ExitCode {
    let found = Browser::is_installed();
    let browser = SharedBrowser::default();
    let trials = TESTS
        .map(|(name, test)| trial(name, test, found, &browser))
        .into();
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    // Ends the browser: its process would outlive an `exit`.
    drop(browser);
    conclusion.exit_code()
}

fn trial(name: &str, test: Test, found: bool, browser: &SharedBrowser) -> Trial {
    let browser = Arc::clone(browser);
    let trial = Trial::test(name, move || {
        test(browser.get_or_init(Browser::start));
        Ok(())
    });
    match found {
        true => trial,
        false => trial
            .with_kind("needs Chromium or Chrome, or CHROME=its path")
            .with_ignored_flag(true),
    }
}
