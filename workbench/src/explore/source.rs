//! What a program's text says.

mod memory;
mod names;

use super::Error;
use interleave_request::{MemoryNames, Names};
use proc_macro2::{TokenStream, TokenTree};
use std::ops::Range;
use syn::spanned::Spanned;

/// What the explorer must know of a program's text.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Where the name of its main function stands, as bytes of the text.
    pub(super) main: Range<usize>,
    /// What it calls its locks, threads and so on.
    pub(super) names: Names,
    /// What it calls its plain memory.
    pub(super) memory: MemoryNames,
    /// Whether it has `unsafe` code: then its threads may share what the explorer does not see.
    pub(super) is_unsafe: bool,
    /// Whether it uses the crate `listings`.
    pub(super) uses_listings: bool,
}

/// Reads a program's text.
pub(super) fn read(text: &str) -> Result<Source, Error> {
    let source = read_part(text)?;
    match source.main.is_empty() {
        true => Err(Error::NoMain),
        false => Ok(source),
    }
}

/// Reads one of the files of a program. Where it has no main function, the place of its name is
/// empty.
pub(super) fn read_part(text: &str) -> Result<Source, Error> {
    let file = syn::parse_file(text).map_err(|error| Error::Syntax {
        message: error.to_string(),
        line: error.span().start().line,
        column: error.span().start().column + 1,
    })?;
    let main = file.items.iter().find_map(|item| match item {
        syn::Item::Fn(function) if function.sig.ident == "main" => {
            Some(function.sig.ident.span().byte_range())
        }
        _ => None,
    });
    let mut words = Words::default();
    words.read(text.parse().unwrap_or_default())?;
    Ok(Source {
        main: main.unwrap_or(0..0),
        names: names::of(&file),
        memory: memory::of(&file),
        is_unsafe: words.is_unsafe,
        uses_listings: words.uses_listings,
    })
}

/// What a file calls what it makes.
pub(super) fn names_in(file: &syn::File) -> Names {
    names::of(file)
}

/// Words that matter wherever they stand, also in the arguments of a macro.
#[derive(Default)]
struct Words {
    is_unsafe: bool,
    uses_listings: bool,
}

/// Modules of `core` and `alloc` through which a program would reach the real thing.
const PAST_THE_EXPLORER: [&str; 6] = ["sync", "thread", "task", "future", "hint", "time"];

impl Words {
    fn read(&mut self, tokens: TokenStream) -> Result<(), Error> {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => self.read(group.stream())?,
                TokenTree::Ident(word) if *word == "unsafe" => self.is_unsafe = true,
                TokenTree::Ident(word) if *word == "listings" => self.uses_listings = true,
                TokenTree::Ident(word) if *word == "core" || *word == "alloc" => {
                    goes_past(&tokens[index..])?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Refuses `core::sync` and its like: they would be the real thing, in silence.
fn goes_past(tokens: &[TokenTree]) -> Result<(), Error> {
    let [
        TokenTree::Ident(root),
        TokenTree::Punct(a),
        TokenTree::Punct(b),
        rest,
        ..,
    ] = tokens
    else {
        return Ok(());
    };
    if a.as_char() != ':' || b.as_char() != ':' {
        return Ok(());
    }
    let refuse = |module: &str| Error::GoesPast {
        what: format!("{root}::{module}"),
        line: root.span().start().line,
    };
    match rest {
        TokenTree::Ident(module) if PAST_THE_EXPLORER.iter().any(|past| module == past) => {
            Err(refuse(&module.to_string()))
        }
        TokenTree::Group(_) => Err(refuse("{…}")),
        _ => Ok(()),
    }
}

/// Where something stands: its line and column, from 1.
fn position(node: &impl Spanned) -> (u32, u32) {
    let start = node.span().start();
    (start.line as u32, start.column as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_main_and_its_bytes() {
        let text = "// ünsafe\nfn main() {}\n";
        let source = read(text).unwrap();
        assert_eq!(&text[source.main], "main");
        assert!(!source.is_unsafe);
    }

    #[test]
    fn finds_unsafe_code_in_a_macro() {
        assert!(
            read("fn main() { println!(\"{}\", unsafe { X }); }")
                .unwrap()
                .is_unsafe
        );
    }

    #[test]
    fn refuses_the_real_atomics() {
        let error = read("use core::sync::atomic::AtomicU32;\nfn main() {}")
            .err()
            .unwrap();
        assert!(
            error.to_string().contains("line 1 uses `core::sync`"),
            "{error}"
        );
    }

    #[test]
    fn asks_for_a_main() {
        assert!(matches!(read("fn other() {}"), Err(Error::NoMain)));
    }
}
