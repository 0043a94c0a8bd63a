//! Requests that make no sense: names that are paths, bodies that are too long or no JSON.

use super::attacked::{Attacked, NAMES, words};
use crate::support::LIMIT;
use serde_json::json;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

#[test]
fn a_name_is_never_a_path() {
    let attacked = Attacked::new();
    attacked.course.save("secret.txt", "the librarian's diary");
    let outside = attacked.course.file("").to_string_lossy().into_owned();
    for name in [
        "..",
        "../..",
        "../../secret.txt",
        "shelves_count/../../..",
        "shelves_count/main.rs",
        "..\\..",
        "/etc/passwd",
        ".",
        "",
        "%2e%2e",
        "shelves_count\0",
        "Shelves_Count",
        &outside,
        &"a".repeat(100_000),
    ] {
        for kind in ["run", "race", "explore", "listing"] {
            let mut ask = json!({ "listing": name });
            if kind != "listing" {
                ask["text"] = "fn main() {}".into();
            }
            if kind == "run" || kind == "listing" {
                ask["language"] = "rust".into();
            }
            let answer = attacked.page.ask(kind, &ask);
            assert_eq!(answer.status, 400, "{kind} {name:.40}");
            assert!(words(&answer).len() < 200, "{kind} {name:.40}");
        }
        let as_exercise = [
            ("exercise", json!({ "name": name })),
            ("exercise/check", json!({ "name": name })),
            ("exercise/reset", json!({ "name": name })),
            ("exercise/hint", json!({ "name": name, "number": 1 })),
            ("exercise/solution", json!({ "name": name, "peek": true })),
            (
                "exercise/save",
                json!({ "name": name, "text": "", "version": "" }),
            ),
        ];
        for (kind, ask) in as_exercise {
            let answer = attacked.page.ask(kind, &ask);
            assert_eq!(answer.status, 404, "{kind} {name:.40}");
            assert!(!answer.text().contains("diary"), "{kind} {name:.40}");
        }
    }
    let diary = fs::read_to_string(attacked.course.file("secret.txt")).unwrap();
    assert_eq!(diary, "the librarian's diary");
}

#[test]
fn a_body_that_is_too_long_is_refused() {
    let attacked = Attacked::new();
    let long = json!("/".repeat(400_000)).to_string();
    for name in NAMES {
        let answer = attacked
            .page
            .ask_with(name, attacked.page.headers(), long.as_bytes());
        assert_eq!(answer.status, 413, "{name}");
        assert!(words(&answer).contains("longer than 256 KiB"), "{name}");
    }
    attacked.assert_untouched();
}

/// A body that is announced is not waited for.
#[test]
fn a_body_that_will_be_too_long_is_refused_at_once() {
    let attacked = Attacked::new();
    let answer = sent_raw(&attacked, "Content-Length: 10000000000", b"{");
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.contains("longer than 256 KiB"), "{answer}");
}

/// Who does not say how long the body will be is cut at the same length.
#[test]
fn a_body_without_end_is_cut() {
    let attacked = Attacked::new();
    let piece = format!("4000\r\n{}\r\n", " ".repeat(0x4000));
    let answer = sent_raw(
        &attacked,
        "Transfer-Encoding: chunked",
        piece.repeat(40).as_bytes(),
    );
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

/// Sends the head of a request to run something, and this much of its body; reads the answer.
fn sent_raw(attacked: &Attacked, length: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(attacked.serving.address).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    let mut head = "POST /_course/api/run HTTP/1.1\r\nConnection: close\r\n".to_owned();
    for (name, value) in attacked.page.headers() {
        head += &format!("{name}: {value}\r\n");
    }
    stream
        .write_all(format!("{head}{length}\r\n\r\n").as_bytes())
        .unwrap();
    // The server may hang up before it has all of it.
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(read @ 1..) = stream.read(&mut piece) {
        answer.extend_from_slice(&piece[..read]);
    }
    String::from_utf8(answer).unwrap()
}

#[test]
fn a_body_that_is_no_json_is_refused() {
    let attacked = Attacked::new();
    for body in [&b""[..], b"{", b"\xff\xfe", b"language=rust", b"[[[[[[[["] {
        let answer = attacked.page.ask_with("run", attacked.page.headers(), body);
        assert_eq!(answer.status, 400, "{body:?}");
        assert!(words(&answer).contains("makes no sense"), "{body:?}");
    }
    let deep = "[".repeat(100_000);
    let answer = attacked
        .page
        .ask_with("run", attacked.page.headers(), deep.as_bytes());
    assert_eq!(answer.status, 400);
}
