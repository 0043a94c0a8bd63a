//! What axe-core finds fault with: an independent judge of whether everybody can use the pages.
//!
//! It is not among the course's files. `.ci/run` fetches it from npm and names it in `AXE`.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::themes::choose_theme;
use crate::browsing::view::View;
use std::path::PathBuf;

const THEMES: [&str; 5] = ["light", "rust", "coal", "navy", "ayu"];

/// On every page. The colours of the others are looked at on pages that have one of everything.
const EVERYWHERE: [&str; 2] = ["light", "navy"];
const SAMPLE: [&str; 7] = [
    "/introduction.html",
    "/races/lost_update.html",
    "/running/join.html",
    "/mutex/index.html",
    "/costs/locks.html",
    "/progress.html",
    "/appendix/phrasebook.html",
];

/// Each element of a page that comes alive.
const ALIVE: &str = "[...document.querySelectorAll('course-code, course-quiz, schedule-explorer')]
    .every(element => element.classList.contains('ev-live'))";

/// One line for each element that a serious rule is broken by. `RULES` is an object or nothing.
const FAULTS: &str = "(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'], RULES });
    return violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .flatMap(({ id, help, nodes }) => nodes.map(node =>
            `${id}: ${help}: ${node.target} ${node.any[0]?.message ?? ''}`))
        .join('\\n');
})()";

/// Where axe-core is, if it is anywhere.
pub fn script() -> Option<PathBuf> {
    std::env::var_os("AXE").map(PathBuf::from)
}

/// As a web host has them: nothing changes while they are looked at.
pub fn every_page(shared: &Shared) {
    let axe = std::fs::read_to_string(script().expect("it was asked for")).unwrap();
    let mut faults = Vec::new();
    let mut tab = shared.browser().tab(View::WIDE);
    for page in shared.pages() {
        open(&mut tab, &shared.site().url(&page), &axe);
        let (first, second) = (EVERYWHERE[0], EVERYWHERE[1]);
        choose_theme(&mut tab, first);
        note(&mut faults, &mut tab, &page, first, "");
        let others: &[&str] = match SAMPLE.contains(&page.as_str()) {
            true => &THEMES[1..],
            false => &[second],
        };
        for theme in others {
            choose_theme(&mut tab, theme);
            note(
                &mut faults,
                &mut tab,
                &page,
                theme,
                "runOnly: ['color-contrast']",
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The same on a phone, where the page is laid out in another way, and with a server, which the
/// elements have more to say of.
pub fn on_a_phone(shared: &Shared) {
    let axe = std::fs::read_to_string(script().expect("it was asked for")).unwrap();
    let mut faults = Vec::new();
    let mut tab = shared.browser().tab(View::PHONE);
    for page in SAMPLE {
        open(&mut tab, &shared.course().url(page), &axe);
        choose_theme(&mut tab, "light");
        note(&mut faults, &mut tab, page, "light", "");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn open(tab: &mut Tab, url: &str, axe: &str) {
    tab.open(url);
    let has_explorer = tab.evaluate("document.querySelector('schedule-explorer') !== null");
    let nearest = if has_explorer == true {
        "schedule-explorer"
    } else {
        "h1"
    };
    tab.come_near(nearest);
    tab.until(ALIVE);
    tab.evaluate(&format!("{axe}; null"));
}

fn note(faults: &mut Vec<String>, tab: &mut Tab, page: &str, theme: &str, rules: &str) {
    let found = tab.text(&FAULTS.replace("RULES", rules));
    faults.extend(
        found
            .lines()
            .map(|line| format!("{page} in {theme}: {line}")),
    );
}

pub fn what_is_wrong_is_noticed(shared: &Shared) {
    let axe = std::fs::read_to_string(script().expect("it was asked for")).unwrap();
    let mut tab = shared.browser().tab(View::WIDE);
    open(&mut tab, &shared.course().url(SAMPLE[0]), &axe);
    tab.evaluate(
        "document.querySelector('main').insertAdjacentHTML(
            'beforeend', '<button></button><p style=\"color: #eee; background: #fff\">faint</p>')",
    );
    let mut faults = Vec::new();
    note(&mut faults, &mut tab, SAMPLE[0], "light", "");
    let all = faults.join("\n");
    assert!(all.contains("button-name: "), "{all}");
    assert!(all.contains("color-contrast: "), "{all}");
}
