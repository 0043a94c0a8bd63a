//! A page works on a learner's files.

use crate::support::asking::Page;
use crate::support::course::SmallCourse;
use crate::support::serving::Serving;
use serde_json::{Value, json};
use std::fs;

const NAME: &str = "running_goodbye";
const FILE: &str = "exercises/running_goodbye/exercise.rs";

fn learning() -> (SmallCourse, Serving, Page) {
    let course = SmallCourse::new();
    course.add_exercise();
    let serving = Serving::start(course.path());
    let page = Page::open(&serving);
    (course, serving, page)
}

fn ask(page: &Page, name: &str, body: Value) -> (u16, Value) {
    let answer = page.ask(name, &body);
    (answer.status, serde_json::from_str(&answer.text()).unwrap())
}

fn done(page: &Page, name: &str, body: Value) -> Value {
    let (status, answer) = ask(page, name, body);
    assert_eq!(status, 200, "{answer}");
    answer
}

fn solution(page: &Page) -> String {
    let answer = done(
        page,
        "exercise/solution",
        json!({ "name": NAME, "peek": true }),
    );
    answer["text"].as_str().unwrap().to_owned()
}

#[test]
fn all_exercises_are_listed_by_chapter() {
    let (_course, _serving, page) = learning();
    let chapters = &done(&page, "exercises", json!({}))["chapters"];
    assert_eq!(chapters[0]["name"], "running");
    let exercise = &chapters[0]["exercises"][0];
    assert_eq!(
        (&exercise["name"], &exercise["state"]),
        (&json!(NAME), &json!("untouched"))
    );
}

#[test]
fn a_course_without_exercises_has_none() {
    let course = SmallCourse::new();
    let serving = Serving::start(course.path());
    let page = Page::open(&serving);
    assert_eq!(
        done(&page, "exercises", json!({})),
        json!({ "chapters": [] })
    );
    assert_eq!(ask(&page, "exercise", json!({ "name": NAME })).0, 404);
}

#[test]
fn a_card_has_all_that_it_shows() {
    let (course, _serving, page) = learning();
    let card = done(&page, "exercise", json!({ "name": NAME }));
    assert_eq!(card["state"], "untouched");
    assert_eq!(card["file"], FILE);
    assert_eq!(card["text"], fs::read_to_string(course.file(FILE)).unwrap());
    assert_eq!(card["was_solved"], false);
    let task = card["task"].as_str().unwrap();
    assert!(task.starts_with("The librarian sends"), "{task}");
    let hints = card["hints"].as_u64().unwrap();
    assert!(hints >= 2);
    let hint = done(
        &page,
        "exercise/hint",
        json!({ "name": NAME, "number": hints }),
    );
    assert!(!hint["text"].as_str().unwrap().is_empty());
    for number in [0, hints + 1] {
        let (status, answer) = ask(
            &page,
            "exercise/hint",
            json!({ "name": NAME, "number": number }),
        );
        assert_eq!(status, 400, "{answer}");
    }
    let (status, answer) = ask(&page, "exercise/solution", json!({ "name": NAME }));
    assert_eq!(status, 409, "{answer}");
}

#[test]
fn an_edit_in_the_page_is_an_edit_of_the_file() {
    let (course, _serving, page) = learning();
    let before = done(&page, "exercise", json!({ "name": NAME }));
    let saved = done(
        &page,
        "exercise/save",
        json!({ "name": NAME, "text": "// mine\n", "version": before["version"] }),
    );
    assert_eq!(saved["state"], "begun");
    assert_eq!(fs::read_to_string(course.file(FILE)).unwrap(), "// mine\n");
    let after = done(&page, "exercise", json!({ "name": NAME }));
    assert_eq!(after["version"], saved["version"]);
}

#[test]
fn a_file_that_was_edited_elsewhere_is_never_overwritten() {
    let (course, _serving, page) = learning();
    let before = done(&page, "exercise", json!({ "name": NAME }));
    course.save(FILE, "// theirs\n");
    let save = json!({ "name": NAME, "text": "// mine\n", "version": before["version"] });
    let (status, answer) = ask(&page, "exercise/save", save);
    assert_eq!(status, 409);
    assert_eq!(answer["text"], "// theirs\n");
    assert!(
        answer["error"]
            .as_str()
            .unwrap()
            .contains("nothing was written")
    );
    assert_eq!(
        fs::read_to_string(course.file(FILE)).unwrap(),
        "// theirs\n"
    );
    // Whoever has seen it may overwrite it.
    let save = json!({ "name": NAME, "text": "// mine\n", "version": answer["version"] });
    done(&page, "exercise/save", save);
    assert_eq!(fs::read_to_string(course.file(FILE)).unwrap(), "// mine\n");
}

#[test]
fn what_is_reset_is_kept() {
    let (course, _serving, page) = learning();
    course.save(FILE, "// an afternoon's work\n");
    let reset = done(&page, "exercise/reset", json!({ "name": NAME }));
    assert_eq!(reset["state"], "untouched");
    assert_eq!(
        fs::read_to_string(course.file(FILE)).unwrap(),
        reset["text"].as_str().unwrap()
    );
    let kept = course.file(reset["kept"].as_str().unwrap());
    assert_eq!(
        fs::read_to_string(kept).unwrap(),
        "// an afternoon's work\n"
    );
}

#[test]
fn an_answer_is_judged_and_a_wrong_one_can_be_played() {
    let (course, _serving, page) = learning();
    let ask = json!({ "name": NAME });
    let events = page.events("exercise/check", &ask);
    let wrong = events
        .iter()
        .find(|event| event["event"] == "verdict")
        .unwrap();
    assert_eq!(wrong["verdict"]["solved"], false);
    assert!(wrong["text"].as_str().unwrap().contains("not solved yet"));
    let checks = wrong["verdict"]["answer"]["checked"].as_array().unwrap();
    let graphs = wrong["graphs"].as_array().unwrap();
    assert_eq!(graphs.len(), checks.len());
    for (check, graph) in checks.iter().zip(graphs) {
        let failed = check["finding"]["is"] == "failed";
        assert_eq!(failed, graph["states"].is_array(), "{check}");
        assert!(!failed || graph["file"] == FILE, "{}", graph["file"]);
    }
    assert_eq!(events.last().unwrap()["status"], 1);

    course.save(FILE, &solution(&page));
    let events = page.events("exercise/check", &ask);
    let right = events
        .iter()
        .find(|event| event["event"] == "verdict")
        .unwrap();
    assert_eq!(right["verdict"]["solved"], true, "{right}");
    assert_eq!(events.last().unwrap()["status"], 0);
    let card = done(&page, "exercise", ask);
    assert_eq!(
        (&card["state"], &card["was_solved"]),
        (&json!("solved"), &json!(true))
    );
    // Whoever has solved it may see another solution without peeking.
    done(&page, "exercise/solution", json!({ "name": NAME }));
}

#[test]
fn an_open_page_hears_of_an_edit_in_another_editor() {
    let (course, serving, page) = learning();
    let mut events = serving.events();
    let first = events.next_named("exercises");
    assert_eq!(first[NAME]["state"], "untouched");
    course.save(FILE, "// theirs\n");
    let second = events.next_named("exercises");
    assert_eq!(second[NAME]["state"], "begun");
    let card = done(&page, "exercise", json!({ "name": NAME }));
    assert_eq!(second[NAME]["version"], card["version"]);
    fs::remove_file(course.file(FILE)).unwrap();
    let third = events.next_named("exercises");
    assert_eq!(third[NAME], json!({ "state": "missing", "version": null }));
    let card = done(&page, "exercise", json!({ "name": NAME }));
    assert_eq!(
        (&card["state"], &card["text"]),
        (&json!("missing"), &Value::Null)
    );
    done(&page, "exercise/reset", json!({ "name": NAME }));
    assert_eq!(events.next_named("exercises"), first);
}
