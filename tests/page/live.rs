//! Reading while somebody edits.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::view::View;
use crate::support::course::SmallCourse;
use crate::support::serving::Serving;

const BANNER: &str = "document.querySelector('.course-banner')";

fn reading(shared: &Shared) -> (SmallCourse, Serving, Tab) {
    let course = SmallCourse::new();
    let long = "A long line of books.\n\n".repeat(200);
    course.edit(
        "src/welcome.md",
        "\nA small library.",
        &format!("\nA small library.\n\n{long}"),
    );
    let serving = Serving::start(course.path());
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&serving.url("/welcome.html"));
    (course, serving, tab)
}

fn break_it(course: &SmallCourse) {
    course.edit("src/SUMMARY.md", "(welcome.md)", "(wellcome.md)");
}

fn mend_it(course: &SmallCourse) {
    course.edit("src/SUMMARY.md", "(wellcome.md)", "(welcome.md)");
}

pub fn reload(shared: &Shared) {
    let (course, _serving, mut tab) = reading(shared);
    tab.evaluate("scrollTo(0, 1234)");
    tab.until("scrollY === 1234");
    tab.reloaded_by(|| course.edit("src/welcome.md", "A small library.", "A large library."));
    tab.until("document.querySelector('main').textContent.includes('A large library.')");
    tab.until("scrollY === 1234");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn banner(shared: &Shared) {
    let (course, _serving, mut tab) = reading(shared);
    break_it(&course);
    tab.until(&format!("{BANNER}?.textContent.includes('wellcome.md')"));
    assert_eq!(tab.text(&format!("{BANNER}.getAttribute('role')")), "alert");
    assert!(
        tab.text("document.querySelector('main').textContent")
            .contains("A small library.")
    );
    mend_it(&course);
    tab.until(&format!("{BANNER} === null"));
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn dismissed(shared: &Shared) {
    let (course, _serving, mut tab) = reading(shared);
    break_it(&course);
    tab.until(&format!("{BANNER} !== null"));
    tab.evaluate(&format!("{BANNER}.querySelector('button').click()"));
    assert_eq!(tab.evaluate(&format!("{BANNER} === null")), true);
    // Another problem is news, and is shown.
    course.edit("src/SUMMARY.md", "(wellcome.md)", "(welllcome.md)");
    tab.until(&format!("{BANNER}?.textContent.includes('welllcome.md')"));
}

pub fn hidden(shared: &Shared) {
    let (course, serving, mut tab) = reading(shared);
    tab.set_visible(false);
    break_it(&course);
    serving.events().until(|news| !news.problems.is_empty());
    // Whatever the page still listened to would have arrived before what it asks for now.
    let news = tab.text(
        "new Promise(resolve => {
            const source = new EventSource('/_course/events');
            source.addEventListener('edition', event => {
                source.close();
                resolve(event.data);
            });
        })",
    );
    assert!(news.contains("wellcome.md"), "{news}");
    assert_eq!(tab.evaluate(&format!("{BANNER} === null")), true);
    tab.set_visible(true);
    tab.until(&format!("{BANNER} !== null"));
}
