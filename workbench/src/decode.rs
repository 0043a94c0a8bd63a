//! Turns bytes into text as they come.

/// Decodes UTF-8 that arrives in pieces, which may end in the middle of a character. What is no
/// UTF-8 becomes the replacement character.
#[derive(Default)]
pub(crate) struct Decoder {
    begun: Vec<u8>,
}

impl Decoder {
    /// The text that is complete with this piece.
    pub fn push(&mut self, bytes: &[u8]) -> String {
        self.begun.extend_from_slice(bytes);
        let keep = unfinished(&self.begun);
        let rest = self.begun.split_off(self.begun.len() - keep);
        let text = String::from_utf8_lossy(&self.begun).into_owned();
        self.begun = rest;
        text
    }

    /// What is left when nothing more comes.
    pub fn finish(&mut self) -> String {
        let text = String::from_utf8_lossy(&self.begun).into_owned();
        self.begun.clear();
        text
    }
}

/// How many bytes at the end begin a character of which more may come.
fn unfinished(bytes: &[u8]) -> usize {
    for (behind, byte) in bytes.iter().rev().take(3).enumerate() {
        let length = match byte {
            0x80..=0xbf => continue,
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => 1,
        };
        return if behind + 1 < length { behind + 1 } else { 0 };
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_may_come_in_pieces() {
        for text in ["aé", "a€b", "😀", "é€😀x"] {
            for at in 0..=text.len() {
                let mut decoder = Decoder::default();
                let (first, second) = text.as_bytes().split_at(at);
                let whole = decoder.push(first) + &decoder.push(second) + &decoder.finish();
                assert_eq!(whole, text, "split at {at}");
            }
        }
    }

    #[test]
    fn what_is_no_text_is_replaced_at_once() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.push(b"a\xffb"), "a\u{fffd}b");
        assert_eq!(decoder.push(b"\x80\x80\x80\x80"), "\u{fffd}".repeat(4));
    }

    #[test]
    fn what_never_became_whole_is_replaced_at_the_end() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.push(b"a\xe2\x82"), "a");
        assert_eq!(decoder.finish(), "\u{fffd}");
    }
}
