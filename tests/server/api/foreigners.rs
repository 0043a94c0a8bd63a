//! Requests that no page of this server makes: refused, and nothing is run.

use crate::support::asking::{Headers, Page};
use crate::support::course::SmallCourse;
use crate::support::http::{Answer, Request};
use crate::support::serving::Serving;
use serde_json::{Value, json};

const NAMES: [&str; 13] = [
    "run",
    "race",
    "explore",
    "listing",
    "tools",
    "exercises",
    "exercise",
    "exercise/save",
    "exercise/check",
    "exercise/hint",
    "exercise/solution",
    "exercise/reset",
    "nothing-of-this-name",
];

/// A course whose exercise can be saved and reset, so that it shows if anybody has.
fn reading() -> (SmallCourse, Serving, Page) {
    let course = SmallCourse::new();
    course.add_exercise();
    let serving = Serving::start(course.path());
    let page = Page::open(&serving);
    (course, serving, page)
}

fn body() -> Vec<u8> {
    json!({ "language": "rust", "text": "fn main() {}" })
        .to_string()
        .into_bytes()
}

fn words(answer: &Answer) -> String {
    let said: Value = serde_json::from_str(&answer.text()).unwrap();
    said["error"].as_str().unwrap().to_owned()
}

/// Everything that is offered refuses these headers with this status and these words.
#[track_caller]
fn refused(page: &Page, headers: &Headers, status: u16, expected: &str) {
    for name in NAMES {
        let answer = page.ask_with(name, headers.clone(), &body());
        assert_eq!(answer.status, status, "{name} {headers:?}");
        assert!(words(&answer).contains(expected), "{name} {headers:?}");
    }
}

#[test]
fn a_foreign_origin_is_refused() {
    let (_course, serving, page) = reading();
    let port = serving.address.port();
    for origin in [
        "http://example.com",
        "https://localhost",
        "null",
        "",
        &format!("https://localhost:{port}"),
        &format!("http://example.com:{port}"),
        &format!("http://localhost.example.com:{port}"),
        &format!("http://localhost:{}", port.wrapping_add(1)),
        &format!("http://user@localhost:{port}"),
    ] {
        let headers = page.headers_but("Origin", Some(origin));
        refused(&page, &headers, 403, "only what its own pages ask for");
    }
    let without = page.headers_but("Origin", None);
    refused(&page, &without, 403, "only what its own pages ask for");
}

#[test]
fn what_the_browser_calls_foreign_is_refused() {
    let (_course, _serving, page) = reading();
    for site in ["cross-site", "same-site", "none"] {
        let headers = page.headers_but("Sec-Fetch-Site", Some(site));
        refused(&page, &headers, 403, "only what its own pages ask for");
    }
}

#[test]
fn a_name_that_somebody_else_points_at_this_computer_is_refused() {
    let (_course, serving, page) = reading();
    let port = serving.address.port();
    for host in [
        "example.com".to_owned(),
        format!("example.com:{port}"),
        format!("127.0.0.1.example.com:{port}"),
        String::new(),
    ] {
        let mut headers = page.headers_but("Host", Some(&host));
        // Such a page's origin has the same name.
        for header in &mut headers {
            if header.0 == "Origin" {
                header.1 = format!("http://{host}");
            }
        }
        for name in NAMES {
            let answer = page.ask_with(name, headers.clone(), &body());
            assert_eq!(answer.status, 403, "{name} {host}");
        }
    }
}

#[test]
fn a_missing_or_wrong_token_is_refused() {
    let (_course, _serving, page) = reading();
    let (secret, number) = page.token.split_once('-').unwrap();
    let longer = format!("{secret}0-{number}");
    let shorter = format!("{}-{number}", &secret[1..]);
    for token in [
        "",
        "-",
        "-0",
        secret,
        &longer,
        &shorter,
        "0123456789abcdef-1",
    ] {
        let headers = page.headers_but("X-Course-Token", Some(token));
        refused(&page, &headers, 403, "reload it");
    }
    refused(
        &page,
        &page.headers_but("X-Course-Token", None),
        403,
        "reload it",
    );
}

#[test]
fn the_token_of_an_earlier_start_is_refused() {
    let (course, serving, page) = reading();
    drop(serving);
    let serving = Serving::start(course.path());
    let mut now = Page::open(&serving);
    assert_ne!(now.token, page.token);
    now.token = page.token;
    refused(&now, &now.headers(), 403, "reload it");
}

/// A page may send these kinds to any server without asking it first.
#[test]
fn what_a_form_can_send_is_refused() {
    let (_course, _serving, page) = reading();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; application/json",
        "",
    ] {
        let headers = page.headers_but("Content-Type", Some(kind));
        refused(&page, &headers, 415, "application/json");
    }
    let without = page.headers_but("Content-Type", None);
    refused(&page, &without, 415, "application/json");
    let with_charset = page.headers_but("Content-Type", Some("application/json; charset=utf-8"));
    let answer = page.ask_with("tools", with_charset, b"{}");
    assert_eq!(answer.status, 200);
}

#[test]
fn nobody_is_allowed_to_ask_from_elsewhere() {
    let (_course, serving, page) = reading();
    let mut headers = page.headers_but("Origin", Some("http://example.com"));
    headers.push(("Access-Control-Request-Method", "POST".to_owned()));
    headers.push((
        "Access-Control-Request-Headers",
        "x-course-token".to_owned(),
    ));
    for name in NAMES {
        let path = format!("/_course/api/{name}");
        let answer = Request {
            method: "OPTIONS",
            path: &path,
            headers: headers.clone(),
            body: &[],
        }
        .send(serving.address);
        assert!(answer.status >= 400, "{name}: {}", answer.status);
        assert_eq!(answer.header("access-control-allow-origin"), "", "{name}");
    }
}

#[test]
fn reading_runs_nothing() {
    let (_course, serving, page) = reading();
    for name in NAMES {
        let path = format!("/_course/api/{name}");
        for method in ["GET", "PUT", "DELETE"] {
            let headers = page.headers();
            let answer = Request {
                method,
                path: &path,
                headers,
                body: &[],
            }
            .send(serving.address);
            assert!(
                [404, 405].contains(&answer.status),
                "{method} {name}: {}",
                answer.status
            );
        }
    }
}

#[test]
fn a_name_is_never_a_path() {
    let (course, _serving, page) = reading();
    course.save("secret.txt", "the librarian's diary");
    let outside = course.file("").to_string_lossy().into_owned();
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
            let answer = page.ask(kind, &ask);
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
            let answer = page.ask(kind, &ask);
            assert_eq!(answer.status, 404, "{kind} {name:.40}");
            assert!(!answer.text().contains("diary"), "{kind} {name:.40}");
        }
    }
    let diary = std::fs::read_to_string(course.file("secret.txt")).unwrap();
    assert_eq!(diary, "the librarian's diary");
}

#[test]
fn a_body_that_is_too_long_is_refused() {
    let (_course, _serving, page) = reading();
    let long = "//".repeat(200_000);
    let body = json!({ "language": "rust", "text": long }).to_string();
    let answer = page.ask_with("run", page.headers(), body.as_bytes());
    assert_eq!(answer.status, 413);
    assert!(words(&answer).contains("longer than 256 KiB"));
}

#[test]
fn a_body_that_is_no_json_is_refused() {
    let (_course, _serving, page) = reading();
    for body in [&b""[..], b"{", b"\xff\xfe", b"language=rust", b"[[[[[[[["] {
        let answer = page.ask_with("run", page.headers(), body);
        assert_eq!(answer.status, 400, "{body:?}");
        assert!(words(&answer).contains("makes no sense"), "{body:?}");
    }
    let deep = "[".repeat(100_000);
    let answer = page.ask_with("run", page.headers(), deep.as_bytes());
    assert_eq!(answer.status, 400);
}

#[test]
fn no_foreign_page_can_frame_this_one() {
    let (_course, serving, _page) = reading();
    for path in ["/", "/shelves/counting.html", "/nowhere.html"] {
        let answer = serving.get(path);
        assert_eq!(
            answer.header("content-security-policy"),
            "frame-ancestors 'self'",
            "{path}"
        );
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "same-origin",
            "{path}"
        );
    }
}
