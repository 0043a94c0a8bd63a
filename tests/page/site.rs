//! The static site, served from a folder by a plain file server.

use crate::browsing::Shared;
use crate::browsing::tab::Tab;
use crate::browsing::view::View;
use crate::media::{DARK, TEXT};

const STUB: &str = include_str!("playground.js");

fn opened(shared: &Shared, page: &str) -> Tab {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.before_scripts(STUB);
    tab.open(&shared.site().url(page));
    tab
}

pub fn works(shared: &Shared) {
    for page in ["/", "/races/lost_update.html"] {
        let mut tab = opened(shared, page);
        tab.come_near("schedule-explorer");
        tab.until("document.querySelector('schedule-explorer')?.classList.contains('ev-live')");
        tab.until("document.querySelector('course-code')?.classList.contains('ev-live')");
        assert_eq!(tab.errors(), [""; 0], "{page}");
    }
    let mut tab = opened(shared, "/races/lost_update.html");
    tab.until("document.querySelector('course-quiz')?.classList.contains('ev-live')");
}

/// Nothing is asked of anybody else than who sent the page, unless the reader wants it.
pub fn stays_at_home(shared: &Shared) {
    let mut tab = opened(shared, "/races/lost_update.html");
    tab.come_near("schedule-explorer");
    tab.until("document.querySelector('schedule-explorer.ev-live') !== null");
    let home = shared.site().url("/");
    let strangers: Vec<_> = tab
        .requests()
        .iter()
        .filter(|url| url.starts_with("http") && !url.starts_with(&home))
        .cloned()
        .collect();
    assert_eq!(strangers, [""; 0]);
    assert!(tab.requests().len() > 5);
}

pub fn playground(shared: &Shared) {
    let mut tab = opened(shared, "/running/hello.html");
    let frame = "document.querySelector('course-code')";
    tab.until(&format!("{frame}.classList.contains('ev-live')"));
    tab.evaluate(
        "answers.execute = { success: true, exitDetail: '', stdout: 'hello\\n', stderr:
            '   Compiling playground v0.0.1 (/playground)\\n    Finished `dev` profile\\n     Running `x`\\n' };
         null",
    );
    tab.click(&format!("{frame}.querySelector('.ev-tool-run')"));
    tab.until("(document.querySelector('.ev-run-status')?.textContent ?? '').includes('It ran at play.rust-lang.org')");
    let printed =
        "[...document.querySelectorAll('.ev-stream pre')].map(pre => pre.textContent).join('|')";
    assert_eq!(tab.text(printed), "hello\n");
    let asked = tab.evaluate("asked[0]");
    assert_eq!(asked["url"], "https://play.rust-lang.org/execute");
    let body = &asked["body"];
    assert_eq!(body["edition"], "2024");
    assert_eq!(body["channel"], "stable");
    assert_eq!(body["crateType"], "bin");
    assert!(body["code"].as_str().unwrap().contains("fn main()"));
    // What it cannot do there, it says, and asks for nothing.
    tab.click(&format!("{frame}.querySelector('.ev-tool-race')"));
    tab.until(
        "(document.querySelector('.ev-run-status')?.textContent ?? '').includes('cargo run')",
    );
    assert_eq!(tab.evaluate("asked.length"), 1);
    tab.evaluate("answers.execute = 'gone'; null");
    tab.click(&format!("{frame}.querySelector('.ev-tool-run')"));
    tab.until("document.querySelector('[data-stream=error]')?.textContent.includes('does not answer') === true");
    assert_eq!(tab.errors(), [""; 0]);
}

/// The code, what it prints and the table of outcomes are there for whoever runs no scripts.
pub fn without_scripts(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.forbid_scripts();
    tab.open(&shared.site().url("/races/lost_update.html"));
    assert_eq!(tab.text(TEXT), DARK);
    let seen = |selector: &str| {
        format!(
            "[...document.querySelectorAll('{selector}')].every(element => element.checkVisibility())"
        )
    };
    for selector in [
        "course-code .language-go",
        "course-code .language-rust",
        "course-code .output",
        "schedule-explorer table",
        "course-quiz ol li:first-child",
    ] {
        let count = tab.evaluate(&format!("document.querySelectorAll('{selector}').length"));
        assert!(count.as_u64().unwrap() > 0, "{selector}");
        let is_folded = selector.starts_with("course-quiz");
        let selector = if is_folded {
            "course-quiz > ol li"
        } else {
            selector
        };
        assert_eq!(tab.evaluate(&seen(selector)), true, "{selector}");
    }
}
