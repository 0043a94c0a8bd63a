//! A browser in which the tests read the course, and what they read.

#![allow(dead_code, reason = "each test binary uses a part of it")]

pub mod browser;
pub mod desk;
pub mod devtools;
pub mod file_server;
pub mod fitting;
pub mod keyboard;
pub mod site;
pub mod tab;
pub mod themes;
pub mod view;

use crate::support::serving::Serving;
use browser::Browser;
use desk::Desk;
use libtest_mimic::{Arguments, Trial};
use site::Site;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

/// What the tests share. Each part is started by the first test that needs it.
#[derive(Default)]
pub struct Shared {
    browser: OnceLock<Browser>,
    course: OnceLock<Serving>,
    site: OnceLock<Site>,
    desk: OnceLock<Desk>,
}

impl Shared {
    pub fn browser(&self) -> &Browser {
        self.browser.get_or_init(Browser::start)
    }

    /// The course itself, served.
    pub fn course(&self) -> &Serving {
        self.course
            .get_or_init(|| Serving::start(Path::new(env!("CARGO_MANIFEST_DIR"))))
    }

    /// A small course, for tests that change nothing in it.
    pub fn desk(&self) -> &Desk {
        self.desk.get_or_init(Desk::serve)
    }

    /// The course as a static site, on a plain file server.
    pub fn site(&self) -> &Site {
        self.site.get_or_init(Site::build)
    }

    /// The addresses of all pages, as the table of contents lists them.
    pub fn pages(&self) -> Vec<String> {
        let contents = self.course().page("/toc.html");
        let links = contents.split("href=\"").skip(1);
        let mut pages: Vec<_> = links
            .filter_map(|link| link.split_once('"'))
            .filter(|(link, _)| link.ends_with(".html"))
            .map(|(link, _)| format!("/{link}"))
            .collect();
        pages.dedup();
        assert!(pages.len() > 1, "the contents list {pages:?}");
        pages
    }
}

/// A test of pages.
pub struct Test {
    name: &'static str,
    run: fn(&Shared),
    ignored: Option<&'static str>,
}

impl Test {
    /// A test that is ignored where there is no browser.
    pub fn new(name: &'static str, run: fn(&Shared)) -> Self {
        let ignored = match Browser::is_installed() {
            true => None,
            false => Some("needs Chromium or Chrome, or CHROME=its path"),
        };
        Self { name, run, ignored }
    }

    /// It is ignored, too, if there is this reason for it.
    pub fn unless(self, reason: Option<&'static str>) -> Self {
        let ignored = self.ignored.or(reason);
        Self { ignored, ..self }
    }

    fn trial(self, shared: &Arc<Shared>) -> Trial {
        let shared = Arc::clone(shared);
        let trial = Trial::test(self.name, move || {
            (self.run)(&shared);
            Ok(())
        });
        match self.ignored {
            None => trial,
            Some(reason) => trial.with_kind(reason).with_ignored_flag(true),
        }
    }
}

/// Runs the tests that the command line asks for.
pub fn run(tests: impl IntoIterator<Item = Test>) -> ExitCode {
    let shared = Arc::<Shared>::default();
    let trials = tests.into_iter().map(|test| test.trial(&shared)).collect();
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    // Ends the browser and the server: their processes would outlive this one.
    drop(shared);
    conclusion.exit_code()
}
