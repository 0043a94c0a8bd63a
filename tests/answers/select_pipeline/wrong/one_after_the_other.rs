//! Rejected: one reads while the other fetches

pub fn fetch(
    wanted: usize,
    mut card: impl FnMut() -> u32 + Send + 'static,
    mut book: impl FnMut(u32) -> String + Send + 'static,
) -> Vec<String> {
    (0..wanted).map(|_| book(card())).collect()
}
