//! The words behind a block's backticks: the grammar of claims.
//!
//! `CONTRIBUTING.md` explains it to authors.

use std::collections::BTreeSet;
use std::fmt;

/// The first line of a fenced block, split into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence {
    /// The first word, such as `rust`.
    pub language: String,
    /// The other words, such as `compile_fail` and `E0499`.
    pub words: Vec<String>,
}

/// What a program is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Rust.
    Rust,
    /// Go.
    Go,
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Rust => "Rust",
            Self::Go => "Go",
        })
    }
}

/// What a block is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A program, and what is to become of it.
    Program(Language, Fate),
    /// What a program or a tool printed.
    Recorded(Stream, Language, Mode),
    /// Something that claims nothing: a console session, a diagram, a table.
    Plain,
}

/// What is to become of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    /// How far it gets.
    pub end: End,
    /// Whether `go vet` complains (`vet_fail`).
    pub vet_complains: bool,
}

/// How far a program gets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// It compiles, runs and succeeds.
    #[default]
    Succeeds,
    /// It compiles, runs and panics (`should_panic`).
    Panics,
    /// It compiles and is not run (`no_run`).
    Compiles,
    /// It does not compile (`compile_fail`), with exactly these error codes.
    Refused(BTreeSet<String>),
    /// It is a part of a file that is compiled elsewhere (`fragment`).
    Fragment,
    /// It is not even compiled (`ignore`). The linter admits no such block.
    Ignored,
}

/// Where something was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stream {
    /// On stdout (`output`).
    Output,
    /// On stderr, by the program or by the compiler (`stderr`).
    Stderr,
    /// By `go vet` (`vet`).
    Vet,
    /// By a detector of data races (`race`).
    Race,
    /// By the explorer (`schedule`).
    Schedule,
}

/// How what was printed is compared with what is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Byte for byte.
    #[default]
    Exact,
    /// The same lines in any order.
    Unordered,
    /// The recorded text has wildcards.
    Pattern,
    /// The recorded text is a list of everything that can be printed.
    OneOf,
    /// The recorded text has numbers that were measured, and will be others the next time.
    Measured,
}

impl Mode {
    /// The word in a fence.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Unordered => "unordered",
            Self::Pattern => "pattern",
            Self::OneOf => "one-of",
            Self::Measured => "measured",
        }
    }
}

impl Fence {
    /// Splits the words as rustdoc and mdBook do: at commas and white space.
    #[must_use]
    pub fn parse(info: &str) -> Self {
        let mut words = info
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|word| !word.is_empty())
            .map(str::to_owned);
        Self {
            language: words.next().unwrap_or_default(),
            words: words.collect(),
        }
    }

    /// Whether `word` stands in the fence behind the language.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }

    /// What the block is for.
    #[must_use]
    pub fn role(&self) -> Role {
        match self.language.as_str() {
            "rust" | "rs" | "Rust" => Role::Program(Language::Rust, self.fate()),
            "go" => Role::Program(Language::Go, self.fate()),
            "text" => self.stream().map_or(Role::Plain, |stream| {
                Role::Recorded(stream, self.recorded_language(stream), self.mode())
            }),
            _ => Role::Plain,
        }
    }

    fn fate(&self) -> Fate {
        let end = if self.has("ignore") {
            End::Ignored
        } else if self.has("fragment") {
            End::Fragment
        } else if self.has("compile_fail") {
            End::Refused(self.codes())
        } else if self.has("no_run") {
            End::Compiles
        } else if self.has("should_panic") {
            End::Panics
        } else {
            End::Succeeds
        };
        Fate {
            end,
            vet_complains: self.has("vet_fail"),
        }
    }

    /// The words right behind `compile_fail` that look like an error code or a lint's name.
    fn codes(&self) -> BTreeSet<String> {
        let behind = self
            .words
            .iter()
            .skip_while(|word| *word != "compile_fail")
            .skip(1);
        behind.filter(|word| is_code(word)).cloned().collect()
    }

    fn stream(&self) -> Option<Stream> {
        match self.words.first()?.as_str() {
            "output" => Some(Stream::Output),
            "stderr" => Some(Stream::Stderr),
            "vet" => Some(Stream::Vet),
            "race" => Some(Stream::Race),
            "schedule" => Some(Stream::Schedule),
            _ => None,
        }
    }

    fn recorded_language(&self, stream: Stream) -> Language {
        if stream == Stream::Vet || self.has("go") {
            Language::Go
        } else {
            Language::Rust
        }
    }

    fn mode(&self) -> Mode {
        let modes = [Mode::Unordered, Mode::Pattern, Mode::OneOf, Mode::Measured];
        let own = modes.into_iter().find(|mode| self.has(mode.word()));
        own.unwrap_or_default()
    }
}

/// `E0499`, or a lint such as `let_underscore_lock`. Words for the page, such as `editable`,
/// have neither a digit nor an underscore.
fn is_code(word: &str) -> bool {
    let number = word.strip_prefix('E').unwrap_or_default();
    let is_error = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_lint = word.contains('_')
        && !word.starts_with("edition")
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_error || (is_lint && !["should_panic", "no_run"].contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(info: &str) -> Role {
        Fence::parse(info).role()
    }

    fn end(info: &str) -> End {
        match role(info) {
            Role::Program(_, fate) => fate.end,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_program_succeeds_unless_the_fence_says_otherwise() {
        assert_eq!(end("rust"), End::Succeeds);
        assert_eq!(end("rust,editable"), End::Succeeds);
        assert_eq!(end("rust,should_panic"), End::Panics);
        assert_eq!(end("rust no_run"), End::Compiles);
        assert_eq!(end("rust,fragment"), End::Fragment);
        assert_eq!(end("rust,ignore"), End::Ignored);
    }

    #[test]
    fn codes_and_lints_are_told_from_words_for_the_page() {
        let codes = ["E0499", "let_underscore_lock"].map(str::to_owned);
        let info = "rust,editable,compile_fail,E0499,let_underscore_lock,edition2024";
        assert_eq!(end(info), End::Refused(codes.into()));
        assert_eq!(end("rust,compile_fail"), End::Refused(BTreeSet::new()));
    }

    #[test]
    fn what_was_printed_is_exact_and_of_rust_unless_said() {
        let recorded = Role::Recorded(Stream::Output, Language::Rust, Mode::Exact);
        assert_eq!(role("text,output"), recorded);
        let recorded = Role::Recorded(Stream::Stderr, Language::Go, Mode::Pattern);
        assert_eq!(role("text,stderr,go,pattern"), recorded);
        let recorded = Role::Recorded(Stream::Output, Language::Go, Mode::OneOf);
        assert_eq!(role("text,output,go,one-of"), recorded);
        let recorded = Role::Recorded(Stream::Output, Language::Go, Mode::Measured);
        assert_eq!(role("text,output,go,measured"), recorded);
        let recorded = Role::Recorded(Stream::Vet, Language::Go, Mode::Exact);
        assert_eq!(role("text,vet"), recorded);
        let recorded = Role::Recorded(Stream::Race, Language::Rust, Mode::Exact);
        assert_eq!(role("text,race"), recorded);
        let recorded = Role::Recorded(Stream::Race, Language::Go, Mode::Exact);
        assert_eq!(role("text,race,go"), recorded);
    }

    #[test]
    fn other_text_claims_nothing() {
        assert_eq!(role("text"), Role::Plain);
        assert_eq!(role("console"), Role::Plain);
        assert_eq!(role(""), Role::Plain);
    }

    #[test]
    fn a_vet_complaint_goes_with_any_end() {
        let Role::Program(Language::Go, fate) = role("go,vet_fail,should_panic") else {
            panic!("no Go program");
        };
        assert!(fate.vet_complains);
        assert_eq!(fate.end, End::Panics);
    }
}
