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
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};
use support::serving::Serving;

/// What the tests share. Each part is started by the first test that needs it.
#[derive(Default)]
struct Shared {
    browser: OnceLock<Browser>,
    course: OnceLock<Serving>,
}

impl Shared {
    fn browser(&self) -> &Browser {
        self.browser.get_or_init(Browser::start)
    }

    /// The course itself, served.
    fn course(&self) -> &Serving {
        self.course
            .get_or_init(|| Serving::start(Path::new(env!("CARGO_MANIFEST_DIR"))))
    }
}

type Test = fn(&Shared);

const TESTS: [(&str, Test); 8] = [
    ("the_first_page_has_the_courses_title", reading::title),
    ("search_finds_a_page", reading::search),
    ("every_wide_page_fits_without_errors", layout::wide),
    ("every_phone_page_fits_without_errors", layout::phone),
    ("an_edit_reloads_the_page_where_it_was", live::reload),
    ("a_broken_edit_is_shown_until_it_is_mended", live::banner),
    ("a_dismissed_banner_stays_away", live::dismissed),
    ("a_hidden_page_holds_no_connection", live::hidden),
];

fn main() -> ExitCode {
    let found = Browser::is_installed();
    let shared = Arc::<Shared>::default();
    let trials = TESTS
        .map(|(name, test)| trial(name, test, found, &shared))
        .into();
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    // Ends the browser and the server: their processes would outlive this one.
    drop(shared);
    conclusion.exit_code()
}

fn trial(name: &str, test: Test, found: bool, shared: &Arc<Shared>) -> Trial {
    let shared = Arc::clone(shared);
    let trial = Trial::test(name, move || {
        test(&shared);
        Ok(())
    });
    match found {
        true => trial,
        false => trial
            .with_kind("needs Chromium or Chrome, or CHROME=its path")
            .with_ignored_flag(true),
    }
}
