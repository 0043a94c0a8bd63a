//! What an answer must not contain, found in its text before it is compiled.

use crate::verdict::Refusal;
use proc_macro2::{Spacing, TokenStream, TokenTree};
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
    let (what, line) = rules.search(tokens)?;
    Some(Refusal::Forbidden { what, line })
}

struct Rules<'a> {
    allows_unsafe: bool,
    /// What the exercise itself forbids, and why.
    forbids: &'a BTreeMap<String, String>,
}

impl Rules<'_> {
    fn search(&self, tokens: TokenStream) -> Option<(String, usize)> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            let found = match token {
                TokenTree::Group(group) => self.search(group.stream()),
                TokenTree::Ident(word) => {
                    let why = self.reason(&word.to_string(), tokens.get(index + 1));
                    why.map(|why| (why, word.span().start().line))
                }
                _ => None,
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn reason(&self, word: &str, next: Option<&TokenTree>) -> Option<String> {
        if let Some(why) = self.forbids.get(word) {
            return Some(why.clone());
        }
        let mark = match next {
            Some(TokenTree::Punct(punct)) => Some((punct.as_char(), punct.spacing())),
            _ => None,
        };
        let is_macro = mark.is_some_and(|(mark, _)| mark == '!');
        let is_path = mark == Some((':', Spacing::Joint));
        let before_mut = matches!(next, Some(TokenTree::Ident(next)) if next == "mut");
        let why = match word {
            "unsafe" if !self.allows_unsafe => {
                "this exercise needs no `unsafe`, and a data race in it would not be seen"
            }
            "static" if before_mut && !self.allows_unsafe => {
                "this exercise needs no `static mut`; an atomic or a lock can be a `static`"
            }
            "extern" => "this exercise needs no `extern`",
            "include" | "include_str" | "include_bytes" | "env" | "option_env" if is_macro => {
                "this exercise needs nothing from other files or from the environment"
            }
            "checks" if is_path => {
                "the crate `checks` is for `checks.rs`; the answer does without it"
            }
            _ => return None,
        };
        Some(why.to_owned())
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
