//! Several programs as modules of one, which is compiled sooner than they are one by one.
//!
//! Each keeps its files, its lines and its `static`s; which of them is run is said by the
//! environment variable [`PART`]. A program can be a part if it does not speak of the root of its
//! crate (`crate::`, `#[macro_export]`, `#![feature]`).

/// The environment variable that holds the number of the part that is wanted, from 0.
pub const PART: &str = "PART";

/// How the name of a part's module and folder begins. Its number follows.
const MODULE: &str = "part_";

/// Several programs in one.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The text of its root.
    pub root: String,
    /// The files of all parts, by path and text.
    pub files: Vec<(String, String)>,
}

impl Bundle {
    /// Makes one program of these: the files of each by path and text, its root first. `number` is
    /// an expression that says which one is wanted, as [`PART`] has it.
    #[must_use]
    pub fn of(parts: &[Vec<(&str, &str)>], number: &str) -> Bundle {
        let mut modules = String::new();
        let mut mains = String::new();
        let mut files = Vec::new();
        for (part, texts) in parts.iter().enumerate() {
            for (place, (path, text)) in texts.iter().enumerate() {
                let path = path_in(part, path);
                let mut text = (*text).to_owned();
                if place == 0 {
                    modules += &format!("#[path = {path:?}]\nmod {MODULE}{part};\n");
                    mains += &format!("        {part} => {MODULE}{part}::__main(),\n");
                    // Behind the last line, so that all others are where they were.
                    text += "\n#[doc(hidden)]\npub(super) fn __main() {\n    main()\n}\n";
                }
                files.push((path, text));
            }
        }
        let root = format!(
            "{modules}\nfn main() {{\n    match {number} {{\n{mains}        \
             part => panic!(\"there is no part {{part}}\"),\n    }}\n}}\n"
        );
        Bundle { root, files }
    }

    /// Its files besides the root.
    #[must_use]
    pub fn beside(&self) -> Vec<(&str, &str)> {
        let files = self.files.iter();
        files
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect()
    }
}

/// What a part's file is called.
#[must_use]
pub fn path_in(part: usize, path: &str) -> String {
    format!("{MODULE}{part}/{path}")
}

/// What was said of a part, as if it were a program of its own.
#[must_use]
pub fn alone(part: usize, said: &str) -> String {
    said.replace(&format!("{MODULE}{part}/"), "")
}

/// Leaves out those parts of which the compiler speaks when it refuses the whole; all of them if it
/// speaks of none, so that a repetition comes to an end.
pub fn leave_out<T>(said: &str, parts: &mut Vec<T>) {
    let before = parts.len();
    let mut number = 0..;
    parts.retain(|_| {
        let folder = path_in(number.next().unwrap_or_default(), "");
        !said.contains(&folder)
    });
    if parts.len() == before {
        parts.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_files_and_the_lines_stay() {
        let parts = [
            vec![("a/root.rs", "mod x;\nfn main() {}"), ("a/x.rs", "// One.")],
            vec![("a/root.rs", "fn main() {}")],
        ];
        let bundle = Bundle::of(&parts, "0");
        let paths: Vec<&str> = bundle.files.iter().map(|file| file.0.as_str()).collect();
        assert_eq!(
            paths,
            ["part_0/a/root.rs", "part_0/a/x.rs", "part_1/a/root.rs"]
        );
        assert!(bundle.files[0].1.starts_with("mod x;\nfn main() {}\n"));
        assert_eq!(bundle.files[1].1, "// One.");
        assert!(
            bundle
                .root
                .contains("#[path = \"part_1/a/root.rs\"]\nmod part_1;")
        );
    }

    #[test]
    fn to_leave_out_comes_to_an_end() {
        let mut parts = vec!["a", "b"];
        leave_out("error: linking failed", &mut parts);
        assert!(parts.is_empty());
    }

    #[test]
    fn the_first_part_is_not_taken_for_the_eleventh() {
        let mut parts: Vec<usize> = (0..12).collect();
        leave_out(" --> part_11/a/x.rs:2:3", &mut parts);
        assert_eq!(parts, (0..11).collect::<Vec<_>>());
        assert_eq!(alone(11, "at part_11/a/x.rs:2"), "at a/x.rs:2");
    }
}
