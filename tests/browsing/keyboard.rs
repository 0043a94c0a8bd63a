//! What a reader does with the keyboard.

use super::tab::Tab;
use serde_json::{Value, json};

impl Tab {
    /// Types `text` into whatever has the focus.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            let key = letter.to_string();
            self.key("keyDown", json!({ "key": key, "text": key }));
            self.key("keyUp", json!({ "key": key }));
        }
    }

    /// Replaces all that is in the field that has the focus.
    pub fn replace_all(&mut self, text: &str) {
        self.press_with_control("a");
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Presses one key while Control is held.
    pub fn press_with_control(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            letter => letter.bytes().next().unwrap().to_ascii_uppercase(),
        };
        let mut params = json!({ "key": key, "windowsVirtualKeyCode": code, "modifiers": 2 });
        if key == "a" {
            // What the system does with it must be named.
            params["commands"] = json!(["selectAll"]);
        }
        self.key("rawKeyDown", params.clone());
        self.key("keyUp", params);
    }

    /// Goes on with the Tab key until the focus is on what a JavaScript expression gives.
    pub fn tab_to(&mut self, element: &str) {
        self.tab_with(0, element);
    }

    /// Goes back with Shift and the Tab key.
    pub fn tab_back_to(&mut self, element: &str) {
        self.tab_with(8, element);
    }

    fn tab_with(&mut self, modifiers: u32, element: &str) {
        let has_focus = format!("document.activeElement === {element}");
        let params = json!({ "key": "Tab", "windowsVirtualKeyCode": 9, "modifiers": modifiers });
        for _ in 0..400 {
            if self.evaluate(&has_focus) == true {
                return;
            }
            self.key("keyDown", params.clone());
            self.key("keyUp", params.clone());
        }
        panic!("the Tab key does not reach {element}");
    }

    /// Presses one key, such as `Tab`, `Enter`, `ArrowRight` or a letter.
    pub fn press(&mut self, key: &str) {
        let (code, text) = match key {
            "Enter" => (13, "\r"),
            " " => (32, " "),
            "Tab" => (9, ""),
            "Escape" => (27, ""),
            "ArrowLeft" => (37, ""),
            "ArrowRight" => (39, ""),
            "ArrowDown" => (40, ""),
            letter => (0, letter),
        };
        let mut params = json!({ "key": key, "windowsVirtualKeyCode": code });
        if !text.is_empty() {
            params["text"] = text.into();
        }
        self.key("keyDown", params.clone());
        self.key("keyUp", params);
    }

    fn key(&mut self, kind: &str, mut params: Value) {
        params["type"] = kind.into();
        self.call("Input.dispatchKeyEvent", params);
    }
}
