//! Answering questions.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::view::View;

const PAGE: &str = "/races/lost_update.html";
const QUIZ: &str = "document.querySelector('#races-two-clerks')";

fn opened(shared: &Shared) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.course().url(PAGE));
    tab.until(&format!("{QUIZ}.classList.contains('ev-live')"));
    tab
}

fn option(number: usize) -> String {
    format!("{QUIZ}.querySelectorAll('input')[{}]", number - 1)
}

fn check() -> String {
    format!("{QUIZ}.querySelector('.ev-main')")
}

fn told(tab: &mut Tab) -> String {
    tab.text(&format!(
        "[...{QUIZ}.querySelectorAll('.ev-reason:not([hidden])')]
            .map(reason => reason.textContent).join('\\n')"
    ))
}

pub fn by_mouse(shared: &Shared) {
    let mut tab = opened(shared);
    assert_eq!(told(&mut tab), "");
    tab.click(&option(1));
    tab.click(&check());
    let reason = told(&mut tab);
    assert!(reason.starts_with("Wrong. Two is the number"), "{reason}");
    assert_eq!(reason.lines().count(), 1, "only what was chosen is told");
    assert_eq!(tab.text(&format!("{QUIZ}.dataset.state")), "wrong");
    tab.click(&option(2));
    assert_eq!(told(&mut tab), "");
    tab.click(&check());
    assert_eq!(told(&mut tab).lines().count(), 3, "now all are told");
    assert_eq!(tab.text(&format!("{QUIZ}.dataset.state")), "right");
    // The answer is there again.
    tab.open(&shared.course().url(PAGE));
    tab.until(&format!("{QUIZ}.dataset.state === 'right'"));
    assert_eq!(tab.evaluate(&format!("{}.checked", option(2))), true);
    // And the question can be asked again.
    tab.click(&check());
    assert_eq!(told(&mut tab), "");
    assert_eq!(tab.evaluate(&format!("{}.checked", option(2))), false);
    assert_eq!(tab.errors(), [""; 0]);
}

pub fn by_keyboard(shared: &Shared) {
    let mut tab = opened(shared);
    tab.evaluate(&format!("{}.focus()", option(1)));
    tab.press(" ");
    // The arrows choose among the options, and do not turn the page.
    tab.press("ArrowDown");
    tab.press("ArrowRight");
    tab.press("ArrowLeft");
    assert_eq!(tab.text("location.pathname"), PAGE);
    assert_eq!(tab.evaluate(&format!("{}.checked", option(2))), true);
    tab.press("Tab");
    assert_eq!(
        tab.evaluate(&format!("document.activeElement === {}", check())),
        true
    );
    tab.press("Enter");
    assert_eq!(tab.text(&format!("{QUIZ}.dataset.state")), "right");
    assert_eq!(
        tab.text(&format!(
            "{QUIZ}.querySelector('[role=status]').textContent"
        )),
        "Right."
    );
    assert_eq!(tab.errors(), [""; 0]);
}

/// A page whose question with this id has come alive.
fn with(shared: &Shared, page: &str, id: &str) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.course().url(page));
    tab.until(&format!(
        "document.querySelector('#{id}').classList.contains('ev-live')"
    ));
    tab
}

fn verdict(tab: &mut Tab, id: &str) -> String {
    tab.text(&format!(
        "document.querySelector('#{id} .ev-verdict').textContent"
    ))
}

fn state(tab: &mut Tab, id: &str) -> String {
    tab.text(&format!(
        "document.querySelector('#{id}').dataset.state ?? 'open'"
    ))
}

/// What a program prints is typed: a foreseen wrong guess has its reason, the right one all.
pub fn predicted(shared: &Shared) {
    let (page, id) = ("/mutex/poison.html", "mutex-half-changed");
    let quiz = format!("document.querySelector('#{id}')");
    let mut tab = with(shared, page, id);
    tab.click(&format!("{quiz}.querySelector('.ev-main')"));
    assert!(verdict(&mut tab, id).starts_with("Write down a guess"));
    tab.click(&format!("{quiz}.querySelector('textarea')"));
    tab.type_text("did it go well? false");
    tab.press("Enter");
    tab.type_text("3 there, 0 lent");
    tab.press_with_control("Enter");
    assert_eq!(state(&mut tab, id), "wrong");
    let reason = told_in(&mut tab, id);
    assert!(reason.starts_with("A panic ends"), "{reason}");
    tab.evaluate(&format!("{quiz}.querySelector('textarea').value = ''"));
    tab.type_text("DID it go well? false ");
    tab.press("Enter");
    tab.type_text("2 there, 0 lent");
    let answer = format!("{quiz}.querySelector('.ev-rest').checkVisibility()");
    assert_eq!(tab.evaluate(&answer), false);
    tab.press_with_control("Enter");
    assert_eq!(state(&mut tab, id), "right");
    assert_eq!(tab.evaluate(&answer), true, "now the answer is shown");
    tab.open(&shared.course().url(page));
    tab.until(&format!("{quiz}.dataset.state === 'right'"));
    assert_eq!(tab.errors(), [""; 0]);
}

/// Where several things can be printed, each of them will do.
pub fn one_of(shared: &Shared) {
    let (page, id) = ("/library/twice.html", "library-how-often");
    let mut tab = with(shared, page, id);
    for (guess, expected) in [
        ("1", "right"),
        ("2", "right"),
        ("3", "wrong"),
        ("4", "wrong"),
    ] {
        tab.evaluate(&format!(
            "(() => {{
                const field = document.querySelector('#{id} textarea');
                field.value = 'the database was asked: {guess}';
                field.dispatchEvent(new Event('input'));
                document.querySelector('#{id} .ev-main').click();
            }})()"
        ));
        assert_eq!(state(&mut tab, id), expected, "{guess}");
    }
    assert_eq!(tab.errors(), [""; 0]);
}

/// The four steps of a lost update, moved by the keyboard alone. Four orders are right.
pub fn ordered(shared: &Shared) {
    let (page, id) = ("/races/lost_update.html", "races-lose-a-loan");
    let mut tab = with(shared, page, id);
    let button = |row: usize, which: &str| {
        format!(
            "document.querySelectorAll('#{id} .ev-step-row')[{row}].querySelector('[aria-label^={which}]')"
        )
    };
    tab.evaluate(&format!("document.querySelector('#{id} .ev-main').focus()"));
    tab.press("Enter");
    assert_eq!(state(&mut tab, id), "wrong");
    let reason = told_in(&mut tab, id);
    assert!(reason.contains("Then he sees her loan"), "{reason}");
    // Ann's write goes behind Bob's look, and keeps the focus.
    tab.evaluate(&format!("{}.focus()", button(1, "Later")));
    tab.press("Enter");
    assert_eq!(state(&mut tab, id), "open");
    assert_eq!(
        tab.evaluate(&format!(
            "document.activeElement === {}",
            button(2, "Later")
        )),
        true
    );
    assert_eq!(tab.text("location.pathname"), page);
    tab.click(&format!("document.querySelector('#{id} .ev-main')"));
    assert_eq!(state(&mut tab, id), "right");
    assert!(verdict(&mut tab, id).contains("one of 4 orders"));
    // An arrow moves a step too.
    tab.evaluate(&format!("{}.focus()", button(2, "Later")));
    tab.press("ArrowDown");
    tab.click(&format!("document.querySelector('#{id} .ev-main')"));
    assert_eq!(state(&mut tab, id), "right");
    let rows = format!(
        "[...document.querySelectorAll('#{id} .ev-order-number')].map(row => row.textContent).join('')"
    );
    assert_eq!(tab.text(&rows), "1342");
    tab.open(&shared.course().url(page));
    tab.until(&format!(
        "document.querySelector('#{id}').dataset.state === 'right'"
    ));
    assert_eq!(tab.text(&rows), "1342", "the order is there again");
    assert_eq!(tab.errors(), [""; 0]);
}

fn told_in(tab: &mut Tab, id: &str) -> String {
    tab.text(&format!(
        "[...document.querySelectorAll('#{id} .ev-reason:not([hidden])')]
            .map(reason => reason.textContent).join('\\n')"
    ))
}

/// Nothing beside the program tells whether it compiles. The compiler's words come with the answer.
pub fn compiles(shared: &Shared) {
    let (page, id) = ("/running/join.html", "running-scope-both");
    let quiz = format!("document.querySelector('#{id}')");
    let mut tab = with(shared, page, id);
    let label = tab.text(&format!(
        "getComputedStyle({quiz}.querySelector('pre'), '::before').content"
    ));
    assert_eq!(label, "\"Rust\"");
    let words = format!("{quiz}.querySelector('.stderr').checkVisibility()");
    assert_eq!(tab.evaluate(&words), false);
    tab.click(&format!("{quiz}.querySelectorAll('input')[1]"));
    tab.click(&format!("{quiz}.querySelector('.ev-main')"));
    assert_eq!(state(&mut tab, id), "right");
    assert_eq!(tab.evaluate(&words), true);
    assert!(told_in(&mut tab, id).contains("E0499"));
    assert_eq!(tab.errors(), [""; 0]);
}
