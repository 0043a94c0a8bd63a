//! Running, editing and checking a listing. The server is a stand-in here: what it does itself is
//! tested in `tests/server`.

use crate::Shared;
use crate::tab::Tab;
use crate::view::View;

const STUB: &str = include_str!("stub.js");
const PAGE: &str = "/running/hello.html";
const FRAME: &str = "document.querySelector('course-code[listing=running_hello]')";
const STATUS: &str = "(document.querySelector('.ev-run-status')?.textContent ?? '')";

/// A page of the server, with a stand-in for its interface.
fn served(shared: &Shared) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.before_scripts(STUB);
    open(shared, &mut tab);
    tab
}

fn open(shared: &Shared, tab: &mut Tab) {
    tab.open(&shared.course().url(PAGE));
    tab.until(&format!("{FRAME}.classList.contains('ev-live')"));
}

fn button(name: &str) -> String {
    format!("{FRAME}.querySelector('.ev-tool-{name}')")
}

fn tab_of(language: &str) -> String {
    format!(
        "[...{FRAME}.querySelectorAll('[role=tab]')].find(tab => tab.textContent === '{language}')"
    )
}

fn stream(tab: &mut Tab, name: &str) -> String {
    tab.text(&format!(
        "{FRAME}.querySelector('[data-stream={name}] pre')?.textContent ?? ''"
    ))
}

fn until_says(tab: &mut Tab, words: &str) {
    tab.until(&format!("{STATUS}.includes({words:?})"));
}

pub fn run(shared: &Shared) {
    let mut tab = served(shared);
    tab.click(&button("run"));
    until_says(&mut tab, "It ran on this computer in 2 ms.");
    assert_eq!(stream(&mut tab, "stdout"), "one\ntwo\n");
    assert_eq!(stream(&mut tab, "stderr"), "careful\n");
    let asked = tab.evaluate("asked[0]");
    assert!(asked["url"].as_str().unwrap().ends_with("/_course/api/run"));
    let token = tab.text("document.querySelector('meta[name=course-token]').content");
    assert_eq!(asked["headers"]["X-Course-Token"], token);
    assert_eq!(asked["headers"]["Content-Type"], "application/json");
    assert_eq!(asked["body"]["listing"], "running_hello");
    assert_eq!(asked["body"]["language"], "rust");
    let program = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/listings/examples/running_hello/main.rs"
    ));
    assert_eq!(asked["body"]["text"], program.unwrap());
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn race(shared: &Shared) {
    let mut tab = served(shared);
    tab.click(&tab_of("Go"));
    tab.click(&button("race"));
    until_says(&mut tab, "A data race was found.");
    assert_eq!(stream(&mut tab, "races"), "WARNING: DATA RACE");
    assert_eq!(tab.evaluate("asked[0].body.language"), "go");
    let text = tab.text("asked[0].body.text");
    assert!(text.starts_with("package main\n"), "{text}");
}

pub fn stop(shared: &Shared) {
    let mut tab = served(shared);
    tab.evaluate("answers.run = [{ event: 'start', cached: true }, 'wait']; null");
    tab.click(&button("run"));
    tab.until(&format!("{}.textContent === 'Stop'", button("run")));
    tab.press("Enter");
    until_says(&mut tab, "You have stopped it.");
    tab.until("window.aborted === true");
    assert_eq!(tab.text(&format!("{}.textContent", button("run"))), "Run");
    assert_eq!(
        tab.evaluate(&format!("document.activeElement === {}", button("run"))),
        true
    );
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn server_goes(shared: &Shared) {
    let mut tab = served(shared);
    tab.evaluate(
        "answers.run = [{ event: 'start', cached: true }, { event: 'stdout', text: 'half' }, 'cut']; null",
    );
    tab.click(&button("run"));
    tab.until(&format!("{STATUS}.includes('exit status 2')"));
    assert!(stream(&mut tab, "error").contains("The server was gone before"));
    assert_eq!(stream(&mut tab, "stdout"), "half", "what came is kept");
    tab.evaluate("answers.run = 'gone'; null");
    tab.click(&button("run"));
    tab.until(&format!("{FRAME}.querySelector('[data-stream=error]')?.textContent.includes('does not answer') === true"));
    // The page is none the worse for it.
    tab.evaluate("answers.run = [{ event: 'end', status: 0, seconds: 0, words: null }]; null");
    tab.click(&button("run"));
    until_says(&mut tab, "printed nothing");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn edit(shared: &Shared) {
    let mut tab = served(shared);
    tab.click(&button("edit"));
    tab.until("document.activeElement.matches('.ev-editor-text')");
    tab.type_text("// new");
    tab.press("Enter");
    // Arrows move in the text, and Control with Enter runs it.
    tab.press("ArrowRight");
    tab.press("ArrowLeft");
    assert_eq!(tab.text("location.pathname"), PAGE);
    tab.press_with_control("Enter");
    until_says(&mut tab, "It ran");
    let text = tab.text("asked[0].body.text");
    assert!(text.starts_with("// new\nuse "), "{text}");
    tab.press("Escape");
    assert_eq!(
        tab.evaluate(&format!("document.activeElement === {}", button("edit"))),
        true
    );
    let is_marked = format!("!{FRAME}.querySelector('.ev-badge').hidden");
    assert_eq!(tab.evaluate(&is_marked), true);
    // The edit is still there when the page is read again, and can be taken back.
    open(shared, &mut tab);
    let shown = format!("{FRAME}.querySelector('.language-rust').textContent");
    tab.until(&format!("{shown}.startsWith('// new')"));
    tab.click(&button("reset"));
    tab.until(&format!("{shown}.startsWith('use ')"));
    assert_eq!(tab.evaluate(&is_marked), false);
    open(shared, &mut tab);
    assert!(tab.text(&shown).starts_with("use "));
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn explore_edited(shared: &Shared) {
    let mut tab = served(shared);
    // The recorded graph is as good as one that the server would send.
    tab.evaluate(
        "(async () => {
            const page = await (await fetch(location.href)).text();
            const html = new DOMParser().parseFromString(page, 'text/html');
            const graph = JSON.parse(html.querySelector('schedule-explorer script').textContent);
            answers.explore = [{ event: 'graph', graph },
                { event: 'end', status: 0, seconds: 0.1, words: null }];
        })()",
    );
    tab.click(&button("explore"));
    tab.until("document.activeElement.matches('schedule-explorer[listing=running_hello]')");
    assert_eq!(tab.evaluate("asked.length"), 0, "the recorded one will do");
    tab.click(&button("edit"));
    tab.until("document.activeElement.matches('.ev-editor-text')");
    tab.type_text(" ");
    tab.click(&button("explore"));
    tab.until(&format!(
        "{FRAME}.querySelector('schedule-explorer.ev-live') !== null"
    ));
    tab.until(&format!(
        "document.activeElement === {FRAME}.querySelector('schedule-explorer')"
    ));
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn language(shared: &Shared) {
    let mut tab = served(shared);
    let is_shown = |language: &str| {
        format!("{FRAME}.querySelector('.language-{language}').offsetParent !== null")
    };
    assert_eq!(tab.evaluate(&is_shown("rust")), true);
    assert_eq!(tab.evaluate(&is_shown("go")), false);
    tab.evaluate(&format!("{}.focus()", tab_of("Rust")));
    tab.press("ArrowLeft");
    assert_eq!(tab.evaluate(&is_shown("go")), true);
    assert_eq!(
        tab.text("location.pathname"),
        PAGE,
        "the arrow has not turned the page"
    );
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
