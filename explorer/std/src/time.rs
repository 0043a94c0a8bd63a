//! As `std::time`, by a virtual clock: it moves only when a sleep or a timeout ends.
//!
//! There is no `SystemTime`: no two executions would do the same.

pub use ::std::time::Duration;

use interleave::current;
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::panic::Location;

/// A moment of the virtual clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

impl Instant {
    /// The present moment. Looking at the clock is a step.
    #[track_caller]
    pub fn now() -> Instant {
        match interleave::running() {
            true => Instant(current::clock(Location::caller())),
            false => Instant(Duration::ZERO),
        }
    }

    /// The moment after this much time from now, without a step: for stand-ins.
    #[doc(hidden)]
    pub fn __in(duration: Duration) -> Instant {
        let now = interleave::with_world(|world| world.clock()).unwrap_or_default();
        Instant(now.saturating_add(duration))
    }

    /// How much time is left until this moment, without a step: for stand-ins.
    #[doc(hidden)]
    pub fn __left(self) -> Duration {
        self.duration_since(Instant::__in(Duration::ZERO))
    }

    /// How long ago it was.
    #[track_caller]
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }

    /// The time from an earlier moment, or none.
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The same.
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }

    /// The time from an earlier moment, if it is one.
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    /// A later moment.
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(duration).map(Instant)
    }

    /// An earlier moment.
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}

impl Add<Duration> for Instant {
    type Output = Instant;

    fn add(self, duration: Duration) -> Instant {
        Instant(self.0 + duration)
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;

    fn sub(self, duration: Duration) -> Instant {
        Instant(self.0 - duration)
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }
}
