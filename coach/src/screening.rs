//! What an answer must not contain, found in its text before it is compiled.
//!
//! It is compiled as a module of the checks: so it must not reach out of its module, to what the
//! checks are made of, nor into other files.

use crate::verdict::Refusal;
use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};
use std::collections::BTreeMap;

/// Why an answer is turned away, if it is. A text that is no Rust is left to the compiler.
pub(crate) fn screen(
    text: &str,
    allows_unsafe: bool,
    forbids: &BTreeMap<String, String>,
) -> Option<Refusal> {
    let rules = Rules {
        allows_unsafe,
        forbids,
    };
    let tokens: TokenStream = text.parse().ok()?;
    let (what, line) = rules.search(tokens, Place::default())?;
    Some(Refusal::Forbidden { what, line })
}

struct Rules<'a> {
    allows_unsafe: bool,
    /// What the exercise itself forbids, and why.
    forbids: &'a BTreeMap<String, String>,
}

/// Where a token stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// In how many modules of the answer's own.
    depth: usize,
    /// Whether in what a macro is made of or is given: it may put that anywhere.
    is_in_macro: bool,
    /// How many `super` stand before it in the same path.
    above: usize,
    /// Whether in a `use`, where a macro's name has no exclamation mark.
    is_imported: bool,
    /// Whether in the parentheses behind `pub`.
    is_visibility: bool,
}

/// A word, and what stands beside it.
struct Word<'a> {
    name: String,
    before: Option<&'a TokenTree>,
    after: &'a [TokenTree],
    place: Place,
}

impl Rules<'_> {
    fn search(&self, tokens: TokenStream, outer: Place) -> Option<(String, usize)> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut place = outer;
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map(|index| &tokens[index]);
            let found = match token {
                TokenTree::Group(group) => {
                    self.search(group.stream(), inside(group, &tokens[..index], place))
                }
                TokenTree::Ident(word) => {
                    place = place.at(word, before, outer);
                    let line = word.span().start().line;
                    let word = Word {
                        name: word.to_string(),
                        before,
                        after: &tokens[index + 1..],
                        place,
                    };
                    self.reason(&word).map(|why| (why, line))
                }
                TokenTree::Punct(mark) => {
                    if matches!(mark.as_char(), ';' | ',') {
                        place.above = outer.above;
                        place.is_imported = outer.is_imported;
                    }
                    None
                }
                TokenTree::Literal(_) => None,
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn reason(&self, word: &Word<'_>) -> Option<String> {
        if let Some(why) = self.forbids.get(&word.name) {
            return Some(why.clone());
        }
        let is_macro = word.is_followed_by('!') || word.place.is_imported;
        let why = match word.name.as_str() {
            "unsafe" if !self.allows_unsafe => {
                "this exercise needs no `unsafe`, and a data race in it would not be seen"
            }
            "static" if !self.allows_unsafe && word.is_before("mut") => {
                "this exercise needs no `static mut`; an atomic or a lock can be a `static`"
            }
            "extern" => "this exercise needs no `extern`",
            "include" | "include_str" | "include_bytes" | "env" | "option_env" if is_macro => {
                "this exercise needs nothing from other files or from the environment"
            }
            "mod" if word.is_another_file() => {
                "an answer is one file; a module can stand in it: `mod name { … }`"
            }
            "asm" | "global_asm" | "naked_asm" if is_macro => {
                "this exercise needs no assembly, which the explorer could not follow"
            }
            "macro_export" => "a macro of the answer is its own; it needs no `macro_export`",
            "no_mangle" | "export_name" | "link_section" | "global_allocator" => {
                "this exercise has nothing to tell the linker"
            }
            "checks" if word.is_path() || word.place.is_imported => {
                "the crate `checks` is for `checks.rs`; the answer does without it"
            }
            "crate" if !word.place.is_visibility => {
                "`crate` is the program that checks the answer; what is in this file goes without it"
            }
            "super" if word.place.above > word.place.depth && !word.place.is_visibility => {
                "this leads out of the file, to what checks the answer"
            }
            _ => return None,
        };
        Some(why.to_owned())
    }
}

impl Place {
    /// At this word: `outer` is the place of the group in which it stands.
    fn at(mut self, word: &Ident, before: Option<&TokenTree>, outer: Place) -> Place {
        let goes_on = matches!(before, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        if !goes_on {
            self.above = outer.above;
        }
        if word == "use" {
            self.is_imported = true;
        }
        if word == "super" {
            self.above += 1;
        }
        self
    }
}

/// The place of what is in a group: `before` are the tokens before it.
fn inside(group: &Group, before: &[TokenTree], place: Place) -> Place {
    let is_word = |token: Option<&TokenTree>, word: &str| matches!(token, Some(TokenTree::Ident(ident)) if ident == word);
    let is_mark = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
    let last_but_one = before.len().checked_sub(2).map(|index| &before[index]);
    let is_in_macro = place.is_in_macro || is_mark(before.last()) || is_mark(last_but_one);
    let is_module = group.delimiter() == Delimiter::Brace && is_word(last_but_one, "mod");
    Place {
        depth: match is_in_macro {
            true => 0,
            false => place.depth + usize::from(is_module),
        },
        is_in_macro,
        above: if place.is_imported { place.above } else { 0 },
        is_imported: place.is_imported,
        is_visibility: group.delimiter() == Delimiter::Parenthesis && is_word(before.last(), "pub"),
    }
}

impl Word<'_> {
    fn is_followed_by(&self, expected: char) -> bool {
        matches!(self.after.first(), Some(TokenTree::Punct(mark)) if mark.as_char() == expected)
    }

    fn is_before(&self, word: &str) -> bool {
        matches!(self.after.first(), Some(TokenTree::Ident(next)) if next == word)
    }

    fn is_path(&self) -> bool {
        matches!(self.after.first(), Some(TokenTree::Punct(mark))
            if mark.as_char() == ':' && mark.spacing() == Spacing::Joint)
    }

    /// Of `mod`: whether what it names stands elsewhere. In a macro the name may be a variable.
    fn is_another_file(&self) -> bool {
        let is_raw = matches!(self.before, Some(TokenTree::Punct(mark)) if mark.as_char() == '$');
        let mut after = self.after.iter().take(3);
        let has_body = after.any(|token| {
            matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
        });
        !is_raw && !has_body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<usize> {
        match screen(text, false, &BTreeMap::new())? {
            Refusal::Forbidden { line, .. } => Some(line),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_goes_round_the_checks_is_found_wherever_it_stands() {
        assert_eq!(
            line("fn f() {\n    println!(\"{}\", unsafe { X });\n}"),
            Some(2)
        );
        assert_eq!(line("static mut N: u32 = 0;"), Some(1));
        assert_eq!(line("fn f() { checks::reached(); }"), Some(1));
        assert_eq!(
            line("const S: &str = include_str!(\"checks.rs\");"),
            Some(1)
        );
    }

    #[test]
    fn what_reaches_out_of_the_module_is_found() {
        for text in [
            "use checks as c;",
            "use {std::thread, checks};",
            "use std::include as load;",
            "fn f() { crate::count_is_two() }",
            "use crate as root;",
            "fn f() { super::reached() }",
            "use super::*;",
            "mod a { use super::super::x; }",
            "mod a { pub use super::{b, super::x}; }",
            "macro_rules! m { () => { $crate::reached() } }",
            "macro_rules! flat { (mod a { $($t:tt)* }) => { $($t)* } } flat! { mod a { use super::b; } }",
            "mod helper;",
            "#[path = \"/etc/passwd\"] mod helper;",
            "macro_rules! m { ($name:ident) => { mod $name; } }",
            "#[macro_export] macro_rules! println { ($($all:tt)*) => {} }",
        ] {
            assert_eq!(line(text), Some(1), "{text}");
        }
    }

    #[test]
    fn modules_of_its_own_are_its_own() {
        for text in [
            "mod a { use super::X; pub(crate) fn f() {} pub(super) fn g() {} }",
            "mod a { pub mod b { use super::super::X; use super::Y; pub(in super::super) fn f() {} } }",
            "mod a { use super::{X, Y}; fn f() { super::g(); super::h() } }",
            "use self::a::f; mod a { pub fn f() {} }",
            "mod std {} fn main() {}",
        ] {
            assert_eq!(line(text), None, "{text}");
        }
    }

    #[test]
    fn words_in_comments_and_names_are_harmless() {
        let text = "//! No unsafe here.\nfn env(checks: u32) -> &'static str { \"unsafe\" }";
        assert_eq!(line(text), None);
    }

    #[test]
    fn an_exercise_can_forbid_a_word() {
        let forbids = BTreeMap::from([("listings".to_owned(), "build it yourself".to_owned())]);
        let refusal = screen("use listings::WaitGroup;", false, &forbids);
        let expected = Refusal::Forbidden {
            what: "build it yourself".to_owned(),
            line: 1,
        };
        assert_eq!(refusal, Some(expected));
    }

    #[test]
    fn unsafe_is_allowed_where_the_exercise_is_about_it() {
        assert_eq!(
            screen("fn f() { unsafe { g() } }", true, &BTreeMap::new()),
            None
        );
    }
}
