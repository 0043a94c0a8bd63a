//! Working on an exercise, by mouse and by keyboard, in the page and in another editor.

use crate::browsing::Shared;
use crate::browsing::desk::{CARD, Desk, FILE, original};
use crate::browsing::tab::Tab;
use crate::browsing::view::View;
use std::fs;

const EDITOR: &str = "document.querySelector('course-exercise .ev-editor-text')";
const STUB: &str = "tests/answers/running_goodbye/stub.rs";
const SOLUTION: &str = "tests/answers/running_goodbye/solution.rs";

fn button(name: &str) -> String {
    format!("{CARD}.querySelector('.ev-exercise-{name}')")
}

fn press(tab: &mut Tab, name: &str) {
    tab.click(&button(name));
}

fn until_state(tab: &mut Tab, words: &str) {
    tab.until_built(&format!(
        "{CARD}.querySelector('.ev-state').textContent === '{words}'"
    ));
}

fn until_shows(tab: &mut Tab, words: &str) {
    tab.until_built(&format!("{CARD}.textContent.includes({words:?})"));
}

fn until_typing(tab: &mut Tab) {
    tab.until(&format!(
        "{EDITOR} !== null && document.activeElement === {EDITOR}"
    ));
}

pub fn solved(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = desk.open(shared);
    until_state(&mut tab, "not begun");
    until_shows(&mut tab, "Make it certain that goodbye comes after hello.");
    press(&mut tab, "check");
    until_shows(&mut tab, "goodbye was said, and hello was not yet");
    until_shows(&mut tab, "not solved yet");
    // The failing schedule is laid out in an explorer, on the learner's own lines.
    tab.click(&format!("{CARD}.querySelector('.ev-replay button')"));
    tab.until(&format!(
        "{CARD}.querySelector('schedule-explorer')?.textContent.includes('TODO: wait until') === true"
    ));
    tab.until(&format!("{CARD}.querySelectorAll('.ev-undone').length > 1"));
    press(&mut tab, "hint");
    tab.until("document.activeElement.matches('.ev-hints li')");
    press(&mut tab, "hint");
    tab.until(&format!(
        "{CARD}.querySelectorAll('.ev-hints li').length === 2"
    ));
    // The solution is given only to whoever asks twice.
    press(&mut tab, "solution");
    until_shows(&mut tab, "You have not solved it yet.");
    press(&mut tab, "solution");
    until_shows(&mut tab, "clerk.join().unwrap();");
    press(&mut tab, "edit");
    until_typing(&mut tab);
    tab.replace_all(&original(SOLUTION));
    press(&mut tab, "save");
    until_state(&mut tab, "begun");
    assert_eq!(desk.file(), original(SOLUTION));
    press(&mut tab, "check");
    until_shows(&mut tab, "every check holds in every schedule");
    until_state(&mut tab, "solved");
    desk.assert_well(&mut tab);
}

pub fn keyboard(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = desk.open(shared);
    tab.tab_to(&button("check"));
    tab.press("Enter");
    until_shows(&mut tab, "not solved yet");
    tab.tab_to(&button("hint"));
    tab.press("Enter");
    tab.until("document.activeElement.matches('.ev-hints li')");
    tab.tab_back_to(&button("edit"));
    tab.press("Enter");
    until_typing(&mut tab);
    tab.replace_all(&original(SOLUTION));
    // Control and Enter writes the file, and checks it.
    tab.press_with_control("Enter");
    until_shows(&mut tab, "every check holds in every schedule");
    assert_eq!(desk.file(), original(SOLUTION));
    until_typing(&mut tab);
    tab.press("Escape");
    tab.until(&format!("{EDITOR} === null"));
    tab.until(&format!("document.activeElement === {}", button("edit")));
    desk.assert_well(&mut tab);
}

pub fn reset(shared: &Shared) {
    let desk = Desk::serve();
    desk.course.save(FILE, "// an afternoon's work\n");
    let mut tab = desk.open(shared);
    until_state(&mut tab, "begun");
    press(&mut tab, "reset");
    until_shows(&mut tab, "Really start anew");
    assert_eq!(desk.file(), "// an afternoon's work\n", "it asks first");
    press(&mut tab, "reset");
    until_state(&mut tab, "not begun");
    assert_eq!(desk.file(), original(STUB));
    let words = "What you had written is in ";
    until_shows(&mut tab, words);
    let kept = tab.text(&format!(
        "{CARD}.querySelector('.ev-exercise-status code').textContent"
    ));
    let kept = fs::read_to_string(desk.course.file(&kept)).unwrap();
    assert_eq!(kept, "// an afternoon's work\n");
    desk.assert_well(&mut tab);
}

pub fn followed(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = desk.open(shared);
    until_state(&mut tab, "not begun");
    desk.course.save(FILE, "// elsewhere\n");
    until_state(&mut tab, "begun");
    // An editor in which nothing is typed follows the file.
    press(&mut tab, "edit");
    until_typing(&mut tab);
    desk.course.save(FILE, "// again\n");
    tab.until(&format!("{EDITOR}.value === '// again\\n'"));
    fs::remove_file(desk.course.file(FILE)).unwrap();
    until_state(&mut tab, "the file is missing");
    desk.course.save(FILE, &original(SOLUTION));
    until_state(&mut tab, "begun");
    press(&mut tab, "check");
    until_state(&mut tab, "solved");
    desk.assert_well(&mut tab);
}

pub fn conflict(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = desk.open(shared);
    press(&mut tab, "edit");
    until_typing(&mut tab);
    tab.replace_all("// mine\n");
    // While something is typed, the learner is asked, and nothing is lost.
    desk.course.save(FILE, "// theirs\n");
    until_shows(&mut tab, "The file was changed in another editor");
    assert_eq!(tab.text(&format!("{EDITOR}.value")), "// mine\n");
    press(&mut tab, "save");
    press(&mut tab, "check");
    assert_eq!(desk.file(), "// theirs\n", "it is not overwritten unasked");
    // It is still asked when the page is read again.
    desk.open_in(&mut tab);
    until_shows(&mut tab, "The file was changed in another editor");
    assert_eq!(tab.text(&format!("{EDITOR}.value")), "// mine\n");
    press(&mut tab, "save");
    tab.click(&format!(
        "{CARD}.querySelectorAll('.ev-conflict button')[1]"
    ));
    until_shows(&mut tab, "Saved.");
    assert_eq!(desk.file(), "// mine\n");
    // The other choice.
    tab.evaluate(&format!("{EDITOR}.focus()"));
    tab.replace_all("// mine again\n");
    desk.course.save(FILE, "// theirs again\n");
    until_shows(&mut tab, "The file was changed in another editor");
    tab.click(&format!(
        "{CARD}.querySelectorAll('.ev-conflict button')[0]"
    ));
    tab.until(&format!("{EDITOR}.value === '// theirs again\\n'"));
    let has_focus = format!("document.activeElement === {EDITOR}");
    assert_eq!(tab.evaluate(&has_focus), true, "the button is gone");
    assert_eq!(desk.file(), "// theirs again\n");
    // The browser notes that the server has refused to write, as it must.
    let errors = tab.errors().to_vec();
    let is_expected = |error: &String| error.contains("409 (Conflict)");
    assert!(errors.iter().all(is_expected), "{errors:?}");
    desk.assert_at_home(&mut tab);
}

pub fn resumed(shared: &Shared) {
    let desk = Desk::serve();
    let mut tab = desk.open(shared);
    press(&mut tab, "edit");
    until_typing(&mut tab);
    tab.replace_all("// half a thought\n");
    // The book is built anew in the middle of it.
    tab.reloaded_by(|| {
        desk.course
            .edit("src/desk.md", "# The desk", "# The other desk")
    });
    tab.until(&format!("{EDITOR}?.value === '// half a thought\\n'"));
    until_shows(&mut tab, "is not saved yet");
    assert_eq!(desk.file(), original(STUB));
    press(&mut tab, "save");
    until_state(&mut tab, "begun");
    assert_eq!(desk.file(), "// half a thought\n");
    // What is saved is no draft any more.
    desk.open_in(&mut tab);
    assert_eq!(tab.evaluate(&format!("{EDITOR} === null")), true);
    desk.assert_well(&mut tab);
}

pub fn without_server(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.site().url("/running/join.html"));
    until_shows(&mut tab, "start it with cargo run");
    // What the chapter says of it stays.
    until_shows(&mut tab, "Exercise: Goodbye comes last.");
    until_shows(&mut tab, "cargo test -p exercises running_goodbye");
    assert_eq!(tab.errors(), [""; 0]);
}
