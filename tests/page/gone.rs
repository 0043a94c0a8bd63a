//! The server is gone in the middle, and back again.

use crate::browsing::Shared;
use crate::browsing::desk::{CARD, Desk, FRAME, PAGE, original, until_alive};
use crate::frame::{button, edit, stream, until_prints, until_says};
use crate::programs::{ENDLESS, TWO_STREAMS};

const TYPED: &str = "document.querySelector('course-exercise .ev-editor-text')";

pub fn and_back(shared: &Shared) {
    let mut desk = Desk::serve();
    let mut tab = desk.open(shared);
    tab.click(&format!("{CARD}.querySelector('.ev-exercise-edit')"));
    tab.until(&format!(
        "{TYPED} !== null && document.activeElement === {TYPED}"
    ));
    tab.replace_all("// half a thought\n");
    edit(&mut tab, ENDLESS);
    tab.click(&button("run"));
    until_prints(&mut tab, "stdout", "here\n");
    let port = desk.kill();
    until_prints(&mut tab, "error", "The server was gone before");
    assert_eq!(stream(&mut tab, "stdout"), "here\n", "what came is kept");
    // Whatever is asked of it now is answered with what to do.
    tab.click(&button("run"));
    until_prints(&mut tab, "error", "The server does not answer.");
    for name in ["check", "save", "hint"] {
        let said = format!("{CARD}.querySelector('.ev-exercise-status')");
        tab.evaluate(&format!("{said}.replaceChildren()"));
        tab.click(&format!("{CARD}.querySelector('.ev-exercise-{name}')"));
        tab.until(&format!("{said}.textContent.includes('does not answer')"));
    }
    // The page knows when it is there again, and nothing is lost.
    tab.reloaded_by(|| desk.serve_again(port));
    until_alive(&mut tab);
    tab.until(&format!("{TYPED}?.value === '// half a thought\\n'"));
    let code = format!("{FRAME}.querySelector('.language-rust').textContent");
    assert_eq!(tab.text(&code), ENDLESS);
    let stub = original("tests/answers/running_goodbye/stub.rs");
    assert_eq!(desk.file(), stub, "nothing was written");
    edit(&mut tab, TWO_STREAMS);
    tab.click(&button("run"));
    until_says(&mut tab, "It ran on this computer");
    tab.click(&format!("{CARD}.querySelector('.ev-exercise-save')"));
    tab.until(&format!(
        "{CARD}.querySelector('.ev-state').textContent === 'begun'"
    ));
    assert_eq!(desk.file(), "// half a thought\n");
    assert_eq!(tab.text("location.pathname"), PAGE);
    desk.assert_at_home(&mut tab);
}
