//! As `std::hash`, but hash maps are not seeded at random: each execution must do the same.

pub use ::std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash, Hasher};

/// As `std::hash::RandomState`, with the same keys every time.
#[derive(Clone, Debug, Default)]
pub struct RandomState(());

impl RandomState {
    /// The same as every other one.
    pub fn new() -> RandomState {
        RandomState(())
    }
}

impl BuildHasher for RandomState {
    type Hasher = DefaultHasher;

    fn build_hasher(&self) -> DefaultHasher {
        DefaultHasher::new()
    }
}
