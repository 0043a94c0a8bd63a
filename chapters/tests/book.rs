//! A book on disk, as mdBook expands it.

use std::fs;
use std::path::Path;

use chapters::fence::End;
use chapters::{Book, Mode, Record, Role, Shelf};
use tempfile::TempDir;

fn write(root: &TempDir, file: &str, text: &str) {
    let file = root.path().join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// A book whose first chapter has this text.
fn book(text: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    write(&root, "book.toml", "[book]\ntitle = \"A book\"\n");
    let summary = "# Summary\n\n- [One](part/README.md)\n- [Draft]()\n  - [Two](part/two.md)\n";
    write(&root, "src/SUMMARY.md", summary);
    write(&root, "src/part/README.md", text);
    write(&root, "src/part/two.md", "# Two\n");
    write(
        &root,
        "listings/examples/a/main.rs",
        "use std::fmt;\n\n// ANCHOR: main\nfn main() {}\n// ANCHOR_END: main\n",
    );
    write(&root, "listings/examples/a/output.txt", "1\n2\n");
    root
}

fn load(root: &TempDir) -> Book {
    Book::load(root.path()).unwrap()
}

#[test]
fn chapters_come_in_their_order_and_drafts_do_not() {
    let root = book("# One\n");
    let book = load(&root);
    let paths: Vec<&Path> = book
        .chapters
        .iter()
        .map(|chapter| chapter.path.as_path())
        .collect();
    assert_eq!(
        paths,
        [Path::new("part/README.md"), Path::new("part/two.md")]
    );
}

#[test]
fn a_listing_is_shown_in_part_and_known_in_whole() {
    let root = book(
        "# One\n\n{{#include two.md}}\n\n```rust,no_run\n\
         {{#rustdoc_include ../../listings/examples/a/main.rs:main}}\n```\n",
    );
    let book = load(&root);
    let block = &book.chapters[0].blocks[0];
    assert_eq!(block.text, "# use std::fmt;\n# \nfn main() {}\n");
    assert_eq!(block.program(), "use std::fmt;\n\nfn main() {}\n");
    assert_eq!(block.line, 5);
    assert_eq!(block.listing_file().unwrap().name, "a");
    let claims = &book.claims()[&(Shelf::Examples, "a".to_owned())];
    assert_eq!(claims.rust.as_ref().unwrap().end, End::Compiles);
}

#[test]
fn a_record_is_claimed_wherever_it_is_shown() {
    let root = book(
        "# One\n\n```text,output,unordered\n{{#include ../../listings/examples/a/output.txt:1}}\n```\n",
    );
    let book = load(&root);
    assert_eq!(book.chapters[0].blocks[0].text, "1\n");
    let claims = &book.claims()[&(Shelf::Examples, "a".to_owned())];
    assert_eq!(claims.mode(Record::Output), Mode::Unordered);
    assert!(claims.chapters.contains("part/README.md"));
}

#[test]
fn a_missing_file_leaves_its_directive() {
    let root = book("# One\n\n```go\n{{#include nothing.go}}\n```\n");
    let book = load(&root);
    assert_eq!(book.chapters[0].blocks[0].text, "{{#include nothing.go}}\n");
    assert_eq!(
        book.chapters[0].includes[0].file,
        Path::new("src/part/nothing.go")
    );
}

#[test]
fn a_block_out_of_an_included_file_is_a_block() {
    let root = book("# One\n\n{{#include two.md}}\n");
    write(
        &root,
        "src/part/two.md",
        "# Two\n\n```rust\nfn main() {}\n```\n",
    );
    let book = load(&root);
    let block = &book.chapters[0].blocks[0];
    assert!(matches!(block.role(), Role::Program(..)));
    assert_eq!(block.listing_file(), None);
}

#[test]
fn a_mark_leads_back_to_its_block() {
    let root = book("# One\n\n```a\n```\n\n```b\n```\n");
    let book = load(&root);
    let mark = book.chapters[0].mark(1);
    assert_eq!(mark, "// block 1 of part/README.md");
    let (chapter, block) = book.marked(&mark).unwrap();
    assert_eq!(
        (chapter.name.as_str(), block.fence.language.as_str()),
        ("One", "b")
    );
    assert!(book.marked("// block 2 of part/README.md").is_none());
    assert!(book.marked("// something else").is_none());
}

#[test]
fn links_are_those_of_the_text_and_of_html() {
    let root = book("# One\n\n[a](b.md#c)\n![d](e.svg)\n\n<a href=\"f.html\">g</a>\n\n`[h](i)`\n");
    let links = load(&root).chapters[0].links();
    let links: Vec<(&str, usize)> = links
        .iter()
        .map(|link| (link.target.as_str(), link.line))
        .collect();
    assert_eq!(links, [("b.md#c", 3), ("e.svg", 4), ("f.html", 6)]);
}

#[test]
fn a_missing_chapter_is_an_error_and_is_not_made() {
    let root = book("# One\n");
    fs::remove_file(root.path().join("src/part/two.md")).unwrap();
    let error = Book::load(root.path()).unwrap_err();
    assert!(
        error.to_string().contains("failed to read the book at"),
        "{error}"
    );
    assert!(!root.path().join("src/part/two.md").exists());
}
