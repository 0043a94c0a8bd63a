//! Being the scheduler of a program.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::view::View;

const EXPLORER: &str = "document.querySelector('schedule-explorer')";
const STATUS: &str = "document.querySelector('schedule-explorer [role=status]').textContent";

/// The first page, on which Ann and Bob lend out a book each. To a reader who wants nothing to
/// move it shows nothing by itself.
fn two_loans(shared: &Shared) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.wants_calm();
    reach(shared, &mut tab, "/index.html");
    tab
}

fn reach(shared: &Shared, tab: &mut Tab, page: &str) {
    tab.open(&shared.course().url(page));
    tab.come_near("schedule-explorer");
    tab.until(&format!("{EXPLORER}.classList.contains('ev-live')"));
}

/// The button that lets a thread take its next step.
fn step_of(thread: &str) -> String {
    format!("document.querySelector('.ev-lane[aria-label=\"Thread {thread}\"] button')")
}

fn goal_is_reached(tab: &mut Tab) -> bool {
    tab.evaluate("document.querySelector('.ev-goal').dataset.done") == "true"
}

fn printed(tab: &mut Tab) -> String {
    tab.text("document.querySelector('.ev-values .ev-printed')?.textContent ?? ''")
}

/// What screen readers are told begins like this.
fn assert_says(tab: &mut Tab, start: &str) {
    let said = tab.text(STATUS);
    assert!(
        said.starts_with(start),
        "{said:?} does not begin with {start:?}"
    );
}

pub fn by_mouse(shared: &Shared) {
    let mut tab = two_loans(shared);
    assert!(!goal_is_reached(&mut tab));
    for thread in ["ann", "bob", "bob", "ann"] {
        tab.click(&step_of(thread));
    }
    assert_eq!(printed(&mut tab), "loans: 1");
    assert!(goal_is_reached(&mut tab));
    assert!(tab.text(STATUS).contains("It prints loans: 1."));
    // What was reached is remembered.
    let page = shared.course().url("/running/index.html");
    tab.open(&page);
    tab.open(&shared.course().url("/index.html"));
    tab.come_near("schedule-explorer");
    tab.until("document.querySelector('.ev-goal')?.dataset.done === 'true'");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn by_keyboard(shared: &Shared) {
    let mut tab = two_loans(shared);
    tab.tab_to(&step_of("ann"));
    // The button that has the focus, then the threads' own keys.
    tab.press("Enter");
    let lane = "document.activeElement.closest('.ev-lane').ariaLabel";
    assert_eq!(tab.text(lane), "Thread ann", "the focus stays where it was");
    assert_says(&mut tab, "ann: load LOANS → 0.");
    tab.press("b");
    tab.press("a");
    assert_says(&mut tab, "ann: store LOANS ← 1.");
    // Nobody turns the page by an arrow.
    tab.press("ArrowRight");
    tab.press("ArrowLeft");
    assert_eq!(tab.text("location.pathname"), "/index.html");
    tab.press("u");
    assert_says(&mut tab, "bob: load LOANS → 0.");
    tab.press("a");
    tab.press("a");
    assert!(
        tab.text(STATUS)
            .starts_with("ann cannot go: nothing left to do")
    );
    tab.press("b");
    assert_eq!(printed(&mut tab), "loans: 1");
    assert!(goal_is_reached(&mut tab));
    let is_inside = format!("{EXPLORER}.contains(document.activeElement)");
    assert_eq!(tab.evaluate(&is_inside), true, "the focus is not lost");
    // Not even by what goes: the last row of what happened, the button at the end.
    tab.evaluate("document.querySelector('.ev-end button').focus()");
    tab.press("u");
    assert_eq!(tab.evaluate(&is_inside), true, "the end is gone");
    tab.evaluate("[...document.querySelectorAll('.ev-event')].at(-1).focus()");
    tab.press("r");
    assert_eq!(tab.evaluate(&is_inside), true, "the row is gone");
    assert_says(&mut tab, "At the start. Can go: ann and bob.");
    tab.press("ArrowRight");
    assert_eq!(tab.text("location.pathname"), "/index.html");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn blocked(shared: &Shared) {
    let mut tab = two_loans(shared);
    let lane = "document.querySelector('.ev-lane[aria-label=\"Thread main\"]')";
    let words = tab.text(&format!("{lane}.textContent"));
    assert!(words.contains("waits: ann has not ended"), "{words}");
    assert_eq!(tab.text(&format!("{lane}.dataset.state")), "blocked");
    let mark = "[...document.querySelectorAll('.ev-here .ev-chip')]
        .map(chip => chip.title).join('\\n')";
    let marks = tab.text(mark);
    assert!(
        marks.contains("main: join ann; waits: ann has not ended"),
        "{marks}"
    );
    assert!(marks.contains("bob: load LOANS"), "{marks}");
}

pub fn shown(shared: &Shared) {
    let mut tab = two_loans(shared);
    let row = "[...document.querySelectorAll('.ev-outcomes tbody tr')]
        .find(row => row.textContent.includes('loans: 2'))";
    assert!(tab.text(&format!("({row}).textContent")).contains("2 of 6"));
    tab.click(&format!("({row}).querySelector('button')"));
    tab.until("document.querySelector('.ev-values .ev-printed')?.textContent === 'loans: 2'");
    assert!(!goal_is_reached(&mut tab));
    tab.click("document.querySelector('.ev-undo')");
    assert_eq!(printed(&mut tab), "");
    // What was undone can be taken again by choosing it in the picture.
    tab.click("[...document.querySelectorAll('.ev-undone button')].at(-1)");
    assert_eq!(printed(&mut tab), "loans: 2");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn shared(shared: &Shared) {
    let mut tab = two_loans(shared);
    for thread in ["ann", "bob", "bob"] {
        tab.click(&step_of(thread));
    }
    let address = tab.text("location.href");
    assert!(
        address.contains("?schedule=introduction_two_loans."),
        "{address}"
    );
    let history = "document.querySelector('.ev-history').textContent";
    let before = tab.text(history);
    let mut other = shared.browser().tab(View::WIDE);
    other.open(&address);
    other.until(&format!("{EXPLORER}.classList.contains('ev-live')"));
    assert_eq!(other.text(history), before);
    // A schedule of another program is followed as far as it goes.
    other.open(&format!("{address}9999"));
    other.until(&format!("{EXPLORER}.classList.contains('ev-live')"));
    other.until(&format!("{STATUS}.includes('as far as it fits')"));
    assert_eq!(other.errors(), [""; 0]);
}
