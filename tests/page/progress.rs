//! What a reader has done.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::view::View;

const SUMMARY: &str = "(document.querySelector('.ev-progress-summary')?.textContent ?? '')";
const STATUS: &str = "(document.querySelector('course-progress [role=status]')?.textContent ?? '')";

fn read_a_page(shared: &Shared) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.course().url("/races/index.html"));
    tab.until("document.querySelector('.ev-read') !== null");
    tab.click("document.querySelector('.ev-read')");
    tab
}

fn overview(shared: &Shared, tab: &mut Tab) {
    tab.open(&shared.course().url("/progress.html"));
    tab.until(&format!("{SUMMARY}.includes('pages read')"));
}

fn press(tab: &mut Tab, words: &str) {
    tab.click(&format!(
        "[...document.querySelectorAll('course-progress button')]
            .find(button => button.textContent.startsWith('{words}'))"
    ));
}

pub fn ticked(shared: &Shared) {
    let mut tab = read_a_page(shared);
    let ticked = "[...document.querySelectorAll('#mdbook-sidebar .ev-tick')]
        .map(tick => tick.closest('a').pathname).join()";
    assert_eq!(tab.text(ticked), "/races/index.html");
    overview(shared, &mut tab);
    assert!(tab.text(SUMMARY).starts_with("1 of "));
    let row = "[...document.querySelectorAll('.ev-progress-table tr')]
        .find(row => row.textContent.includes('The lost update')).textContent";
    assert!(tab.text(row).contains("0 of 2"), "it has two questions");
    // A second press takes it back.
    tab.open(&shared.course().url("/races/index.html"));
    tab.until("document.querySelector('.ev-read')?.ariaPressed === 'true'");
    tab.click("document.querySelector('.ev-read')");
    assert_eq!(tab.text(ticked), "");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn continued(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    let url = shared.course().url("/races/detectors.html");
    tab.open(&url);
    tab.until("document.querySelector('course-code.ev-live') !== null");
    tab.evaluate("scrollTo({ top: 700, behavior: 'instant' })");
    tab.open(&shared.course().url("/index.html"));
    let link = "document.querySelector('.ev-continue')";
    tab.until(&format!("{link} !== null"));
    let words = tab.text(&format!("{link}.textContent"));
    assert!(words.contains("Continue with 3.2. Detectors"), "{words}");
    tab.reloaded_by_click(link);
    assert_eq!(tab.text("location.href"), url);
    tab.until("scrollY === 700");
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn moved(shared: &Shared) {
    let mut tab = read_a_page(shared);
    overview(shared, &mut tab);
    // What is downloaded is kept, so that it can be chosen again.
    tab.evaluate(
        "URL.createObjectURL = file => { window.exported = file; return 'data:,'; }; null",
    );
    press(&mut tab, "Export");
    tab.until("window.exported !== undefined");
    press(&mut tab, "Clear");
    tab.until("document.querySelector('dialog[open]') !== null");
    press(&mut tab, "Keep it");
    tab.until("document.querySelector('dialog') === null");
    assert!(tab.text(SUMMARY).starts_with("1 of "));
    press(&mut tab, "Clear");
    tab.until("document.querySelector('dialog[open]') !== null");
    press(&mut tab, "Forget all");
    tab.until(&format!("{SUMMARY}.startsWith('0 of ')"));
    let import = |tab: &mut Tab, file: &str| {
        tab.evaluate(&format!(
            "(async () => {{
                const choice = new DataTransfer();
                choice.items.add(new File([{file}], 'progress.json'));
                const input = document.querySelector('course-progress input[type=file]');
                input.files = choice.files;
                input.dispatchEvent(new Event('change'));
            }})()"
        ));
    };
    for (file, words) in [
        ("'no'", "not JSON"),
        ("'{}'", "no progress of this course"),
        (
            "(await exported.text()).replace('\"version\": 1', '\"version\": 2')",
            "newer version",
        ),
    ] {
        import(&mut tab, file);
        tab.until(&format!("{STATUS}.includes('{words}')"));
        assert!(tab.text(SUMMARY).starts_with("0 of "));
    }
    import(&mut tab, "exported");
    tab.until(&format!("{SUMMARY}.startsWith('1 of ')"));
    assert_eq!(tab.errors(), [""; 0]);
}
