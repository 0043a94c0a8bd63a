//! Each explorer of the book.

use crate::browsing::Shared;
use crate::browsing::view::View;

/// Each explorer of the book has its program, and shows a way to every outcome that it lists.
pub fn all(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    // Then a schedule is shown at once.
    tab.wants_calm();
    let mut count = 0;
    for page in shared.pages() {
        if !shared.course().page(&page).contains("<schedule-explorer") {
            continue;
        }
        tab.open(&shared.course().url(&page));
        tab.come_near("schedule-explorer");
        let is_alive = "[...document.querySelectorAll('schedule-explorer')]
            .every(explorer => explorer.classList.contains('ev-live'))";
        tab.until(is_alive);
        let wrong = tab.text(
            "[...document.querySelectorAll('schedule-explorer')].flatMap(explorer => {
                const program = explorer.querySelector('.ev-program').textContent;
                const rows = [...explorer.querySelectorAll('.ev-outcomes tbody tr')];
                const isShown = row => {
                    row.querySelector('button').click();
                    return row.classList.contains('ev-current');
                };
                const isRight = program.includes('fn main') && rows.every(isShown)
                    && explorer.querySelector('.ev-goal').dataset.done === 'true';
                return isRight ? [] : [explorer.listing];
            }).join()",
        );
        assert_eq!(wrong, "", "{page}");
        count += 1;
        assert_eq!(tab.errors(), [""; 0], "{page}");
    }
    assert!(count > 3, "only {count} pages have an explorer");
}
