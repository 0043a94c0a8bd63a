//! What a reader does with a listing's frame.

use crate::browsing::desk::FRAME;
use crate::browsing::tab::Tab;

const STATUS: &str = "(document.querySelector('.ev-run-status')?.textContent ?? '')";

/// A button of the frame.
pub fn button(name: &str) -> String {
    format!("{FRAME}.querySelector('.ev-tool-{name}')")
}

/// The tab of a language.
pub fn tab_of(language: &str) -> String {
    format!(
        "[...{FRAME}.querySelectorAll('[role=tab]')].find(tab => tab.textContent === '{language}')"
    )
}

/// What is shown of a stream, such as `stdout`, `refused` or `races`.
pub fn stream(tab: &mut Tab, name: &str) -> String {
    tab.text(&format!("{}?.textContent ?? ''", stream_of(name)))
}

/// Waits until the stream has these words.
pub fn until_prints(tab: &mut Tab, name: &str, words: &str) {
    let text = format!("({}?.textContent ?? '')", stream_of(name));
    tab.until(&format!("{text}.includes({words:?})"));
}

/// Waits until the frame says so of what it does.
pub fn until_says(tab: &mut Tab, words: &str) {
    tab.until_built(&format!("{STATUS}.includes({words:?})"));
}

/// So that the next answer is not taken for the last one.
pub fn forget_answer(tab: &mut Tab) {
    tab.evaluate("document.querySelector('.ev-run-status')?.replaceChildren()");
}

/// Puts another program into the editor, as somebody does who pastes it.
pub fn edit(tab: &mut Tab, program: &str) {
    tab.click(&button("edit"));
    until_editing(tab);
    tab.replace_all(program);
}

pub fn until_editing(tab: &mut Tab) {
    tab.until("document.activeElement.matches('.ev-editor-text')");
}

/// The words on the button that runs and stops.
pub fn until_can(tab: &mut Tab, words: &str) {
    tab.until(&format!("{}.textContent === '{words}'", button("run")));
}

fn stream_of(name: &str) -> String {
    format!("{FRAME}.querySelector('[data-stream={name}] pre')")
}
