//! The Chrome DevTools Protocol: calls and events as JSON over a web socket.
//!
//! The crates that wrap the whole protocol take one to three minutes to compile; this takes none.
//! The protocol is described at <https://chromedevtools.github.io/devtools-protocol/>.

use crate::support::LIMIT;
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpStream};
use tungstenite::{Message, WebSocket};

/// A connection to the browser or to one of its tabs.
pub struct Connection {
    socket: WebSocket<TcpStream>,
    last_id: u64,
    /// Events that came while an answer was waited for, oldest first.
    events: Vec<Event>,
}

/// Something that happened in the browser.
#[derive(Debug, Clone)]
pub struct Event {
    pub method: String,
    pub params: Value,
}

impl Connection {
    /// Connects to the developer tools at `address`.
    pub fn open(address: SocketAddr, path: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        let url = format!("ws://{address}{path}");
        let (socket, _) = tungstenite::client(url, stream).unwrap();
        Self {
            socket,
            last_id: 0,
            events: Vec::new(),
        }
    }

    /// Calls `method` and returns what it answers. Panics if it fails.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        let request = json!({ "id": id, "method": method, "params": params });
        self.socket
            .send(Message::text(request.to_string()))
            .unwrap();
        loop {
            let mut message = self.read();
            if message["id"] == id {
                let error = &message["error"];
                assert!(error.is_null(), "{method} {params}: {error}");
                return message["result"].take();
            }
            self.keep(message);
        }
    }

    /// The oldest event that was not looked at yet. Waits for one if there is none.
    pub fn next_event(&mut self) -> Event {
        while self.events.is_empty() {
            let message = self.read();
            self.keep(message);
        }
        self.events.remove(0)
    }

    /// Every event that came so far and was not looked at yet.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    fn keep(&mut self, mut message: Value) {
        if let Some(method) = message["method"].as_str() {
            self.events.push(Event {
                method: method.to_owned(),
                params: message["params"].take(),
            });
        }
    }

    fn read(&mut self) -> Value {
        loop {
            let message = self
                .socket
                .read()
                .expect("the browser answers within the limit");
            if let Message::Text(text) = message {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }
}
