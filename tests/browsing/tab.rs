//! A tab of the browser.

use super::devtools::{Connection, Event};
use super::view::View;
use crate::support::LIMIT;
use base64::Engine;
use serde_json::{Value, json};
use std::path::Path;

/// A tab that notes every error of the pages it shows.
pub struct Tab {
    page: Connection,
    view: View,
    errors: Vec<String>,
    requests: Vec<String>,
}

impl Tab {
    pub(super) fn new(mut page: Connection, view: View) -> Self {
        for domain in ["Page", "Runtime", "Log", "Network"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        page.call("Page.setLifecycleEventsEnabled", json!({ "enabled": true }));
        // As if the reader looked at this tab, whatever the other tabs do.
        page.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        );
        page.call(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": view.width, "height": view.height,
                "deviceScaleFactor": 1, "mobile": view.is_phone,
            }),
        );
        // Then a page knows that it is touched by fingers.
        page.call(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": view.is_phone }),
        );
        Self {
            page,
            view,
            errors: Vec::new(),
            requests: Vec::new(),
        }
    }

    /// Runs `script` in every page from now on, before the page's own scripts.
    pub fn before_scripts(&mut self, script: &str) {
        self.page.call(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
    }

    pub fn view(&self) -> View {
        self.view
    }

    /// Goes to `url` and waits until everything in the page is loaded.
    pub fn open(&mut self, url: &str) {
        let answer = self.page.call("Page.navigate", json!({ "url": url }));
        assert!(answer["errorText"].is_null(), "{url}: {answer}");
        let loader = answer["loaderId"].clone();
        self.until_loaded(|params| params["loaderId"] == loader);
    }

    /// Does `action`, which makes the page load anew, and waits until it is loaded.
    pub fn reloaded_by(&mut self, action: impl FnOnce()) {
        self.note_events();
        let before = self.evaluate("performance.timeOrigin");
        action();
        self.until_loaded(|_| true);
        assert_ne!(self.evaluate("performance.timeOrigin"), before);
    }

    /// Clicks on what leads to another page, and waits until that is loaded.
    pub fn reloaded_by_click(&mut self, element: &str) {
        self.note_events();
        self.click(element);
        self.until_loaded(|_| true);
    }

    fn until_loaded(&mut self, is_meant: impl Fn(&Value) -> bool) {
        loop {
            let event = self.page.next_event();
            let is_load = event.method == "Page.lifecycleEvent" && event.params["name"] == "load";
            let done = is_load && is_meant(&event.params);
            self.note(&event);
            if done {
                return;
            }
        }
    }

    /// The value of a JavaScript expression, after it was awaited.
    pub fn evaluate(&mut self, expression: &str) -> Value {
        let mut answer = self.page.call(
            "Runtime.evaluate",
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true }),
        );
        let exception = &answer["exceptionDetails"];
        assert!(exception.is_null(), "{expression}: {exception}");
        answer["result"]["value"].take()
    }

    /// The text that a JavaScript expression gives.
    pub fn text(&mut self, expression: &str) -> String {
        let value = self.evaluate(expression);
        value
            .as_str()
            .unwrap_or_else(|| panic!("{expression} is no text: {value}"))
            .to_owned()
    }

    /// Waits until a JavaScript condition holds. It is looked at before every frame.
    pub fn until(&mut self, condition: &str) {
        assert!(
            self.comes_true(condition),
            "this never came true: {condition}"
        );
    }

    /// The same where the server may have to build something first, which takes minutes on a slow
    /// machine.
    pub fn until_built(&mut self, condition: &str) {
        assert!(
            (0..10).any(|_| self.comes_true(condition)),
            "this never came true: {condition}"
        );
    }

    fn comes_true(&mut self, condition: &str) -> bool {
        let milliseconds = LIMIT.as_millis() / 2;
        let fulfilled = self.evaluate(&format!(
            "new Promise(resolve => {{
                const end = performance.now() + {milliseconds};
                const look = () => {{
                    if ({condition}) resolve(true);
                    else if (performance.now() > end) resolve(false);
                    else requestAnimationFrame(look);
                }};
                look();
            }})"
        ));
        fulfilled == true
    }

    /// Clicks with the mouse in the middle of the element that a JavaScript expression gives.
    pub fn click(&mut self, element: &str) {
        // What comes into view may load something and move: a reader waits until it stands still.
        let middle = self.evaluate(&format!(
            "(async () => {{
                const element = () => {element};
                element().scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const frame = () => new Promise(requestAnimationFrame);
                const place = () => {{
                    const {{ x, y, width, height }} = element().getBoundingClientRect();
                    return {{ x: x + width / 2, y: y + height / 2 }};
                }};
                let now = place();
                for (let still = 0, count = 0; still < 3 && count < 200; count += 1) {{
                    await frame();
                    const before = now;
                    now = place();
                    still = now.x === before.x && now.y === before.y ? still + 1 : 0;
                }}
                const hit = document.elementFromPoint(now.x, now.y);
                now.isHit = element().contains(hit) || hit?.contains(element()) === true;
                return now;
            }})()"
        ));
        assert_eq!(middle["isHit"], true, "{element} is covered by another");
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({
                "type": kind, "x": middle["x"], "y": middle["y"], "button": "left", "clickCount": 1,
            });
            self.page.call("Input.dispatchMouseEvent", params);
        }
    }

    /// Does what only the browser itself can do.
    pub(super) fn call(&mut self, method: &str, params: Value) {
        self.page.call(method, params);
    }

    /// Tells the page that the reader looks elsewhere, or again at it.
    pub fn set_visible(&mut self, visible: bool) {
        let state = if visible { "visible" } else { "hidden" };
        self.evaluate(&format!(
            "Object.defineProperty(document, 'hidden', {{ value: {}, configurable: true }});
             Object.defineProperty(document, 'visibilityState', {{ value: '{state}', configurable: true }});
             document.dispatchEvent(new Event('visibilitychange'));
             null",
            !visible
        ));
    }

    /// Photographs the whole page.
    pub fn screenshot(&mut self, file: &Path) {
        self.capture(json!({ "captureBeyondViewport": true }), file);
    }

    /// Photographs what a JavaScript expression gives, as it is once nothing moves.
    pub fn photograph(&mut self, element: &str, file: &Path) {
        let mut clip = self.evaluate(&format!(
            "(async () => {{
                const element = {element};
                element.scrollIntoView({{ block: 'nearest', behavior: 'instant' }});
                const moving = document.getAnimations().filter(({{ effect }}) =>
                    effect.getComputedTiming().iterations !== Infinity);
                await Promise.allSettled(moving.map(animation => animation.finished));
                const {{ x, y, width, height }} = element.getBoundingClientRect();
                const edge = 8;
                return {{ x: Math.max(0, x + scrollX - edge), y: y + scrollY - edge,
                    width: width + 2 * edge, height: height + 2 * edge }};
            }})()"
        ));
        clip["scale"] = 1.into();
        self.capture(json!({ "captureBeyondViewport": true, "clip": clip }), file);
    }

    fn capture(&mut self, how: Value, file: &Path) {
        let answer = self.page.call("Page.captureScreenshot", how);
        let picture = base64::prelude::BASE64_STANDARD
            .decode(answer["data"].as_str().unwrap())
            .unwrap();
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, picture).unwrap();
    }

    /// The errors so far: exceptions, `console.error`, files that could not be loaded.
    pub fn errors(&mut self) -> &[String] {
        self.note_events();
        &self.errors
    }

    fn note_events(&mut self) {
        for event in self.page.take_events() {
            self.note(&event);
        }
    }

    /// The addresses of all requests so far.
    pub fn requests(&mut self) -> &[String] {
        self.note_events();
        &self.requests
    }

    /// Unfolds everything, and scrolls to the first of the elements: they are loaded when the reader
    /// comes near.
    pub fn come_near(&mut self, selector: &str) {
        self.evaluate(&format!(
            "document.querySelectorAll('details').forEach(fold => {{ fold.open = true; }});
             document.querySelector('{selector}').scrollIntoView({{ behavior: 'instant' }})"
        ));
    }

    /// The pages from now on know that the reader wants nothing to move.
    pub fn wants_calm(&mut self) {
        self.emulate("", "prefers-reduced-motion", "reduce");
    }

    /// The pages from now on have the few colours that the reader's system has chosen.
    pub fn wants_few_colours(&mut self) {
        self.emulate("", "forced-colors", "active");
    }

    /// The pages from now on look as on paper.
    pub fn is_paper(&mut self) {
        self.emulate("print", "prefers-color-scheme", "light");
    }

    fn emulate(&mut self, media: &str, feature: &str, value: &str) {
        let features = [json!({ "name": feature, "value": value })];
        let params = json!({ "media": media, "features": features });
        self.page.call("Emulation.setEmulatedMedia", params);
    }

    /// As if the processor took so many times as long for everything.
    pub fn slow_down(&mut self, times: u32) {
        let params = json!({ "rate": times });
        self.page.call("Emulation.setCPUThrottlingRate", params);
    }

    /// The pages from now on run no scripts. Those of the tests still do.
    pub fn forbid_scripts(&mut self) {
        let params = json!({ "value": true });
        self.page
            .call("Emulation.setScriptExecutionDisabled", params);
    }

    fn note(&mut self, Event { method, params }: &Event) {
        if method == "Network.requestWillBeSent" {
            let url = params["request"]["url"].as_str().unwrap();
            self.requests.push(url.to_owned());
        }
        let is_error = match method.as_str() {
            "Runtime.exceptionThrown" => true,
            "Runtime.consoleAPICalled" => {
                ["error", "assert"].contains(&params["type"].as_str().unwrap())
            }
            "Log.entryAdded" => params["entry"]["level"] == "error",
            _ => false,
        };
        if is_error {
            self.errors.push(format!("{method} {params}"));
        }
    }
}
