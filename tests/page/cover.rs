//! The first page: an explorer at work at once.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::view::View;

const EXPLORER: &str = "document.querySelector('schedule-explorer')";
const SMALL: View = View {
    width: 1280,
    height: 800,
    is_phone: false,
};

fn opened(shared: &Shared) -> Tab {
    let mut tab = shared.browser().tab(SMALL);
    tab.open(&shared.course().url("/index.html"));
    tab
}

/// Nobody has scrolled or clicked, and the reader sees threads take their steps.
pub fn at_work(shared: &Shared) {
    let mut tab = opened(shared);
    tab.until(&format!("{EXPLORER}.classList.contains('ev-playing')"));
    let lowest = format!("{EXPLORER}.querySelector('.ev-body').getBoundingClientRect().bottom");
    let lowest = tab.evaluate(&lowest).as_f64().unwrap();
    assert!(lowest <= f64::from(SMALL.height), "it reaches to {lowest}");
    assert_eq!(tab.evaluate("scrollY"), 0);
    tab.until(&format!(
        "{EXPLORER}.querySelector('.ev-end')?.checkVisibility() === true"
    ));
    let end = tab.text(&format!("{EXPLORER}.querySelector('.ev-end').textContent"));
    assert!(end.contains("It prints loans: 1."), "{end}");
    // It was not the reader who has done it.
    assert!(!end.contains("You have done it"), "{end}");
    let goal = format!("{EXPLORER}.querySelector('.ev-goal').dataset.done");
    assert_eq!(tab.evaluate(&goal), "false");
    assert_eq!(tab.text("location.search"), "");
    assert_eq!(
        tab.text(&format!(
            "{EXPLORER}.querySelector('[role=status]').textContent"
        )),
        ""
    );
    // Who knows it is left alone.
    tab.click(&format!("{EXPLORER}.querySelector('.ev-end button')"));
    tab.until("document.activeElement?.closest('.ev-lane') !== null");
    tab.open(&shared.course().url("/index.html"));
    tab.until(&format!("{EXPLORER}.classList.contains('ev-live')"));
    assert_eq!(
        tab.evaluate(&format!("{EXPLORER}.classList.contains('ev-playing')")),
        false
    );
    assert_eq!(tab.errors(), [""; 0]);
}

/// A step of the reader's ends the show.
pub fn taken_over(shared: &Shared) {
    let mut tab = opened(shared);
    tab.until(&format!("{EXPLORER}.classList.contains('ev-playing')"));
    tab.click(&format!("{EXPLORER}.querySelector('.ev-restart')"));
    for thread in ["ann", "bob", "ann", "bob"] {
        let step =
            format!("document.querySelector('.ev-lane[aria-label=\"Thread {thread}\"] button')");
        tab.click(&step);
    }
    let goal = format!("{EXPLORER}.querySelector('.ev-goal').dataset.done");
    assert_eq!(tab.evaluate(&goal), "true");
    assert_eq!(tab.errors(), [""; 0]);
}
