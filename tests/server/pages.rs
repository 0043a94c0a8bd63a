//! What a reader, and somebody who is none, gets from the server.

use crate::support::course::SmallCourse;
use crate::support::http;
use crate::support::serving::Serving;

#[test]
fn the_first_page_is_the_first_chapter() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let expected = format!("Every Interleaving: http://{}\n", serving.address);
    assert_eq!(serving.first_line, expected);
    assert!(serving.address.ip().is_loopback());
    assert!(serving.page("/").contains("A small library."));
}

#[test]
fn every_page_shows_its_listing_and_keeps_itself_up_to_date() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let page = serving.page("/shelves/counting.html");
    assert!(page.contains("three shelves"));
    assert_eq!(page.matches("/_course/live.js").count(), 1);
    assert!(serving.page("/_course/live.js").contains("news.js"));
    assert!(serving.page("/_course/news.js").contains("EventSource"));
    assert!(serving.page("/_course/live.css").contains(".course-banner"));
}

#[test]
fn every_file_has_its_content_type_and_is_never_stale() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let index = serving.page("/");
    // The first attribute with this ending, as in `href="book-1a2b.css"`.
    let named = |ending: &str| {
        let end = index.find(ending).unwrap_or_else(|| panic!("no {ending}")) + ending.len() - 1;
        let start = index[..end].rfind('"').unwrap() + 1;
        format!("/{}", &index[start..end])
    };
    let expected = [
        ("/".to_owned(), "text/html; charset=utf-8"),
        (named(r#".css""#), "text/css; charset=utf-8"),
        (named(r#".js""#), "text/javascript; charset=utf-8"),
        (named(r#".svg""#), "image/svg+xml"),
    ];
    for (path, content_type) in expected {
        let answer = serving.get(&path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), content_type, "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    }
}

#[test]
fn a_folder_leads_to_its_first_page() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    assert!(serving.page("/shelves/").contains("once a year"));
    let answer = serving.get("/shelves");
    assert_eq!(answer.status, 307);
    assert_eq!(answer.header("location"), "/shelves/");
}

#[test]
fn a_page_that_does_not_exist_is_answered_by_the_books_own_404_page() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let answer = serving.get("/shelves/nowhere/at-all.html");
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("Document not found"));
    // Its links must work at any depth.
    assert!(answer.text().contains(r#"<base href="/">"#));
}

#[test]
fn only_reading_is_possible() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    for method in ["POST", "PUT", "DELETE"] {
        let answer = http::request(serving.address, method, &serving.host(), "/");
        assert_eq!(answer.status, 405, "{method}");
    }
}

#[test]
fn a_foreign_host_is_refused() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let port = serving.address.port();
    for host in [
        "example.com".to_owned(),
        format!("example.com:{port}"),
        format!("localhost.example.com:{port}"),
        "localhost:1".to_owned(),
        String::new(),
    ] {
        for path in ["/", "/_course/events", "/_course/live.js"] {
            let answer = http::get(serving.address, &host, path);
            assert_eq!(answer.status, 403, "{host:?} {path}");
            assert!(answer.text().contains(&format!("http://127.0.0.1:{port}")));
        }
    }
    for host in [format!("127.0.0.1:{port}"), format!("[::1]:{port}")] {
        assert_eq!(http::get(serving.address, &host, "/").status, 200, "{host}");
    }
}

#[test]
fn a_request_line_that_names_a_foreign_host_is_refused() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let answer = http::get(serving.address, &serving.host(), "http://example.com/");
    assert_eq!(answer.status, 403);
}

#[test]
fn no_path_leads_out_of_the_book() {
    let course = SmallCourse::new();
    course.save("secret.txt", "the librarian's diary");
    let serving = Serving::start(course.path());
    let absolute = course
        .file("secret.txt")
        .to_string_lossy()
        .replace('\\', "/");
    for path in [
        "/../secret.txt",
        "/shelves/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/shelves/..%2f..%2fsecret.txt",
        "/secret.txt",
        "/src/welcome.md",
        "/%00",
        "/%ff",
        &format!("/{absolute}"),
        &format!("/%2f{absolute}"),
    ] {
        let answer = serving.get(path);
        assert!(
            [400, 404].contains(&answer.status),
            "{path}: {}",
            answer.status
        );
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(
            !body.contains("diary") && !body.contains("A small library"),
            "{path}"
        );
    }
}
