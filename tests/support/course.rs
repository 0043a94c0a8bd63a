//! A small course of one's own to edit and to break.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A copy of the small course in `tests/server/small`. It goes away with this value.
pub struct SmallCourse {
    folder: TempDir,
}

impl SmallCourse {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/server/small");
        copy(&original, folder.path());
        Self { folder }
    }

    /// Adds the exercise `running_goodbye`, as it is before anybody has touched it.
    pub fn add_exercise(&self) {
        let original = Path::new(env!("CARGO_MANIFEST_DIR"));
        let name = "running_goodbye";
        let folder = self.file("exercises").join(name);
        fs::create_dir_all(&folder).unwrap();
        for file in ["checks.rs", "hints.md"] {
            let from = original.join("exercises").join(name).join(file);
            fs::copy(from, folder.join(file)).unwrap();
        }
        let answers = Path::new("tests/answers").join(name);
        fs::create_dir_all(self.path().join(&answers)).unwrap();
        for file in ["stub.rs", "solution.rs"] {
            let from = original.join(&answers).join(file);
            fs::copy(from, self.path().join(&answers).join(file)).unwrap();
        }
        fs::copy(
            original.join(&answers).join("stub.rs"),
            folder.join("exercise.rs"),
        )
        .unwrap();
        let catalogue = format!(
            "[[chapter]]\nname = \"running\"\ntitle = \"Running\"\n\n\
             [[chapter.exercise]]\nname = \"{name}\"\ntitle = \"Goodbye\"\n\
             level = \"warm-up\"\npage = \"welcome.md\"\n"
        );
        fs::write(self.file("exercises/catalogue.toml"), catalogue).unwrap();
    }

    /// Takes a file or a folder over from the course itself.
    pub fn take_over(&self, name: &str) {
        let original = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        if original.is_dir() {
            copy(&original, &self.file(name));
        } else {
            fs::copy(original, self.file(name)).unwrap();
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Saves `text` as the file `name`, as most editors do: beside it first, then in its place.
    ///
    /// So the server never finds half of it, and a test can tell exactly what it must find.
    pub fn save(&self, name: &str, text: &str) {
        let beside = self.file("being-saved");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, self.file(name)).unwrap();
    }

    /// Saves the file `name` with `old` replaced by `new`.
    pub fn edit(&self, name: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.file(name)).unwrap();
        assert!(text.contains(old), "{name} has no {old:?}");
        self.save(name, &text.replace(old, new));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
