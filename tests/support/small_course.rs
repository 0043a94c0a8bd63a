//! A course that is small enough to be written for one test.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A course with one chapter and one listing.
pub struct Course(TempDir);

pub const LISTING: &str = "listings/examples/small_hello";

impl Course {
    /// `main` is the program, `words` are those of the block with its output.
    pub fn new(main: &str, words: &str) -> Self {
        let course = Self(tempfile::tempdir().unwrap());
        let chapter = format!(
            "# Small\n\n```rust\n{{{{#rustdoc_include ../{LISTING}/main.rs}}}}\n```\n\n\
             ```{words}\n{{{{#include ../{LISTING}/output.txt}}}}\n```\n"
        );
        course.write("book.toml", "[book]\ntitle = \"Small\"\n");
        course.write("src/SUMMARY.md", "# Summary\n\n- [Small](small.md)\n");
        course.write("src/small.md", &chapter);
        course.write(&format!("{LISTING}/main.rs"), main);
        course
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file of the course.
    pub fn write(&self, file: &str, text: &str) {
        let file = self.0.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Writes what is recorded.
    pub fn write_output(&self, text: &str) {
        self.write(&format!("{LISTING}/output.txt"), text);
    }

    /// The file with what is recorded.
    pub fn output(&self) -> PathBuf {
        self.0.path().join(LISTING).join("output.txt")
    }

    /// What is recorded.
    pub fn recorded(&self) -> String {
        fs::read_to_string(self.output()).unwrap()
    }
}

/// A program that prints one word.
pub const HELLO: &str = "fn main() {\n    println!(\"hello\");\n}\n";
