//! Edits while the book is being read.

use crate::support::course::SmallCourse;
use crate::support::events::{Events, News};
use crate::support::serving::Serving;

/// A course that is being read, with a page that listens.
fn reading() -> (SmallCourse, Serving, Events, News) {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let mut events = serving.events();
    let first = events.next().unwrap();
    assert_eq!(first.problems, [""; 0]);
    (course, serving, events, first)
}

#[test]
fn a_page_knows_the_version_that_it_shows() {
    let (_course, serving, _events, first) = reading();
    let mark = format!(
        r#"<meta name="course-version" content="{}">"#,
        first.version
    );
    assert!(serving.page("/").contains(&mark));
}

#[test]
fn a_page_that_an_earlier_server_has_sent_is_out_of_date() {
    let (course, serving, _events, first) = reading();
    drop(serving);
    let serving = Serving::start(course.path());
    assert_ne!(serving.events().next().unwrap().version, first.version);
}

#[test]
fn an_edited_chapter_is_announced_and_shown() {
    let (course, serving, mut events, first) = reading();
    course.edit("src/welcome.md", "A small library.", "A large library.");
    events.until(|news| news.version != first.version);
    assert!(serving.page("/").contains("A large library."));
}

#[test]
fn a_chapter_that_is_written_in_place_is_announced_and_shown() {
    let (course, serving, mut events, _) = reading();
    std::fs::write(course.file("src/welcome.md"), "# Welcome\n\nIn place.\n").unwrap();
    events.until(|_| serving.page("/").contains("In place."));
}

#[test]
fn an_edited_listing_is_announced_and_shown() {
    let (course, serving, mut events, first) = reading();
    course.edit("listings/examples/shelves_count/main.rs", "three", "seven");
    events.until(|news| news.version != first.version);
    assert!(
        serving
            .page("/shelves/counting.html")
            .contains("seven shelves")
    );
}

#[test]
fn an_edited_theme_file_is_announced_and_shown() {
    let (course, serving, mut events, first) = reading();
    course.edit("theme/small.css", "oak", "beech");
    events.until(|news| news.version != first.version);
    let page = serving.page("/");
    let start = page.find("theme/small-").unwrap();
    let end = start + page[start..].find('"').unwrap();
    assert!(
        serving
            .page(&format!("/{}", &page[start..end]))
            .contains("beech")
    );
}

#[test]
fn an_edited_configuration_is_announced_and_shown() {
    let (course, serving, mut events, first) = reading();
    course.edit("book.toml", "A small course", "A tiny course");
    events.until(|news| news.version != first.version);
    assert!(serving.page("/").contains("A tiny course"));
}

#[test]
fn a_new_chapter_in_a_new_folder_is_followed_too() {
    let (course, serving, mut events, first) = reading();
    std::fs::create_dir(course.file("src/cellar")).unwrap();
    course.save("src/cellar/index.md", "# The cellar\n\nDamp.\n");
    course.edit(
        "src/SUMMARY.md",
        "- [Shelves]",
        "- [Cellar](cellar/index.md)\n- [Shelves]",
    );
    let second = events.until(|news| news.version != first.version && news.problems.is_empty());
    assert!(serving.page("/cellar/").contains("Damp."));
    course.edit("src/cellar/index.md", "Damp.", "Dry.");
    events.until(|news| news.version != second.version);
    assert!(serving.page("/cellar/").contains("Dry."));
}

#[test]
fn edits_in_quick_succession_are_all_shown() {
    let (course, serving, mut events, _) = reading();
    course.edit("src/welcome.md", "small", "first");
    course.edit("src/shelves/index.md", "once a year", "twice a year");
    course.edit("src/welcome.md", "first", "second");
    // Whether it took one build or several: in the end, everything is there.
    events.until(|_| {
        serving.page("/").contains("A second library")
            && serving.page("/shelves/").contains("twice a year")
    });
}

#[test]
fn saving_the_same_text_again_disturbs_nobody() {
    let (course, _serving, mut events, first) = reading();
    let text = std::fs::read_to_string(course.file("src/welcome.md")).unwrap();
    course.save("src/welcome.md", &text);
    assert_eq!(events.next().unwrap(), first);
}

#[test]
fn a_missing_include_leaves_the_last_good_book_and_says_where_it_is() {
    let (course, serving, mut events, first) = reading();
    course.edit("src/shelves/counting.md", "/main.rs}}", "/mian.rs}}");
    let news = events.until(|news| !news.problems.is_empty());
    assert_eq!(news.version, first.version);
    let [problem] = &news.problems[..] else {
        panic!("{news:?}");
    };
    let expected =
        "src/shelves/counting.md:4: failed to include listings/examples/shelves_count/mian.rs: ";
    assert!(
        problem.replace('\\', "/").starts_with(expected),
        "{problem}"
    );
    assert!(
        problem.contains("cargo course record shelves_count"),
        "{problem}"
    );
    assert!(
        serving
            .page("/shelves/counting.html")
            .contains("three shelves")
    );
}

#[test]
fn a_mended_edit_is_shown_and_the_problem_is_gone() {
    let (course, serving, mut events, _) = reading();
    course.edit("src/SUMMARY.md", "(welcome.md)", "(wellcome.md)");
    let news = events.until(|news| !news.problems.is_empty());
    assert!(news.problems[0].contains("wellcome.md"), "{news:?}");
    assert!(serving.page("/").contains("A small library."));
    course.edit("src/welcome.md", "small", "mended");
    course.edit("src/SUMMARY.md", "(wellcome.md)", "(welcome.md)");
    events.until(|news| news.problems.is_empty());
    assert!(serving.page("/").contains("A mended library."));
}

#[test]
fn a_broken_edit_that_is_taken_back_needs_no_reload() {
    let (course, _serving, mut events, first) = reading();
    course.edit("book.toml", "[book]", "[bok]");
    let news = events.until(|news| !news.problems.is_empty());
    assert!(news.problems[0].contains("bok"), "{news:?}");
    course.edit("book.toml", "[bok]", "[book]");
    assert_eq!(events.until(|news| news.problems.is_empty()), first);
}

#[test]
fn a_folder_that_vanishes_and_returns_is_followed_again() {
    let (course, serving, mut events, _) = reading();
    let (here, away) = (course.file("src"), course.file("away"));
    std::fs::rename(&here, &away).unwrap();
    let news = events.until(|news| !news.problems.is_empty());
    assert!(news.problems[0].contains("SUMMARY.md"), "{news:?}");
    std::fs::rename(&away, &here).unwrap();
    let mended = events.until(|news| news.problems.is_empty());
    course.edit("src/welcome.md", "small", "returned");
    events.until(|news| news.version != mended.version);
    assert!(serving.page("/").contains("A returned library."));
}

#[test]
fn a_page_that_listens_late_hears_everything() {
    let (course, serving, mut events, first) = reading();
    course.edit("src/SUMMARY.md", "(welcome.md)", "(wellcome.md)");
    let news = events.until(|news| !news.problems.is_empty());
    assert_eq!(serving.events().next().unwrap(), news);
    assert_eq!(news.version, first.version);
}

#[test]
fn a_book_that_is_broken_from_the_start_is_served_once_it_is_mended() {
    let course = SmallCourse::new();
    course.edit("src/SUMMARY.md", "(welcome.md)", "(wellcome.md)");
    let serving = Serving::start(course.path());
    let answer = serving.get("/");
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("wellcome.md"));
    let mut events = serving.events();
    assert_eq!(events.next().unwrap().version, "");
    course.edit("src/SUMMARY.md", "(wellcome.md)", "(welcome.md)");
    events.until(|news| !news.version.is_empty());
    assert!(serving.page("/").contains("A small library."));
}

#[test]
fn an_unfinished_book_is_shown_as_a_draft_until_there_is_a_good_one() {
    let course = SmallCourse::new();
    course.edit("src/shelves/counting.md", "/main.rs}}", "/output.txt}}");
    let serving = Serving::start(course.path());
    assert!(serving.page("/").contains("A small library."));
    let mut events = serving.events();
    let first = events.next().unwrap();
    assert!(first.problems[0].contains("output.txt"), "{first:?}");
    course.edit("src/welcome.md", "small", "draft");
    let second = events.until(|news| news.version != first.version);
    assert_eq!(second.problems, first.problems);
    assert!(serving.page("/").contains("A draft library."));
    course.edit("src/shelves/counting.md", "/output.txt}}", "/main.rs}}");
    let good = events.until(|news| news.problems.is_empty());
    // From now on, an edit that breaks the book changes nothing.
    course.edit("src/shelves/counting.md", "/main.rs}}", "/output.txt}}");
    let broken = events.until(|news| !news.problems.is_empty());
    assert_eq!(broken.version, good.version);
    assert!(
        serving
            .page("/shelves/counting.html")
            .contains("three shelves")
    );
}
