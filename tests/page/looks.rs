//! What each element looks like in each of its states, and whether a finger can hit it.

use crate::browsing::Shared;
use crate::browsing::desk::{CARD, Desk, FILE, FRAME, original};
use crate::browsing::tab::Tab;
use crate::browsing::themes::{THEMES, choose_theme, screenshots};
use crate::browsing::view::View;
use crate::frame::{button, edit, forget_answer, until_editing, until_prints, until_says};
use crate::programs::{ENDLESS, OPPOSITE_LOCKS, PANICS, RACY, TWO_STREAMS, WRONG};

const EXPLORER: &str = "document.querySelector('main > schedule-explorer')";
const EXPLORED: &str =
    "document.querySelector('course-code[listing=running_hello] schedule-explorer')";

pub fn every_state(shared: &Shared) {
    for view in [View::WIDE, View::PHONE] {
        let desk = Desk::serve();
        let mut tab = shared.browser().tab(view);
        desk.open_in(&mut tab);
        code(&mut tab);
        explorer(&mut tab);
        exercise(&desk, &mut tab);
    }
    println!("screenshots are in {}", screenshots().display());
}

/// What can be pressed in the elements, and is lower than a finger needs it. mdBook has a button of
/// its own on each block.
const TOO_LOW: &str =
    "[...document.querySelectorAll('course-code, schedule-explorer, course-exercise')]
    .flatMap(element => [...element.querySelectorAll('button:not(.clip-button), .ev-check')])
    .filter(button => button.checkVisibility() && button.getBoundingClientRect().height < 40)
    .map(button => `${button.className}: ${button.textContent}`).join('\\n')";

pub fn fingers(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = shared.browser().tab(View::PHONE);
    desk.open_in(&mut tab);
    edit(&mut tab, TWO_STREAMS);
    tab.click(&button("run"));
    until_says(&mut tab, "It ran on this computer");
    tab.come_near("main > schedule-explorer");
    tab.until(&format!("{EXPLORER}.classList.contains('ev-live')"));
    tab.click(&step_of(EXPLORER, "main"));
    tab.click(&step_of(EXPLORER, "main"));
    let press = |tab: &mut Tab, name: &str| {
        tab.click(&format!("{CARD}.querySelector('.ev-exercise-{name}')"));
    };
    press(&mut tab, "edit");
    until_editing(&mut tab);
    press(&mut tab, "check");
    tab.until_built(&format!(
        "{CARD}.querySelector('.ev-replay button') !== null"
    ));
    press(&mut tab, "solution");
    assert_eq!(tab.text(TOO_LOW), "");
    let count = tab.evaluate("document.querySelectorAll('.ev-live button').length");
    assert!(count.as_u64().unwrap() > 20, "{count}");
}

fn code(tab: &mut Tab) {
    photograph(tab, "code-idle", FRAME);
    tab.click(&button("run"));
    until_says(tab, "It ran on this computer");
    photograph(tab, "code-ran", FRAME);
    for (program, task, said, name) in [
        (WRONG, "run", "It does not compile.", "code-refused"),
        (PANICS, "run", "exit status 101", "code-panicked"),
        (RACY, "race", "A data race was found.", "code-race"),
    ] {
        replace(tab, program);
        tab.click(&button(task));
        until_says(tab, said);
        photograph(tab, name, FRAME);
    }
    replace(tab, ENDLESS);
    tab.click(&button("run"));
    until_prints(tab, "stdout", "here\n");
    photograph(tab, "code-editor-and-running", FRAME);
    tab.click(&button("run"));
    until_says(tab, "You have stopped it.");
    photograph(tab, "code-stopped", FRAME);
    replace(tab, OPPOSITE_LOCKS);
    tab.click(&button("explore"));
    tab.until_built(&format!("document.activeElement === {EXPLORED}"));
    tab.click(&step_of(EXPLORED, "ann"));
    photograph(tab, "explorer-begun", EXPLORED);
    tab.click(&step_of(EXPLORED, "bob"));
    photograph(tab, "explorer-deadlock", EXPLORED);
    tab.click(&button("reset"));
    tab.click(&button("edit"));
}

/// The editor stays open.
fn replace(tab: &mut Tab, program: &str) {
    forget_answer(tab);
    if tab.evaluate("document.querySelector('course-code .ev-editor-text') === null") == true {
        edit(tab, program);
    } else {
        tab.evaluate("document.querySelector('course-code .ev-editor-text').focus()");
        until_editing(tab);
        tab.replace_all(program);
    }
}

fn step_of(explorer: &str, thread: &str) -> String {
    format!("{explorer}.querySelector('.ev-lane[aria-label=\"Thread {thread}\"] button')")
}

fn explorer(tab: &mut Tab) {
    tab.come_near("main > schedule-explorer");
    tab.until(&format!("{EXPLORER}.classList.contains('ev-live')"));
    photograph(tab, "explorer-idle", EXPLORER);
    tab.click(&step_of(EXPLORER, "main"));
    photograph(tab, "explorer-in-the-middle", EXPLORER);
}

fn exercise(desk: &Desk, tab: &mut Tab) {
    let press = |tab: &mut Tab, name: &str| {
        tab.click(&format!("{CARD}.querySelector('.ev-exercise-{name}')"));
    };
    let shows = |words: &str| format!("{CARD}.textContent.includes({words:?})");
    photograph(tab, "exercise-idle", CARD);
    press(tab, "hint");
    tab.until(&format!("{CARD}.querySelector('.ev-hints li') !== null"));
    press(tab, "check");
    tab.until_built(&shows("Checked in"));
    photograph(tab, "exercise-failed", CARD);
    tab.click(&format!("{CARD}.querySelector('.ev-replay button')"));
    tab.until(&format!(
        "{CARD}.querySelector('schedule-explorer.ev-live') !== null"
    ));
    photograph(tab, "exercise-replay", CARD);
    press(tab, "edit");
    until_editing(tab);
    tab.replace_all(&original("tests/answers/running_goodbye/solution.rs"));
    press(tab, "check");
    tab.until_built(&shows("every check holds in every schedule"));
    photograph(tab, "exercise-solved", CARD);
    tab.evaluate("document.querySelector('course-exercise .ev-editor-text').focus()");
    tab.type_text("// mine ");
    desk.course.save(FILE, "// theirs\n");
    tab.until(&shows("The file was changed in another editor"));
    photograph(tab, "exercise-conflict", CARD);
}

fn photograph(tab: &mut Tab, name: &str, element: &str) {
    for theme in THEMES {
        choose_theme(tab, theme);
        let file = format!("element-{name}-{theme}-{}.png", tab.view().width);
        tab.photograph(element, &screenshots().join(file));
    }
}
