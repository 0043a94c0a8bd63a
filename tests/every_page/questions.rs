//! Each question of the book.

use crate::browsing::Shared;
use crate::browsing::view::View;

pub fn all(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    let mut count = 0;
    for page in shared.pages() {
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
