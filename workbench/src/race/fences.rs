//! Does a program have memory fences?

use proc_macro2::{TokenStream, TokenTree};

/// Whether the text of a program, not counting comments and strings, calls a `fence`.
pub(super) fn are_in(source: &str) -> bool {
    source.parse::<TokenStream>().is_ok_and(have_fence)
}

fn have_fence(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "fence",
        TokenTree::Group(group) => have_fence(group.stream()),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_code() {
        assert!(are_in("fn main() { std::sync::atomic::fence(Acquire); }"));
        assert!(!are_in(
            "// fence(Acquire)\nfn main() { print!(\"fence(Acquire)\"); }"
        ));
    }
}
