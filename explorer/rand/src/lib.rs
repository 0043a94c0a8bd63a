//! What a program is linked with in place of `rand` while it is explored.
//!
//! An exploration runs a program again and again and must see it do the same each time. So each
//! thread draws from a generator that starts from the same seed in every execution, the thread's
//! number. What is explored are therefore all schedules *for one sequence of random numbers*.
//!
//! Whatever computes with numbers that are drawn already is the real thing: distributions, shuffles,
//! generators with a seed. What draws from the machine (`SysRng`) is not here, so that a program
//! which needs it does not compile.

pub use rand::{
    CryptoRng, Fill, Rng, RngExt, SeedableRng, TryCryptoRng, TryRng, distr, rand_core, seq,
};

pub mod rngs;

/// As `rand::prelude`.
pub mod prelude {
    pub use crate::distr::Distribution;
    pub use crate::rngs::{SmallRng, StdRng, ThreadRng};
    pub use crate::seq::{IndexedMutRandom, IndexedRandom, IteratorRandom, SliceRandom};
    pub use crate::{CryptoRng, Rng, RngExt, SeedableRng};
    #[doc(no_inline)]
    pub use crate::{make_rng, random, random_bool, random_iter, random_range, random_ratio, rng};
}

pub use rngs::rng;

use distr::uniform::{SampleRange, SampleUniform};
use distr::{Distribution, StandardUniform};

/// A generator with a seed that the thread's own generator draws.
#[must_use]
pub fn make_rng<R: SeedableRng>() -> R {
    R::from_rng(&mut rng())
}

/// A value of any type that can be drawn.
pub fn random<T>() -> T
where
    StandardUniform: Distribution<T>,
{
    rng().random()
}

/// Values of any type that can be drawn.
pub fn random_iter<T>() -> distr::Iter<StandardUniform, rngs::ThreadRng, T>
where
    StandardUniform: Distribution<T>,
{
    rng().random_iter()
}

/// A value of a range.
///
/// # Panics
///
/// Panics if the range is empty.
#[track_caller]
pub fn random_range<T: SampleUniform, R: SampleRange<T>>(range: R) -> T {
    rng().random_range(range)
}

/// True with this probability.
///
/// # Panics
///
/// Panics if it is none.
#[track_caller]
pub fn random_bool(p: f64) -> bool {
    rng().random_bool(p)
}

/// True so many times out of so many.
///
/// # Panics
///
/// Panics if the denominator is 0 or less than the numerator.
#[track_caller]
pub fn random_ratio(numerator: u32, denominator: u32) -> bool {
    rng().random_ratio(numerator, denominator)
}

/// Fills a slice.
pub fn fill<T: Fill>(slice: &mut [T]) {
    Fill::fill_slice(slice, &mut rng());
}
