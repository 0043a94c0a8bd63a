//! What an answer must not contain, found in its text before it is compiled.

use crate::verdict::Refusal;
use proc_macro2::{Spacing, TokenStream, TokenTree};

/// Why an answer is turned away, if it is. A text that is no Rust is left to the compiler.
pub(crate) fn screen(text: &str, allows_unsafe: bool) -> Option<Refusal> {
    let tokens: TokenStream = text.parse().ok()?;
    let (what, line) = search(tokens, allows_unsafe)?;
    Some(Refusal::Forbidden { what, line })
}

fn search(tokens: TokenStream, allows_unsafe: bool) -> Option<(String, usize)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        let found = match token {
            TokenTree::Group(group) => search(group.stream(), allows_unsafe),
            TokenTree::Ident(word) => {
                let next = tokens.get(index + 1);
                let why = reason(&word.to_string(), next, allows_unsafe);
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

fn reason(word: &str, next: Option<&TokenTree>, allows_unsafe: bool) -> Option<String> {
    let mark = match next {
        Some(TokenTree::Punct(punct)) => Some((punct.as_char(), punct.spacing())),
        _ => None,
    };
    let is_macro = mark.is_some_and(|(mark, _)| mark == '!');
    let is_path = mark == Some((':', Spacing::Joint));
    let before_mut = matches!(next, Some(TokenTree::Ident(next)) if next == "mut");
    let why = match word {
        "unsafe" if !allows_unsafe => {
            "this exercise needs no `unsafe`, and a data race in it would not be seen"
        }
        "static" if before_mut && !allows_unsafe => {
            "this exercise needs no `static mut`; an atomic or a lock can be a `static`"
        }
        "extern" => "this exercise needs no `extern`",
        "include" | "include_str" | "include_bytes" | "env" | "option_env" if is_macro => {
            "this exercise needs nothing from other files or from the environment"
        }
        "checks" if is_path => "the crate `checks` is for `checks.rs`; the answer does without it",
        _ => return None,
    };
    Some(why.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<usize> {
        match screen(text, false)? {
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
    fn unsafe_is_allowed_where_the_exercise_is_about_it() {
        assert_eq!(screen("fn f() { unsafe { g() } }", true), None);
    }
}
