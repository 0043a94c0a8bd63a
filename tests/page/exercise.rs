//! Working on an exercise. The server is a stand-in here.

use crate::Shared;
use crate::tab::Tab;
use crate::view::View;

const STUB: &str = concat!(include_str!("stub.js"), include_str!("exercise.js"));
const CARD: &str = "document.querySelector('course-exercise')";
const EDITOR: &str = "document.querySelector('.ev-editor-text')";

/// A page into which an exercise is put, as a chapter has it.
fn opened(shared: &Shared, has_server: bool) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    let token = match has_server {
        true => {
            "const meta = document.createElement('meta');
             meta.name = 'course-token';
             meta.content = 'secret-7';
             document.head.append(meta);"
        }
        false => "",
    };
    tab.before_scripts(&format!(
        "{STUB}
         document.addEventListener('readystatechange', () => {{
             {token}
             const graph = document.querySelector('schedule-explorer script');
             window.graph = JSON.parse(graph.textContent);
             document.querySelector('main h1').insertAdjacentHTML('afterend',
                 '<course-exercise name=\"races_next\"></course-exercise>');
         }}, {{ once: true }});"
    ));
    tab.open(&shared.site().url("/index.html"));
    tab.until(&format!(
        "{CARD}?.textContent.includes('races_next') === true"
    ));
    tab
}

fn press(tab: &mut Tab, name: &str) {
    tab.click(&format!("{CARD}.querySelector('.ev-exercise-{name}')"));
}

fn state(tab: &mut Tab) -> String {
    tab.text(&format!("{CARD}.querySelector('.ev-state').textContent"))
}

fn until_shows(tab: &mut Tab, words: &str) {
    tab.until(&format!("{CARD}.textContent.includes({words:?})"));
}

pub fn solved(shared: &Shared) {
    let mut tab = opened(shared, true);
    assert_eq!(state(&mut tab), "begun");
    let task = format!("{CARD}.querySelector('.ev-task').innerHTML");
    assert!(
        tab.text(&task)
            .contains("Mend <code>lend</code>.</p><ul><li>first")
    );
    press(&mut tab, "check");
    until_shows(&mut tab, "Not yet: 1 of 1 checks fails.");
    until_shows(&mut tab, "fails in 4 of 6 schedules");
    // The failing schedule is laid out in an explorer.
    tab.click(&format!("{CARD}.querySelector('.ev-replay button')"));
    tab.until(&format!(
        "{CARD}.querySelectorAll('.ev-undone').length === 4"
    ));
    press(&mut tab, "hint");
    until_shows(&mut tab, "hint 1");
    let focused = "document.activeElement.textContent";
    assert_eq!(tab.text(focused), "hint 1");
    // The solution is given only to whoever asks twice.
    press(&mut tab, "solution");
    until_shows(&mut tab, "You have not solved it yet.");
    press(&mut tab, "solution");
    until_shows(&mut tab, "fn solution");
    press(&mut tab, "edit");
    tab.until(&format!("document.activeElement === {EDITOR}"));
    tab.type_text("// right ");
    // Control and Enter writes the file, and checks it.
    tab.press_with_control("Enter");
    until_shows(&mut tab, "every check holds in every schedule");
    assert_eq!(tab.text("disk.text"), "// right // TODO\n");
    assert_eq!(state(&mut tab), "solved");
    tab.press("Escape");
    tab.until(&format!("{EDITOR} === null"));
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn conflict(shared: &Shared) {
    let mut tab = opened(shared, true);
    // Somebody saves the file in another editor while nothing is typed here: it is followed.
    press(&mut tab, "edit");
    tab.until(&format!("document.activeElement === {EDITOR}"));
    tab.evaluate("write('// elsewhere\\n'); news.tell()");
    tab.until(&format!("{EDITOR}.value === '// elsewhere\\n'"));
    // While something is typed, it is asked, and nothing is lost.
    tab.evaluate(&format!("{EDITOR}.focus()"));
    tab.type_text("// mine ");
    tab.evaluate("write('// again\\n'); news.tell()");
    until_shows(&mut tab, "The file was changed in another editor");
    assert!(tab.text(&format!("{EDITOR}.value")).contains("// mine"));
    assert_eq!(tab.text("disk.text"), "// again\n");
    press(&mut tab, "save");
    assert_eq!(
        tab.text("disk.text"),
        "// again\n",
        "it is not overwritten unasked"
    );
    tab.click(&format!(
        "{CARD}.querySelectorAll('.ev-conflict button')[1]"
    ));
    tab.until("disk.text.includes('// mine')");
    until_shows(&mut tab, "Saved.");
    // A conflict that only the server sees is told as well.
    tab.evaluate(&format!("{EDITOR}.focus()"));
    tab.type_text("more ");
    tab.evaluate("write('// third\\n')");
    press(&mut tab, "save");
    until_shows(&mut tab, "The file was changed in another editor");
    tab.click(&format!(
        "{CARD}.querySelectorAll('.ev-conflict button')[0]"
    ));
    tab.until(&format!("{EDITOR}.value === '// third\\n'"));
    assert_eq!(tab.text("disk.text"), "// third\n");
}

pub fn without_server(shared: &Shared) {
    let mut tab = opened(shared, false);
    until_shows(&mut tab, "cargo run");
    until_shows(&mut tab, "cargo test -p exercises races_next");
    assert_eq!(tab.evaluate("asked.length"), 0);
    assert_eq!(tab.errors(), [""; 0]);
}
