//! The secret that a page of this server carries.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A secret of one start of the server. Each page gets it with a number of its own behind, by
/// which the queue tells one tab from another.
#[derive(Clone, Debug)]
pub struct Token {
    secret: Arc<str>,
    start: Arc<str>,
    pages: Arc<AtomicU64>,
}

/// A page that was handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tab(pub u64);

impl Token {
    /// One that nobody can guess.
    ///
    /// # Errors
    ///
    /// If the system has no random numbers.
    pub fn fresh() -> anyhow::Result<Self> {
        Ok(Self {
            secret: random::<16>()?.into(),
            start: random::<4>()?.into(),
            pages: Arc::default(),
        })
    }

    /// Tells this start of the server from others. It is no secret.
    pub fn start(&self) -> &str {
        &self.start
    }

    /// What the next page carries.
    pub fn for_a_page(&self) -> String {
        let number = self.pages.fetch_add(1, Ordering::Relaxed);
        format!("{}-{number}", self.secret)
    }

    /// The page that carries this, if it is one of this server's.
    pub fn tab(&self, sent: &str) -> Option<Tab> {
        let (secret, number) = sent.split_once('-')?;
        let number = number.parse().ok()?;
        is_same(secret, &self.secret).then_some(Tab(number))
    }
}

/// So many bytes that nobody can guess, as hexadecimal digits.
fn random<const BYTES: usize>() -> anyhow::Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow::anyhow!("failed to get random numbers: {error}"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Takes as long for a secret that is nearly right as for any other.
fn is_same(sent: &str, secret: &str) -> bool {
    let differences = sent
        .bytes()
        .zip(secret.bytes())
        .fold(0, |all, (one, other)| all | (one ^ other));
    sent.len() == secret.len() && differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_is_known_again() {
        let token = Token::fresh().unwrap();
        assert_eq!(token.tab(&token.for_a_page()), Some(Tab(0)));
        assert_eq!(token.tab(&token.for_a_page()), Some(Tab(1)));
    }

    #[test]
    fn nothing_else_is_taken_for_a_token() {
        let token = Token::fresh().unwrap();
        let right = token.for_a_page();
        let of_another_start = Token::fresh().unwrap().for_a_page();
        let short = &right[1..];
        for wrong in [
            "",
            "-",
            "-0",
            "0",
            &of_another_start,
            short,
            right.trim_end_matches("-0"),
        ] {
            assert_eq!(token.tab(wrong), None, "{wrong:?}");
        }
    }
}
