//! A small course with everything that a page can do, and the server that does it.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::view::View;
use crate::support::course::SmallCourse;
use crate::support::serving::Serving;
use std::path::Path;

/// The page.
pub const PAGE: &str = "/desk.html";
/// The frame of its first listing, as a JavaScript expression.
pub const FRAME: &str = "document.querySelector('course-code[listing=running_hello]')";
/// Its exercise.
pub const CARD: &str = "document.querySelector('course-exercise')";
/// The learner's file, seen from the course's folder.
pub const FILE: &str = "exercises/running_goodbye/exercise.rs";

const LISTINGS: [&str; 2] = ["running_hello", "running_ten_thousand"];

/// The course, served.
pub struct Desk {
    pub course: SmallCourse,
    serving: Option<Serving>,
}

impl Desk {
    /// Copies what the course itself has, but for the chapters, and serves it.
    pub fn serve() -> Self {
        let course = SmallCourse::new();
        course.add_exercise();
        for folder in ["theme", "src/elements"] {
            course.take_over(folder);
        }
        for listing in LISTINGS {
            course.take_over(&format!("listings/examples/{listing}"));
        }
        course.take_over("book.toml");
        course.save("src/desk.md", include_str!("desk.md"));
        course.edit(
            "src/SUMMARY.md",
            "- [Shelves]",
            "- [Desk](desk.md)\n- [Shelves]",
        );
        let serving = Some(Serving::start(course.path()));
        Self { course, serving }
    }

    pub fn serving(&self) -> &Serving {
        self.serving.as_ref().expect("it is served")
    }

    /// The server is gone from one moment to the next, and its port with it, which is returned.
    pub fn kill(&mut self) -> u16 {
        let serving = self.serving.take().expect("it is served");
        serving.address.port()
    }

    /// It is served at this port again.
    pub fn serve_again(&mut self, port: u16) {
        self.serving = Some(Serving::start_at(self.course.path(), port));
    }

    /// Opens the page in a new window.
    pub fn open(&self, shared: &Shared) -> Tab {
        let mut tab = shared.browser().tab(View::WIDE);
        self.open_in(&mut tab);
        tab
    }

    /// Opens the page, and waits until it is alive.
    pub fn open_in(&self, tab: &mut Tab) {
        tab.open(&self.serving().url(PAGE));
        until_alive(tab);
    }

    /// The learner's file.
    pub fn file(&self) -> String {
        std::fs::read_to_string(self.course.file(FILE)).unwrap()
    }

    /// Nothing has gone wrong in the page, and nothing was asked of anybody but the server.
    #[track_caller]
    pub fn assert_well(&self, tab: &mut Tab) {
        assert_eq!(tab.errors(), [""; 0]);
        self.assert_at_home(tab);
    }

    #[track_caller]
    pub fn assert_at_home(&self, tab: &mut Tab) {
        let home = self.serving().url("/");
        let is_stranger = |url: &&String| !url.starts_with(&home) && !url.starts_with("data:");
        let strangers: Vec<_> = tab.requests().iter().filter(is_stranger).collect();
        assert!(strangers.is_empty(), "{strangers:?}");
    }
}

/// Waits until the frame and the card can be used.
pub fn until_alive(tab: &mut Tab) {
    tab.until(&format!("{FRAME}?.classList.contains('ev-live') === true"));
    tab.until(&format!("{CARD}?.querySelector('.ev-state') !== null"));
}

/// A file of this course.
pub fn original(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}
