//! Measuring on the reader's own machine. The server's answer is a stand-in: `tests/server` asks
//! the real one.

use crate::browsing::Shared;
use crate::browsing::view::View;

const PAGE: &str = "/costs/locks.html";
const BUTTON: &str = "document.querySelector('.ev-measure button')";
const STATUS: &str = "document.querySelector('.ev-measure [role=status]').textContent";

const STAND_IN: &str = r#"
const fetched = window.fetch;
window.asked = [];
window.fetch = (address, options = {}) => {
  if (!String(address).endsWith("/api/measure")) return fetched(address, options);
  asked.push({ body: JSON.parse(options.body), headers: options.headers });
  const events = [
    { event: "preparing", text: "building" },
    { event: "round", round: 1, of: 2 },
    "wait",
    { event: "measured", svg: "<svg viewBox='0 0 720 40'><text y='20'>std</text></svg>", rounds: 2, with_go: false },
    { event: "end", status: 0, seconds: 1, words: null },
  ];
  return Promise.resolve(new Response(new ReadableStream({
    async start(controller) {
      for (const event of events) {
        if (event === "wait") await new Promise((go) => { window.goOn = go; });
        else controller.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`));
      }
      controller.close();
    },
  })));
};
"#;

pub fn here(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.before_scripts(STAND_IN);
    tab.open(&shared.course().url(PAGE));
    tab.until("document.querySelector('.ev-measure') !== null");
    let charts =
        "document.querySelectorAll('main figure > svg[aria-labelledby^=\"cost-\"]').length";
    let buttons = "document.querySelectorAll('.ev-measure').length";
    assert_eq!(tab.evaluate(buttons), tab.evaluate(charts));
    tab.click(BUTTON);
    tab.until(&format!("{STATUS} === 'Round 1 of 2 …'"));
    assert_eq!(tab.text(&format!("{BUTTON}.textContent")), "Stop");
    assert_eq!(tab.text("asked[0].body.group"), "mutex");
    assert_ne!(tab.text("asked[0].headers['X-Course-Token']"), "");
    tab.evaluate("goOn(); null");
    tab.until("document.querySelector('.ev-measured:not([hidden]) svg') !== null");
    let said = tab.text("document.querySelector('.ev-measured').textContent");
    assert!(
        said.contains("in 2 rounds. Go is not on this computer."),
        "{said}"
    );
    tab.until(&format!(
        "{BUTTON}.textContent === 'Measure on this computer'"
    ));
    // It is stopped as it was started.
    tab.click(BUTTON);
    tab.until(&format!("{STATUS} === 'Round 1 of 2 …'"));
    tab.click(BUTTON);
    tab.until(&format!("{STATUS} === 'You have stopped it.'"));
    assert_eq!(tab.errors(), [""; 0]);
}

/// Where nobody can measure, nothing is offered.
pub fn not_on_a_web_site(shared: &Shared) {
    let mut tab = shared.browser().tab(View::WIDE);
    tab.open(&shared.site().url(PAGE));
    tab.until("document.querySelector('course-quiz.ev-live') !== null");
    assert_eq!(
        tab.evaluate("document.querySelector('.ev-measure')"),
        serde_json::Value::Null
    );
    assert!(!tab.requests().iter().any(|url| url.contains("/measure/")));
}
