//! The rule about links: each is followed in the book as mdBook renders it, so an anchor is what
//! mdBook makes of a heading.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

use chapters::link::Link;
use regex::Regex;

use super::{Content, Draft, Error, place};

pub(super) fn dead(content: &Content) -> Result<Vec<Draft>, Error> {
    let site = tempfile::tempdir()?;
    content.book.render(site.path())?;
    let mut findings = Vec::new();
    for chapter in &content.book.chapters {
        let page = page_of(&chapter.path);
        for link in chapter.links() {
            if let Some(problem) = problem(site.path(), &page, &link) {
                findings.push(Draft {
                    place: place(chapter, link.line, None),
                    problem: format!("the link to `{}` is dead: {problem}", link.target),
                    help: "mend the link, or add what it leads to".to_owned(),
                });
            }
        }
    }
    Ok(findings)
}

/// The page that a chapter becomes.
fn page_of(chapter: &Path) -> PathBuf {
    let is_readme = chapter
        .file_stem()
        .is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    if is_readme {
        chapter.with_file_name("index.html")
    } else {
        chapter.with_extension("html")
    }
}

/// Why a link on `page` leads nowhere, if it does.
fn problem(site: &Path, page: &Path, link: &Link) -> Option<String> {
    if link.is_external() {
        return None;
    }
    let (path, anchor) = match link.target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (link.target.as_str(), None),
    };
    let path = path.split('?').next().unwrap_or_default();
    let file = if path.is_empty() {
        page.to_owned()
    } else {
        let folder = page.parent().unwrap_or(Path::new(""));
        let target = Path::new(path);
        let is_chapter = target
            .extension()
            .is_some_and(|extension| extension == "md");
        resolve(
            folder,
            &if is_chapter {
                page_of(target)
            } else {
                target.to_owned()
            },
        )?
    };
    let file = if site.join(&file).is_dir() {
        file.join("index.html")
    } else {
        file
    };
    if !site.join(&file).is_file() {
        return Some(format!("there is no page or file {}", file.display()));
    }
    let anchor = anchor?;
    let is_there = anchor.is_empty() || anchors(&site.join(&file)).contains(anchor);
    (!is_there).then(|| format!("the page {} has no anchor `{anchor}`", file.display()))
}

/// A relative path seen from the site's root. A link out of the site stays as it is, and so
/// leads nowhere.
fn resolve(folder: &Path, target: &Path) -> Option<PathBuf> {
    let mut result = PathBuf::new();
    for part in folder.join(target).components() {
        match part {
            Component::Normal(part) => result.push(part),
            Component::ParentDir if !result.pop() => return Some(folder.join(target)),
            _ => {}
        }
    }
    Some(result)
}

fn anchors(page: &Path) -> BTreeSet<String> {
    static ID: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"<[^>]*\s(?:id|name)="([^"]+)""#).expect("the pattern is a constant")
    });
    let page = fs::read_to_string(page).unwrap_or_default();
    ID.captures_iter(&page).map(|id| id[1].to_owned()).collect()
}
