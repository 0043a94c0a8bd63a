//! Pages on paper, with few colours, and where nothing moves.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::themes::choose_theme;
use crate::browsing::view::View;

const PAGE: &str = "/races/lost_update.html";
/// The colour of the text, and what it is where the ground is light.
pub const TEXT: &str = "getComputedStyle(document.querySelector('main p')).color";
pub const DARK: &str = "rgb(29, 33, 38)";

fn alive(shared: &Shared, prepare: impl FnOnce(&mut Tab)) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    prepare(&mut tab);
    tab.open(&shared.site().url(PAGE));
    tab.come_near("schedule-explorer");
    tab.until(
        "[...document.querySelectorAll('course-code, course-quiz, schedule-explorer')]
            .every(element => element.classList.contains('ev-live'))",
    );
    tab
}

/// How many of the elements can be seen, and how many there are.
fn seen(tab: &mut Tab, selector: &str) -> (u64, u64) {
    let both = tab.evaluate(&format!(
        "(all => [all.filter(one => one.checkVisibility()).length, all.length])(
            [...document.querySelectorAll('{selector}')])"
    ));
    (both[0].as_u64().unwrap(), both[1].as_u64().unwrap())
}

/// Paper has both languages, the table of an explorer, and no answer to a question that nobody has
/// answered.
pub fn paper(shared: &Shared) {
    let mut tab = alive(shared, Tab::is_paper);
    tab.evaluate(
        "document.querySelectorAll('main details').forEach(fold => { fold.open = true; })",
    );
    for selector in [
        "course-code .language-go",
        "course-code .language-rust",
        "schedule-explorer table.ev-outcomes",
        "course-quiz .ev-question",
    ] {
        let (visible, all) = seen(&mut tab, selector);
        assert!(all > 0 && visible == all, "{visible} of {all} {selector}");
    }
    for selector in [
        ".ev-code-tools",
        "schedule-explorer .ev-body",
        "course-quiz .ev-reason",
        "course-quiz .ev-main",
        ".ev-end-of-page",
    ] {
        let (visible, all) = seen(&mut tab, selector);
        assert!(all > 0 && visible == 0, "{visible} of {all} {selector}");
    }
    let label = "getComputedStyle(document.querySelector('course-code .language-go').parentElement, '::before').content";
    assert_eq!(tab.text(label), "\"Go\"");
    // It is white, whatever the screen was.
    choose_theme(&mut tab, "navy");
    assert_eq!(tab.text(TEXT), DARK);
    assert_eq!(tab.errors(), [""; 0]);
}

/// What is told by a colour is told by a line as well: the colours are those of the system.
pub fn few_colours(shared: &Shared) {
    let mut tab = alive(shared, Tab::wants_few_colours);
    for selector in [
        ".ev-button:not(.ev-plain)",
        ".ev-option",
        ".ev-step-row",
        ".ev-lane[data-state=ready] .ev-step",
    ] {
        let borders = format!(
            "[...document.querySelectorAll('{selector}')].map(one => getComputedStyle(one))
                .filter(style => style.borderTopStyle === 'none' || style.borderTopWidth === '0px').length"
        );
        assert_eq!(tab.evaluate(&borders), 0, "{selector}");
        assert!(seen(&mut tab, selector).1 > 0, "{selector}");
    }
    // Right and wrong are words and signs.
    tab.click("document.querySelector('#races-two-clerks input')");
    tab.click("document.querySelector('#races-two-clerks .ev-main')");
    assert_eq!(
        tab.text("document.querySelector('#races-two-clerks .ev-option-mark').textContent"),
        "wrong"
    );
    assert_eq!(tab.errors(), [""; 0]);
}

/// Nothing moves for who wants it so: a schedule is there at once, and a step that cannot be taken
/// does not shake.
pub fn calm(shared: &Shared) {
    let mut tab = alive(shared, Tab::wants_calm);
    tab.click("document.querySelector('.ev-outcomes button')");
    tab.until("document.querySelector('.ev-end')?.checkVisibility() === true");
    assert_eq!(
        tab.evaluate("document.querySelectorAll('.ev-playing').length"),
        0
    );
    let moving = "document.getAnimations().filter(one => one.playState === 'running').length";
    assert_eq!(tab.evaluate(moving), 0);
    tab.open(&shared.site().url("/index.html"));
    tab.until(
        "document.querySelector('schedule-explorer')?.classList.contains('ev-live') === true",
    );
    assert_eq!(
        tab.evaluate("document.querySelectorAll('.ev-playing').length"),
        0
    );
    assert_eq!(tab.errors(), [""; 0]);
}
