//! How soon a page is there: its first paint, and when it can be used, beside the same chapter as
//! plain mdBook makes it.
//!
//! A measurement, not a test: it says what it found, and no number makes it fail.

use crate::browsing::Shared;
use crate::browsing::file_server;
use crate::browsing::view::View;
use mdbook_driver::MDBook;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use tempfile::TempDir;

const TIMES: usize = 7;
const PAGES: [&str; 3] = [
    "/introduction.html",
    "/races/lost_update.html",
    "/channels/index.html",
];

/// What the chapters include lies beside them.
const SOURCES: [&str; 4] = ["src", "listings", "measurements", "explorer"];

const PLAIN: &str = "[book]\ntitle = \"Every Interleaving\"\n\n\
                     [rust]\nedition = \"2024\"\n\n\
                     [output.html.playground]\nrunnable = false\n";

/// Notes when no element of the page is without life any more; in plain mdBook none comes alive. An
/// explorer may wait until the reader comes near.
const WATCH: &str = "addEventListener('DOMContentLoaded', () => {
    const isPlain = document.querySelector('script[src$=\"elements/page.js\"]') === null;
    const isAlive = () => isPlain || [...document.querySelectorAll('course-code, course-quiz')]
        .every(element => element.classList.contains('ev-live'));
    const look = () => {
        if (isAlive()) window.aliveAt = performance.now();
        else setTimeout(look, 1);
    };
    look();
    window.longTasks = [];
    new PerformanceObserver(list => longTasks.push(...list.getEntries()))
        .observe({ type: 'longtask', buffered: true });
})";

/// The first paint with content, and the end of all that keeps a page from answering: its scripts,
/// long tasks, elements that are not alive. Nothing counts that comes after a quiet second.
const TIMES_OF_A_PAGE: &str = "(async () => {
    const wait = milliseconds => new Promise(resolve => { setTimeout(resolve, milliseconds); });
    while (window.aliveAt === undefined) await wait(10);
    const ends = () => longTasks.map(task => task.startTime + task.duration);
    while (performance.now() - Math.max(aliveAt, ...ends()) < 1000) await wait(50);
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const [{ domContentLoadedEventEnd }] = performance.getEntriesByType('navigation');
    const usable = Math.max(paint.startTime, domContentLoadedEventEnd, aliveAt, ...ends());
    return [paint.startTime, usable];
})()";

/// The chapters in plain mdBook, on the same kind of file server.
struct Plain {
    _folder: TempDir,
    address: SocketAddr,
}

impl Plain {
    fn build() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let course = Path::new(env!("CARGO_MANIFEST_DIR"));
        for source in SOURCES {
            link(&course.join(source), &folder.path().join(source));
        }
        fs::write(folder.path().join("book.toml"), PLAIN).unwrap();
        MDBook::load(folder.path()).unwrap().build().unwrap();
        Self {
            address: file_server::serve(folder.path().join("book")),
            _folder: folder,
        }
    }
}

#[cfg(unix)]
fn link(original: &Path, place: &Path) {
    std::os::unix::fs::symlink(original, place).unwrap();
}

#[cfg(windows)]
fn link(original: &Path, place: &Path) {
    std::os::windows::fs::symlink_dir(original, place).unwrap();
}

pub fn table(shared: &Shared) {
    let plain = Plain::build();
    let plain = |page: &str| format!("http://{}/some/where{page}", plain.address);
    println!("| median of {TIMES}, in ms | first paint | plain mdBook | usable | plain mdBook |");
    println!("|---|---|---|---|---|");
    for page in PAGES {
        for is_slow in [false, true] {
            let (mut own, mut others) = (Vec::new(), Vec::new());
            // In turns, so that what slows the machine down for a while slows both.
            for _ in 0..TIMES {
                own.push(times(shared, &shared.site().url(page), is_slow));
                others.push(times(shared, &plain(page), is_slow));
            }
            let [paint, usable] = medians(&own);
            let [plain_paint, plain_usable] = medians(&others);
            let on = if is_slow {
                ", processor 4 times slower"
            } else {
                ""
            };
            println!(
                "| {page}{on} | {paint:.0} | {plain_paint:.0} | {usable:.0} | {plain_usable:.0} |"
            );
        }
    }
}

/// In a window that has loaded nothing before.
fn times(shared: &Shared, url: &str, is_slow: bool) -> [f64; 2] {
    let mut tab = shared.browser().tab(View::WIDE);
    if is_slow {
        tab.slow_down(4);
    }
    tab.before_scripts(WATCH);
    tab.open(url);
    let times = tab.evaluate(TIMES_OF_A_PAGE);
    [0, 1].map(|at| times[at].as_f64().unwrap())
}

fn medians(times: &[[f64; 2]]) -> [f64; 2] {
    [0, 1].map(|at| {
        let mut all: Vec<f64> = times.iter().map(|both| both[at]).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    })
}
