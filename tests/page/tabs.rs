//! Many tabs of one browser, which allows six connections to a server.

use crate::browsing::Shared;
use crate::browsing::desk::{CARD, Desk, FILE, original};
use crate::browsing::view::View;
use crate::frame::{button, until_says};

const COUNT: usize = 8;
const STUB: &str = "tests/answers/running_goodbye/stub.rs";

pub fn eight(shared: &Shared) {
    let desk = Desk::serve();
    let mut tabs = shared.browser().tabs(View::WIDE, COUNT);
    for tab in &mut tabs {
        desk.open_in(tab);
        assert_eq!(tab.evaluate("document.hidden"), false);
    }
    // Each can do something, and all hear what happens.
    for tab in &mut tabs {
        tab.click(&button("run"));
        until_says(tab, "It ran on this computer");
    }
    desk.course.save(FILE, "// elsewhere\n");
    for tab in &mut tabs {
        tab.until(&format!("{}.textContent === 'begun'", state()));
    }
    // One that comes later hears how things are by now.
    let last = tabs.last_mut().unwrap();
    last.set_visible(false);
    desk.course.save(FILE, &original(STUB));
    tabs[0].until(&format!("{}.textContent === 'not begun'", state()));
    let last = tabs.last_mut().unwrap();
    assert_eq!(last.text(&format!("{}.textContent", state())), "begun");
    last.set_visible(true);
    last.until(&format!("{}.textContent === 'not begun'", state()));
    for tab in &mut tabs {
        let listens = |url: &String| url.ends_with("/_course/events");
        assert!(!tab.requests().iter().any(listens), "they share one");
        desk.assert_well(tab);
    }
}

fn state() -> String {
    format!("{CARD}.querySelector('.ev-state')")
}

/// Where tabs cannot share a connection, each has its own while it is looked at.
pub fn alone(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = shared.browser().tab(View::WIDE);
    tab.before_scripts("delete globalThis.SharedWorker;");
    desk.open_in(&mut tab);
    let has_own = |url: &String| url.ends_with("/_course/events");
    assert_eq!(tab.evaluate("typeof SharedWorker"), "undefined");
    desk.course.save(FILE, "// elsewhere\n");
    tab.until(&format!("{}.textContent === 'begun'", state()));
    assert!(tab.requests().iter().any(has_own));
    tab.set_visible(false);
    desk.course.save(FILE, &original(STUB));
    tab.set_visible(true);
    tab.until(&format!("{}.textContent === 'not begun'", state()));
    desk.assert_well(&mut tab);
}
