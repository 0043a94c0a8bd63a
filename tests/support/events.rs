//! What an open page hears of the book.

use serde::Deserialize;
use std::io::{BufRead, BufReader};
use std::net::TcpStream;

/// What a page is told: which book is current, and what is wrong with the newest.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct News {
    pub version: String,
    pub problems: Vec<String>,
}

/// The events that a page receives.
pub struct Events {
    pub(super) reader: BufReader<TcpStream>,
}

impl Events {
    /// The next event of the book, or nothing if the server has ended.
    pub fn next(&mut self) -> Option<News> {
        let data = self.next_data("edition")?;
        Some(serde_json::from_str(&data).unwrap())
    }

    /// The data of the next event of this name.
    pub fn next_named(&mut self, name: &str) -> serde_json::Value {
        let data = self.next_data(name).expect("the server has ended");
        serde_json::from_str(&data).unwrap()
    }

    fn next_data(&mut self, wanted: &str) -> Option<String> {
        let mut line = String::new();
        let mut is_wanted = false;
        loop {
            line.clear();
            // The server may be gone without a word: a broken connection is an end, too.
            let read = self.reader.read_line(&mut line);
            match read {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => return None,
                Err(error) => panic!("failed to hear of the book within the limit: {error}"),
            }
            if let Some(name) = line.strip_prefix("event: ") {
                is_wanted = name.trim() == wanted;
            }
            if let Some(data) = line.strip_prefix("data: ")
                && is_wanted
            {
                return Some(data.to_owned());
            }
        }
    }

    /// The first event from now on that fulfils `condition`.
    pub fn until(&mut self, condition: impl Fn(&News) -> bool) -> News {
        loop {
            let news = self.next().expect("the server has ended");
            if condition(&news) {
                return news;
            }
        }
    }
}
