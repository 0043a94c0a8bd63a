//! Requests that no page of this server makes: refused, and nothing is run.

use super::attacked::{Attacked, NAMES};
use crate::support::http::Request;

#[test]
fn a_foreign_origin_is_refused() {
    let attacked = Attacked::new();
    let port = attacked.serving.address.port();
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
        let headers = attacked.page.headers_but("Origin", Some(origin));
        attacked.refuses(&headers, 403, "only what its own pages ask for");
    }
    let without = attacked.page.headers_but("Origin", None);
    attacked.refuses(&without, 403, "only what its own pages ask for");
    attacked.assert_untouched();
}

#[test]
fn what_the_browser_calls_foreign_is_refused() {
    let attacked = Attacked::new();
    for site in ["cross-site", "same-site", "none"] {
        let headers = attacked.page.headers_but("Sec-Fetch-Site", Some(site));
        attacked.refuses(&headers, 403, "only what its own pages ask for");
    }
    attacked.assert_untouched();
}

#[test]
fn a_name_that_somebody_else_points_at_this_computer_is_refused() {
    let attacked = Attacked::new();
    let port = attacked.serving.address.port();
    for host in [
        "example.com".to_owned(),
        format!("example.com:{port}"),
        format!("127.0.0.1.example.com:{port}"),
        String::new(),
    ] {
        let mut headers = attacked.page.headers_but("Host", Some(&host));
        // Such a page's origin has the same name.
        for header in &mut headers {
            if header.0 == "Origin" {
                header.1 = format!("http://{host}");
            }
        }
        for name in NAMES {
            let answer = attacked.ask(name, &headers);
            assert_eq!(answer.status, 403, "{name} {host}");
        }
    }
    attacked.assert_untouched();
}

#[test]
fn a_missing_or_wrong_token_is_refused() {
    let attacked = Attacked::new();
    let (secret, number) = attacked.page.token.split_once('-').unwrap();
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
        let headers = attacked.page.headers_but("X-Course-Token", Some(token));
        attacked.refuses(&headers, 403, "reload it");
    }
    attacked.refuses(
        &attacked.page.headers_but("X-Course-Token", None),
        403,
        "reload it",
    );
    attacked.assert_untouched();
}

#[test]
fn the_token_of_an_earlier_start_is_refused() {
    let mut attacked = Attacked::new();
    let earlier = attacked.page.token.clone();
    attacked.start_again();
    assert_ne!(attacked.page.token, earlier);
    let headers = attacked.page.headers_but("X-Course-Token", Some(&earlier));
    attacked.refuses(&headers, 403, "reload it");
    attacked.assert_untouched();
}

/// A page may send these kinds to any server without asking it first.
#[test]
fn what_a_form_can_send_is_refused() {
    let attacked = Attacked::new();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; application/json",
        "",
    ] {
        let headers = attacked.page.headers_but("Content-Type", Some(kind));
        attacked.refuses(&headers, 415, "application/json");
    }
    let without = attacked.page.headers_but("Content-Type", None);
    attacked.refuses(&without, 415, "application/json");
    let with_charset = attacked
        .page
        .headers_but("Content-Type", Some("application/json; charset=utf-8"));
    let answer = attacked.page.ask_with("tools", with_charset, b"{}");
    assert_eq!(answer.status, 200);
    attacked.assert_untouched();
}

#[test]
fn nobody_is_allowed_to_ask_from_elsewhere() {
    let attacked = Attacked::new();
    let mut headers = attacked
        .page
        .headers_but("Origin", Some("http://example.com"));
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
        .send(attacked.serving.address);
        assert!(answer.status >= 400, "{name}: {}", answer.status);
        assert_eq!(answer.header("access-control-allow-origin"), "", "{name}");
    }
    attacked.assert_untouched();
}

#[test]
fn reading_runs_nothing() {
    let attacked = Attacked::new();
    for name in NAMES {
        let path = format!("/_course/api/{name}");
        let body = attacked.body(name);
        for method in ["GET", "HEAD", "PUT", "PATCH", "DELETE"] {
            let headers = attacked.page.headers();
            let answer = Request {
                method,
                path: &path,
                headers,
                body: &body,
            }
            .send(attacked.serving.address);
            assert!(
                [404, 405].contains(&answer.status),
                "{method} {name}: {}",
                answer.status
            );
        }
    }
    attacked.assert_untouched();
}

#[test]
fn no_foreign_page_can_frame_this_one() {
    let attacked = Attacked::new();
    for path in ["/", "/shelves/counting.html", "/nowhere.html"] {
        let answer = attacked.serving.get(path);
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
