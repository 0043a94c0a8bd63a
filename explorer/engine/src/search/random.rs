//! Numbers for schedules that are tried at random.

/// Numbers at random, the same every time: a linear congruential generator (Knuth's MMIX).
pub(super) struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Random(0x9E37_79B9_7F4A_7C15)
    }
}

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        ((self.0 >> 33) % limit as u64) as u32
    }
}
