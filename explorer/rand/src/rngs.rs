//! As `rand::rngs`, without the generator that asks the machine.

pub use rand::rngs::{SmallRng, StdRng, Xoshiro128PlusPlus, Xoshiro256PlusPlus};

use rand::{Rng, SeedableRng, TryCryptoRng, TryRng};
use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt;

interleave_std::thread_local! {
    static GENERATOR: RefCell<Xoshiro256PlusPlus> = RefCell::new(seeded());
}

/// The same for the same thread in every execution.
fn seeded() -> Xoshiro256PlusPlus {
    let number = interleave::current::current().map_or(0, |(_, number, _)| number);
    Xoshiro256PlusPlus::seed_from_u64(number.into())
}

/// As `rand::rngs::ThreadRng`: the running thread's generator. Reproducible here, so that no secret
/// should be made of it.
#[derive(Clone, Default)]
pub struct ThreadRng(());

/// The running thread's generator.
pub fn rng() -> ThreadRng {
    ThreadRng(())
}

impl TryRng for ThreadRng {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(GENERATOR.with_borrow_mut(Rng::next_u32))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(GENERATOR.with_borrow_mut(Rng::next_u64))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        GENERATOR.with_borrow_mut(|generator| generator.fill_bytes(bytes));
        Ok(())
    }
}

impl TryCryptoRng for ThreadRng {}

impl fmt::Debug for ThreadRng {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("ThreadRng { .. }")
    }
}
