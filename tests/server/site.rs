//! The static site.

use crate::support::course::SmallCourse;
use crate::support::serving::course;
use mdbook_driver::MDBook;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;
use walkdir::WalkDir;

type Site = BTreeMap<PathBuf, Vec<u8>>;

fn read(folder: &Path) -> Site {
    WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_owned();
            (path, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn build(root: &Path, dest: &Path) -> Output {
    course()
        .args(["build", "--root"])
        .arg(root)
        .arg("--dest")
        .arg(dest)
        .output()
        .unwrap()
}

fn built(root: &Path) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let output = build(root, &folder.path().join("site"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    read(&folder.path().join("site"))
}

/// The folder of the course itself.
fn this_course() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The site of the course itself, built once for all tests.
static THIS_SITE: LazyLock<Site> = LazyLock::new(|| built(this_course()));

#[test]
fn the_course_can_be_built_without_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let output = build(this_course(), folder.path());
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!said.contains("warning"), "{said}");
}

#[test]
fn an_installed_mdbook_builds_the_same_site() {
    // The program `mdbook` is this call, and a command line around it.
    let folder = tempfile::tempdir().unwrap();
    let mut book = MDBook::load(this_course()).unwrap();
    book.config.build.build_dir = folder.path().to_owned();
    book.build().unwrap();
    let expected = read(folder.path());
    let names = |site: &Site| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&THIS_SITE), names(&expected));
    for (path, bytes) in &expected {
        assert!(THIS_SITE[path] == *bytes, "{} differs", path.display());
    }
}

#[test]
fn an_installed_mdbook_needs_nothing_else_installed() {
    let configuration = std::fs::read_to_string(this_course().join("book.toml")).unwrap();
    let table: toml::Table = configuration.parse().unwrap();
    assert!(!table.contains_key("preprocessor"));
    let renderers: Vec<_> = table["output"].as_table().unwrap().keys().collect();
    assert_eq!(renderers, ["html"]);
    let watched = table["build"]["extra-watch-dirs"].as_array().unwrap();
    assert!(
        watched
            .iter()
            .any(|folder| folder.as_str() == Some("listings"))
    );
}

#[test]
fn building_twice_gives_the_same_bytes() {
    assert!(built(this_course()) == *THIS_SITE);
}

/// The page's elements know where a server would be, and ask it if their page carries a token.
#[test]
fn the_site_knows_neither_a_server_nor_the_folder_it_was_built_in() {
    let root = this_course().to_str().unwrap();
    for (path, bytes) in THIS_SITE.iter() {
        let text = String::from_utf8_lossy(bytes);
        if path.extension().is_none_or(|ending| ending != "js") {
            assert!(!text.contains("/_course/"), "{}", path.display());
            assert!(!text.contains("course-token"), "{}", path.display());
        }
        assert!(!text.contains(root), "{}", path.display());
    }
}

#[test]
fn the_site_can_lie_below_any_address() {
    for (path, bytes) in THIS_SITE.iter() {
        // A 404 page is shown at any depth, so it alone must know where the site lies.
        if path.extension().is_some_and(|ending| ending == "html") && path != Path::new("404.html")
        {
            let page = std::str::from_utf8(bytes).unwrap();
            for rooted in [
                r#"href="/"#,
                r#"src="/"#,
                "href='/",
                "src='/",
                r#"<base href"#,
            ] {
                assert!(!page.contains(rooted), "{}: {rooted}", path.display());
            }
        }
    }
}

#[test]
fn the_404_page_knows_the_address_that_the_environment_gives() {
    let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
    let output = course()
        .args(["build", "--root"])
        .arg(small.path())
        .arg("--dest")
        .arg(folder.path())
        .env("MDBOOK_OUTPUT__HTML__SITE_URL", "/below/")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let page = std::fs::read_to_string(folder.path().join("404.html")).unwrap();
    assert!(page.contains(r#"<base href="/below/">"#));
}

#[test]
fn a_broken_book_leaves_the_old_site() {
    let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
    let site = folder.path().join("site");
    assert!(build(small.path(), &site).status.success());
    let before = read(&site);
    small.edit("src/shelves/counting.md", "/main.rs}}", "/mian.rs}}");
    let output = build(small.path(), &site);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("counting.md:4: failed to include"), "{said}");
    assert!(read(&site) == before);
}

#[test]
fn a_new_site_replaces_the_old_one_whole() {
    let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
    let site = folder.path().join("site");
    assert!(build(small.path(), &site).status.success());
    small.edit(
        "src/SUMMARY.md",
        "  - [Counting](shelves/counting.md)\n",
        "",
    );
    assert!(build(small.path(), &site).status.success());
    assert!(!site.join("shelves/counting.html").exists());
    let beside: Vec<_> = folder.path().read_dir().unwrap().collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
}

#[test]
fn a_folder_with_something_else_in_it_is_never_replaced() {
    let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
    let diary = folder.path().join("diary.txt");
    std::fs::write(&diary, "irreplaceable").unwrap();
    for dest in [folder.path(), small.path(), diary.as_path()] {
        let output = build(small.path(), dest);
        assert_eq!(output.status.code(), Some(2), "{}", dest.display());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.contains("it holds something else than a built book"),
            "{said}"
        );
    }
    assert_eq!(std::fs::read(&diary).unwrap(), b"irreplaceable");
}

#[test]
fn every_missing_include_is_listed_with_its_line() {
    let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
    let missing = "{{#include nowhere.txt}}";
    small.save(
        "src/welcome.md",
        &format!("# Welcome\n\n{missing}\n\n{missing} {missing}\n"),
    );
    let output = build(small.path(), &folder.path().join("site"));
    let said = String::from_utf8(output.stderr).unwrap().replace('\\', "/");
    let start = "error: src/welcome.md:";
    let lines: Vec<_> = said
        .lines()
        .filter_map(|line| {
            line.strip_prefix(start)?
                .split_once(": failed to include src/nowhere.txt")
        })
        .map(|(line, _)| line)
        .collect();
    assert_eq!(lines, ["3", "5", "5"], "{said}");
}

#[test]
fn whatever_is_broken_is_named() {
    let cases = [
        // (file, what stands there, what shall stand there instead, what is said of it)
        (
            "src/SUMMARY.md",
            "(welcome.md)",
            "(nowhere.md)",
            "src/SUMMARY.md:3: failed to",
        ),
        (
            "src/SUMMARY.md",
            "(welcome.md)",
            "(nowhere.md)",
            "failed to read chapter `nowhere.md`",
        ),
        (
            "src/SUMMARY.md",
            "  - [Counting](shelves/counting.md)",
            "\n[Counting](shelves/counting.md)\n\n- [More]()",
            "failed to parse SUMMARY.md line 9",
        ),
        ("book.toml", "[book]", "[book", "TOML parse error at line 1"),
        (
            "book.toml",
            "create-missing",
            "creat-missing",
            "unknown field `creat-missing`",
        ),
        (
            "book.toml",
            "small.css",
            "large.css",
            "failed to open `theme/large.css`",
        ),
    ];
    for (file, old, new, said) in cases {
        let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
        small.edit(file, old, new);
        let output = build(small.path(), &folder.path().join("site"));
        assert_eq!(output.status.code(), Some(1), "{file}: {new}");
        let stderr = String::from_utf8(output.stderr).unwrap().replace('\\', "/");
        assert!(stderr.contains(said), "{file}: {new}: {stderr}");
    }
}

#[test]
fn a_doubtful_page_is_built_with_a_warning() {
    let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
    small.edit("src/welcome.md", "small", "<b>small");
    let output = build(small.path(), &folder.path().join("site"));
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("warning: unclosed HTML tag `<b>` found in `welcome.md`"),
        "{said}"
    );
}

#[test]
fn a_course_without_its_chapters_is_explained() {
    let (small, folder) = (SmallCourse::new(), tempfile::tempdir().unwrap());
    std::fs::remove_dir_all(small.file("src")).unwrap();
    let output = build(small.path(), &folder.path().join("site"));
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap().replace('\\', "/");
    assert!(said.contains("failed to read `src/SUMMARY.md`"), "{said}");
}
