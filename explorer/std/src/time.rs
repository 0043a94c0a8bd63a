//! As `std::time`, by a virtual clock: it moves only when a sleep or a timeout ends.
//!
//! There is no `SystemTime`: no two executions would do the same.

pub use ::std::time::Duration;

use interleave::current;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::panic::Location;

/// A moment of the virtual clock.
#[derive(Clone, Copy)]
pub struct Instant(Duration);

impl Instant {
    /// Which moment it is. Only who looks at moments can tell one from another, and until somebody
    /// does, the explorer takes all for the same.
    fn look(self) -> Duration {
        interleave::with_world(|world| world.show_time());
        self.0
    }

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
        self.0.saturating_sub(Instant::__in(Duration::ZERO).0)
    }

    /// The moment at this time after the start, for stand-ins.
    #[doc(hidden)]
    pub fn __at(since_start: Duration) -> Instant {
        Instant(since_start)
    }

    /// How long after the start it is, for stand-ins.
    #[doc(hidden)]
    pub fn __since_start(self) -> Duration {
        self.0
    }

    /// How long ago it was.
    #[track_caller]
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }

    /// The time from an earlier moment, or none.
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.look().saturating_sub(earlier.look())
    }

    /// The same.
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }

    /// The time from an earlier moment, if it is one.
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.look().checked_sub(earlier.look())
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

impl PartialEq for Instant {
    fn eq(&self, other: &Instant) -> bool {
        self.look() == other.look()
    }
}

impl Eq for Instant {}

impl PartialOrd for Instant {
    fn partial_cmp(&self, other: &Instant) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Instant {
    fn cmp(&self, other: &Instant) -> Ordering {
        self.look().cmp(&other.look())
    }
}

impl Hash for Instant {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.look().hash(hasher);
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Instant({:?})", self.look())
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
