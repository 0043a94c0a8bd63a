//! Running, editing, race-checking and exploring a listing, by mouse and by keyboard.

use crate::browsing::Shared;
use crate::browsing::desk::{self, Desk, FRAME, PAGE};
use crate::browsing::tab::Tab;
use crate::frame::{
    button, edit, forget_answer, stream, tab_of, until_can, until_editing, until_prints, until_says,
};
use crate::programs::{ENDLESS, RACY, TWO_LOANS, TWO_STREAMS, WRONG};

/// The explorer of a program that was edited.
const EXPLORER: &str =
    "document.querySelector('course-code[listing=running_hello] schedule-explorer')";

fn opened(shared: &Shared) -> (&Desk, Tab) {
    let desk = shared.desk();
    (desk, desk.open(shared))
}

/// The server's tools, by name: null if one is missing.
fn has_tool(tab: &mut Tab, name: &str) -> bool {
    tab.evaluate(&format!(
        "(async () => {{
            const token = document.querySelector('meta[name=course-token]').content;
            const headers = {{ 'Content-Type': 'application/json', 'X-Course-Token': token }};
            const asked = await fetch('/_course/api/tools', {{ method: 'POST', headers, body: '{{}}' }});
            return (await asked.json())['{name}'] !== null;
        }})()"
    )) == true
}

pub fn run(shared: &Shared) {
    let (desk, mut tab) = opened(shared);
    tab.click(&button("run"));
    until_says(&mut tab, "It ran on this computer in ");
    let printed = stream(&mut tab, "stdout");
    let recorded = desk::original("listings/examples/running_hello/output.txt");
    let possible: Vec<_> = recorded.split("-- or --\n").collect();
    assert!(possible.contains(&printed.as_str()), "{printed:?}");
    edit(&mut tab, TWO_STREAMS);
    tab.click(&button("run"));
    until_prints(&mut tab, "stderr", "two\n");
    until_says(&mut tab, "It ran on this computer in ");
    assert_eq!(stream(&mut tab, "stdout"), "one\n");
    desk.assert_well(&mut tab);
}

pub fn stop(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = desk.open(shared);
    edit(&mut tab, ENDLESS);
    tab.click(&button("run"));
    // What it prints comes while it runs.
    until_prints(&mut tab, "stdout", "here\n");
    until_can(&mut tab, "Stop");
    until_runs(&desk, true);
    tab.click(&button("run"));
    until_says(&mut tab, "You have stopped it.");
    until_can(&mut tab, "Run");
    let has_focus = format!("document.activeElement === {}", button("run"));
    assert_eq!(tab.evaluate(&has_focus), true);
    until_runs(&desk, false);
    desk.assert_well(&mut tab);
}

/// Waits until the server has started a program, or has none left.
#[cfg(target_os = "linux")]
fn until_runs(desk: &Desk, expected: bool) {
    use crate::support::{LIMIT, processes::children_of};
    let start = std::time::Instant::now();
    while children_of(desk.serving().process()).is_empty() == expected {
        assert!(start.elapsed() < LIMIT, "its program runs: {}", !expected);
        std::thread::yield_now();
    }
}

#[cfg(not(target_os = "linux"))]
fn until_runs(_: &Desk, _: bool) {}

pub fn refused(shared: &Shared) {
    let (desk, mut tab) = opened(shared);
    edit(&mut tab, WRONG);
    let has_race = has_tool(&mut tab, "race");
    for task in ["run", "explore", "race"] {
        if task == "race" && !has_race {
            continue;
        }
        forget_answer(&mut tab);
        tab.click(&button(task));
        until_says(&mut tab, "It does not compile.");
        let said = stream(&mut tab, "refused");
        assert!(said.contains("error[E0308]"), "{task}: {said}");
        assert!(said.contains("main.rs:2:21"), "{task}: {said}");
    }
    desk.assert_well(&mut tab);
}

pub fn race(shared: &Shared) {
    let (desk, mut tab) = opened(shared);
    edit(&mut tab, RACY);
    tab.click(&button("race"));
    if !has_tool(&mut tab, "race") {
        until_says(&mut tab, "It ended with exit status 2");
        return;
    }
    until_says(&mut tab, "A data race was found.");
    let report = stream(&mut tab, "races");
    assert!(report.contains("DATA RACE"), "{report}");
    assert!(report.contains("main.rs:6"), "{report}");
    tab.evaluate("document.querySelector('.ev-editor-text').focus()");
    tab.replace_all(TWO_LOANS);
    tab.click(&button("race"));
    until_says(&mut tab, "No data race was found.");
    desk.assert_well(&mut tab);
}

fn step_of(thread: &str) -> String {
    format!("{EXPLORER}.querySelector('.ev-lane[aria-label=\"Thread {thread}\"] button')")
}

fn until_explored(tab: &mut Tab) {
    tab.until_built(&format!("document.activeElement === {EXPLORER}"));
}

fn printed(tab: &mut Tab) -> String {
    tab.text(&format!(
        "{EXPLORER}.querySelector('.ev-values .ev-printed')?.textContent ?? ''"
    ))
}

pub fn explore(shared: &Shared) {
    let (desk, mut tab) = opened(shared);
    // As long as it is not edited, the recorded graph will do.
    tab.click(&button("explore"));
    tab.until(
        "document.activeElement.matches('article > schedule-explorer, main > schedule-explorer')",
    );
    edit(&mut tab, TWO_LOANS);
    tab.click(&button("explore"));
    until_explored(&mut tab);
    for thread in ["ann", "bob", "bob", "ann"] {
        tab.click(&step_of(thread));
    }
    assert_eq!(printed(&mut tab), "loans: 1");
    // What can happen besides is shown, too.
    let other = format!(
        "[...{EXPLORER}.querySelectorAll('.ev-outcomes tbody tr')]
            .find(row => row.textContent.includes('loans: 2')).querySelector('button')"
    );
    tab.click(&other);
    let shown = format!("{EXPLORER}.querySelector('.ev-values .ev-printed')?.textContent");
    tab.until(&format!("{shown} === 'loans: 2'"));
    desk.assert_well(&mut tab);
}

pub fn keyboard(shared: &Shared) {
    let (desk, mut tab) = opened(shared);
    let press = |tab: &mut Tab, name: &str| {
        tab.tab_to(&button(name));
        tab.press("Enter");
    };
    let type_instead = |tab: &mut Tab, program: &str| {
        press(tab, "edit");
        until_editing(tab);
        tab.replace_all(program);
    };
    press(&mut tab, "run");
    until_says(&mut tab, "It ran on this computer in ");
    type_instead(&mut tab, ENDLESS);
    // Control with Enter runs what is typed; the editor is left by Escape.
    tab.press_with_control("Enter");
    until_prints(&mut tab, "stdout", "here\n");
    tab.press("Escape");
    let has_focus = format!("document.activeElement === {}", button("edit"));
    tab.until(&has_focus);
    tab.tab_back_to(&button("run"));
    tab.press("Enter");
    until_says(&mut tab, "You have stopped it.");
    type_instead(&mut tab, WRONG);
    tab.press_with_control("Enter");
    until_says(&mut tab, "It does not compile.");
    tab.replace_all(TWO_LOANS);
    tab.press("Escape");
    tab.until(&has_focus);
    press(&mut tab, "explore");
    until_explored(&mut tab);
    for key in ["a", "b", "b", "a"] {
        tab.press(key);
    }
    assert_eq!(printed(&mut tab), "loans: 1");
    tab.press("ArrowRight");
    tab.tab_back_to(&tab_of("Rust"));
    tab.press("ArrowLeft");
    let is_shown = |language: &str| {
        format!("{FRAME}.querySelector('.language-{language}').offsetParent !== null")
    };
    assert_eq!(tab.evaluate(&is_shown("go")), true);
    tab.press("ArrowRight");
    assert_eq!(tab.evaluate(&is_shown("rust")), true);
    press(&mut tab, "reset");
    let code = format!("{FRAME}.querySelector('.language-rust').textContent");
    tab.until(&format!("{code}.startsWith('use std::thread')"));
    assert_eq!(
        tab.text("location.pathname"),
        PAGE,
        "no arrow turns the page"
    );
    desk.assert_well(&mut tab);
}

pub fn kept(shared: &Shared) {
    let (desk, mut tab) = opened(shared);
    tab.click(&button("edit"));
    until_editing(&mut tab);
    tab.type_text("// new");
    tab.press("Enter");
    // Arrows move in the text.
    tab.press("ArrowRight");
    tab.press("ArrowLeft");
    assert_eq!(tab.text("location.pathname"), PAGE);
    tab.press("Escape");
    let is_marked = format!("!{FRAME}.querySelector('.ev-badge').hidden");
    assert_eq!(tab.evaluate(&is_marked), true);
    // The edit is still there when the page is read again, and can be taken back.
    desk.open_in(&mut tab);
    let shown = format!("{FRAME}.querySelector('.language-rust').textContent");
    tab.until(&format!("{shown}.startsWith('// new\\nuse ')"));
    assert_eq!(tab.evaluate(&is_marked), true);
    tab.click(&button("reset"));
    tab.until(&format!("{shown}.startsWith('use ')"));
    assert_eq!(tab.evaluate(&is_marked), false);
    desk.open_in(&mut tab);
    assert!(tab.text(&shown).starts_with("use "));
    desk.assert_well(&mut tab);
}

/// The chapter shows a part of the program, and all of it runs.
pub fn part(shared: &Shared) {
    let (desk, mut tab) = opened(shared);
    let frame = "document.querySelector('course-code[listing=running_ten_thousand]')";
    let shown = format!("{frame}.querySelector('.language-go').textContent");
    assert!(tab.text(&shown).starts_with("const readers"));
    let has_go = has_tool(&mut tab, "go");
    tab.click(&format!("{frame}.querySelector('.ev-tool-run')"));
    let status = format!("({frame}.querySelector('.ev-run-status')?.textContent ?? '')");
    if has_go {
        tab.until(&format!("{status}.includes('It ran on this computer in ')"));
        let printed = tab.text(&format!(
            "{frame}.querySelector('.ev-stream pre').textContent"
        ));
        assert!(printed.starts_with("10000 goroutines in "), "{printed}");
    } else {
        let said = format!("({frame}.querySelector('.ev-streams')?.textContent ?? '')");
        tab.until(&format!("{said}.includes('https://go.dev/dl')"));
    }
    // Whoever edits it has all of it, without the marks.
    tab.click(&format!("{frame}.querySelector('.ev-tool-edit')"));
    until_editing(&mut tab);
    let text = tab.text("document.activeElement.value");
    assert!(text.starts_with("package main\n"), "{text}");
    assert!(text.contains("\n\nconst readers = 10_000\n"), "{text}");
    assert!(!text.contains("ANCHOR"), "{text}");
    tab.press("Escape");
    tab.until(&format!("{shown}.startsWith('const readers')"));
    desk.assert_well(&mut tab);
}

pub fn language(shared: &Shared) {
    let mut tab = shared.browser().tab(crate::browsing::view::View::WIDE);
    tab.open(&shared.course().url("/running/hello.html"));
    tab.until(&format!("{FRAME}.classList.contains('ev-live')"));
    let is_shown = |language: &str| {
        format!("{FRAME}.querySelector('.language-{language}').offsetParent !== null")
    };
    assert_eq!(tab.evaluate(&is_shown("rust")), true);
    assert_eq!(tab.evaluate(&is_shown("go")), false);
    tab.click(&tab_of("Go"));
    assert_eq!(tab.evaluate(&is_shown("go")), true);
    // It is the choice for all listings, and for other pages.
    let others = "[...document.querySelectorAll('course-code')]
        .filter(frame => frame.querySelector('[role=tab]'))
        .every(frame => frame.querySelector('[aria-selected=true]').textContent === 'Go')";
    assert_eq!(tab.evaluate(others), true);
    tab.open(&shared.course().url("/running/sleep.html"));
    tab.until("document.querySelector('course-code.ev-live') !== null");
    assert_eq!(tab.evaluate(others), true);
    assert_eq!(tab.errors(), [""; 0]);
}
