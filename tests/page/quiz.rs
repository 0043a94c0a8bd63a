//! Answering questions.

use crate::Shared;
use crate::reading::pages;
use crate::tab::Tab;
use crate::view::View;

const PAGE: &str = "/races/lost_update.html";
const QUIZ: &str = "document.querySelector('#races-two-clerks')";

fn opened(shared: &Shared) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.course().url(PAGE));
    tab.until(&format!("{QUIZ}.classList.contains('ev-live')"));
    tab
}

fn option(number: usize) -> String {
    format!("{QUIZ}.querySelectorAll('input')[{}]", number - 1)
}

fn check() -> String {
    format!("{QUIZ}.querySelector('.ev-main')")
}

fn told(tab: &mut Tab) -> String {
    tab.text(&format!(
        "[...{QUIZ}.querySelectorAll('.ev-reason:not([hidden])')]
            .map(reason => reason.textContent).join('\\n')"
    ))
}

pub fn by_mouse(shared: &Shared) {
    let mut tab = opened(shared);
    assert_eq!(told(&mut tab), "");
    tab.click(&option(1));
    tab.click(&check());
    let reason = told(&mut tab);
    assert!(reason.starts_with("Wrong. Two is the number"), "{reason}");
    assert_eq!(reason.lines().count(), 1, "only what was chosen is told");
    assert_eq!(tab.text(&format!("{QUIZ}.dataset.state")), "wrong");
    tab.click(&option(2));
    assert_eq!(told(&mut tab), "");
    tab.click(&check());
    assert_eq!(told(&mut tab).lines().count(), 3, "now all are told");
    assert_eq!(tab.text(&format!("{QUIZ}.dataset.state")), "right");
    // The answer is there again.
    tab.open(&shared.course().url(PAGE));
    tab.until(&format!("{QUIZ}.dataset.state === 'right'"));
    assert_eq!(tab.evaluate(&format!("{}.checked", option(2))), true);
    // And the question can be asked again.
    tab.click(&check());
    assert_eq!(told(&mut tab), "");
    assert_eq!(tab.evaluate(&format!("{}.checked", option(2))), false);
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn by_keyboard(shared: &Shared) {
    let mut tab = opened(shared);
    tab.evaluate(&format!("{}.focus()", option(1)));
    tab.press(" ");
    // The arrows choose among the options, and do not turn the page.
    tab.press("ArrowDown");
    tab.press("ArrowRight");
    tab.press("ArrowLeft");
    assert_eq!(tab.text("location.pathname"), PAGE);
    assert_eq!(tab.evaluate(&format!("{}.checked", option(2))), true);
    tab.press("Tab");
    assert_eq!(
        tab.evaluate(&format!("document.activeElement === {}", check())),
        true
    );
    tab.press("Enter");
    assert_eq!(tab.text(&format!("{QUIZ}.dataset.state")), "right");
    assert_eq!(
        tab.text(&format!(
            "{QUIZ}.querySelector('[role=status]').textContent"
        )),
        "Right."
    );
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn every(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    let mut count = 0;
    for page in pages(shared) {
        let questions = shared.course().page(&page).matches("<course-quiz").count();
        if questions == 0 {
            continue;
        }
        tab.open(&shared.course().url(&page));
        tab.until(&format!(
            "document.querySelectorAll('course-quiz.ev-live').length === {questions}"
        ));
        count += questions;
        assert_eq!(tab.errors(), [""; 0], "{page}");
    }
    assert!(count > 20, "only {count} questions");
}
