//! Turns away requests that were not made to this computer by its own name.
//!
//! A web page elsewhere can point a name of its own at 127.0.0.1 and then read what is served
//! here, as if it were its own ("DNS rebinding"). Its requests carry that name in `Host`.

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, HOST};
use axum::http::uri::Authority;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const OUR_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];
const HTTP_PORT: u16 = 80;

/// Lets a request pass if it names this computer and `port`.
pub async fn check(State(port): State<u16>, request: Request, next: Next) -> Response {
    if is_for_us(&request, port) {
        with_borders(next.run(request).await)
    } else {
        let answer = format!("This server answers only at http://127.0.0.1:{port}.\n");
        (StatusCode::FORBIDDEN, answer).into_response()
    }
}

/// Tells the browser that no page from elsewhere may show a page of this server in a frame, where
/// a reader would click in it without knowing, nor use any part of it.
fn with_borders(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let framed = HeaderValue::from_static("frame-ancestors 'self'");
    headers.insert(CONTENT_SECURITY_POLICY, framed);
    let used = HeaderValue::from_static("same-origin");
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        used,
    );
    response
}

fn is_for_us(request: &Request, port: u16) -> bool {
    let in_header = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .and_then(|host| host.parse().ok())
        .is_some_and(|host| is_ours(&host, port));
    // A request line may repeat the authority, and then that one counts.
    let in_line = request
        .uri()
        .authority()
        .is_none_or(|host| is_ours(host, port));
    in_header && in_line
}

/// Whether this is a name of this computer, with this port.
pub(super) fn is_ours(host: &Authority, port: u16) -> bool {
    let named = OUR_NAMES
        .iter()
        .any(|name| name.eq_ignore_ascii_case(host.host()));
    named && host.port_u16().unwrap_or(HTTP_PORT) == port && !host.as_str().contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(host: &str) -> bool {
        host.parse().is_ok_and(|host| is_ours(&host, 3000))
    }

    #[test]
    fn this_computer_is_accepted_by_each_of_its_names() {
        for host in [
            "localhost:3000",
            "LocalHost:3000",
            "127.0.0.1:3000",
            "[::1]:3000",
        ] {
            assert!(accepts(host), "{host}");
        }
    }

    #[test]
    fn other_names_and_other_ports_are_refused() {
        let foreign = [
            "example.com:3000",
            "localhost.example.com:3000",
            "127.0.0.1.example.com:3000",
            "localhost",
            "localhost:3001",
            "user@localhost:3000",
            "",
        ];
        for host in foreign {
            assert!(!accepts(host), "{host}");
        }
    }

    #[test]
    fn the_port_of_http_may_be_left_out() {
        assert!(is_ours(&"localhost".parse().unwrap(), 80));
    }
}
