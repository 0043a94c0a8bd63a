//! A page that asks the server for something.

use super::http::{Answer, Request};
use super::serving::Serving;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpStream};

/// A page of the served course.
pub struct Page {
    address: SocketAddr,
    host: String,
    pub token: String,
}

/// The headers of a request. Each can be changed, or left out.
pub type Headers = Vec<(&'static str, String)>;

impl Page {
    /// Opens the first page.
    pub fn open(serving: &Serving) -> Self {
        let answer = serving.get("/").text();
        let mark = r#"<meta name="course-token" content=""#;
        let start = answer.find(mark).expect("the page has no token") + mark.len();
        let end = start + answer[start..].find('"').unwrap();
        Self {
            address: serving.address,
            host: serving.host(),
            token: answer[start..end].to_owned(),
        }
    }

    /// What a browser sends with a request of this page.
    pub fn headers(&self) -> Headers {
        vec![
            ("Host", self.host.clone()),
            ("Origin", format!("http://{}", self.host)),
            ("Sec-Fetch-Site", "same-origin".to_owned()),
            ("X-Course-Token", self.token.clone()),
            ("Content-Type", "application/json".to_owned()),
        ]
    }

    /// The same with another value for one of them; without it if there is none.
    pub fn headers_but(&self, name: &str, value: Option<&str>) -> Headers {
        let all = self.headers().into_iter();
        all.filter_map(|(known, old)| match known == name {
            true => value.map(|value| (known, value.to_owned())),
            false => Some((known, old)),
        })
        .collect()
    }

    /// Asks for something, and waits for the whole answer.
    pub fn ask(&self, name: &str, body: &Value) -> Answer {
        self.ask_with(name, self.headers(), body.to_string().as_bytes())
    }

    pub fn ask_with(&self, name: &str, headers: Headers, body: &[u8]) -> Answer {
        self.request(&path(name), headers, body, |request, address| {
            request.send(address)
        })
    }

    /// Asks for something that is answered with a stream.
    pub fn start(&self, name: &str, body: &Value) -> Stream {
        let body = body.to_string();
        let (status, _, reader) = self.request(
            &path(name),
            self.headers(),
            body.as_bytes(),
            |request, to| request.open(to),
        );
        Stream { status, reader }
    }

    /// All events of an answer.
    pub fn events(&self, name: &str, body: &Value) -> Vec<Value> {
        let answer = self.ask(name, body);
        assert_eq!(answer.status, 200, "{}", answer.text());
        let events = |text: &str| text.lines().map(parse).collect();
        events(&answer.text())
    }

    fn request<T>(
        &self,
        path: &str,
        headers: Headers,
        body: &[u8],
        send: impl FnOnce(&Request, SocketAddr) -> T,
    ) -> T {
        let request = Request {
            method: "POST",
            path,
            headers,
            body,
        };
        send(&request, self.address)
    }
}

/// An answer that is still coming. The request is aborted when this is dropped.
pub struct Stream {
    pub status: u16,
    reader: BufReader<TcpStream>,
}

impl Stream {
    /// The next event, or nothing if that was all.
    pub fn next(&mut self) -> Option<Value> {
        let mut line = String::new();
        let read = self.reader.read_line(&mut line).unwrap();
        (read > 0).then(|| parse(&line))
    }

    /// The next event of this kind.
    pub fn until(&mut self, kind: &str) -> Value {
        loop {
            let event = self
                .next()
                .unwrap_or_else(|| panic!("it ended without {kind}"));
            if event["event"] == kind {
                return event;
            }
        }
    }
}

fn path(name: &str) -> String {
    format!("/_course/api/{name}")
}

fn parse(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

/// What the program printed to stdout, put together.
pub fn stdout(events: &[Value]) -> String {
    let printed = events.iter().filter(|event| event["event"] == "stdout");
    printed
        .map(|event| event["text"].as_str().unwrap())
        .collect()
}

/// The kinds of the events, each run of the same kind once.
pub fn kinds(events: &[Value]) -> Vec<&str> {
    let mut kinds: Vec<&str> = events
        .iter()
        .map(|event| event["event"].as_str().unwrap())
        .collect();
    kinds.dedup();
    kinds
}
