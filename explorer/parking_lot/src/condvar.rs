use crate::exclusive;
use crate::mutex::MutexGuard;
use interleave::{
    Choice, Fingerprinter, Identity, Object, ObjectId, Readiness, Reason, Seen, Site, ThreadId,
    What, World, perform, perform_now,
};
use interleave_std::time::{Duration, Instant};
use std::fmt;
use std::panic::Location;
use std::ptr;

/// As `parking_lot::Condvar`.
pub struct Condvar {
    identity: Identity,
}

/// As `parking_lot::WaitTimeoutResult`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the wait ended because time was up.
    pub const fn timed_out(self) -> bool {
        self.0
    }
}

/// A thread that waits.
struct Waiter {
    thread: ThreadId,
    /// The mutex that it has to lock again.
    mutex: ObjectId,
    notified: bool,
}

#[derive(Default)]
struct State {
    waiters: Vec<Waiter>,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Condvar"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        // Anyone of those who wait can be woken, so their order makes no difference. With which
        // mutex a thread waits is part of its history.
        let number = |waiter: &Waiter| {
            u64::from(world.thread_number(waiter.thread)) << 1 | u64::from(waiter.notified)
        };
        let mut waiters: Vec<u64> = self.waiters.iter().map(number).collect();
        waiters.sort_unstable();
        into.number(waiters.len() as u64);
        waiters.into_iter().for_each(|waiter| into.number(waiter));
    }

    fn show(&self, world: &World) -> String {
        let name = |waiter: &Waiter| {
            let name = world.thread_name(waiter.thread);
            if waiter.notified {
                format!("{name} (notified)")
            } else {
                name.to_owned()
            }
        };
        let mut names: Vec<String> = self.waiters.iter().map(name).collect();
        names.sort_unstable();
        match names.is_empty() {
            true => "nobody waits".to_owned(),
            false => format!("waiting: {}", names.join(", ")),
        }
    }
}

impl State {
    fn is_notified(&self, thread: ThreadId) -> bool {
        self.waiters
            .iter()
            .any(|waiter| waiter.thread == thread && waiter.notified)
    }

    fn asleep(&self) -> impl Iterator<Item = &Waiter> {
        self.waiters.iter().filter(|waiter| !waiter.notified)
    }

    /// Those who were not notified yet, in the order of their numbers.
    fn sleepers(&self, world: &World) -> Vec<ThreadId> {
        let mut threads: Vec<_> = self.asleep().map(|waiter| waiter.thread).collect();
        threads.sort_unstable_by_key(|thread| world.thread_number(*thread));
        threads
    }
}

/// The threads that were notified and now wait for `mutex`.
pub(crate) fn notified(
    world: &World,
    condvar: ObjectId,
    mutex: ObjectId,
) -> impl Iterator<Item = ThreadId> {
    let waiters = world.object::<State>(condvar).waiters.iter();
    waiters
        .filter(move |waiter| waiter.notified && waiter.mutex == mutex)
        .map(|waiter| waiter.thread)
}

impl Condvar {
    /// A condition for which nobody waits.
    #[track_caller]
    pub const fn new() -> Self {
        Condvar {
            identity: Identity::new(Location::caller()),
        }
    }

    fn object(&self, world: &mut World) -> ObjectId {
        self.identity
            .object(world, (ptr::null(), 0), |_| State::default())
    }

    /// Unlocks, waits, and locks again. Says whether time was up.
    fn wait_within<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        timeout: Option<Duration>,
        site: Site,
    ) -> bool {
        let lock = &MutexGuard::mutex(guard).lock;
        let ids = interleave::with_world(|world| (self.object(world), lock.object(world)));
        let Some((id, mutex)) = ids else {
            if timeout.is_some() {
                return true;
            }
            interleave::current::cannot("wait on a condition");
        };
        let unlocks = |world: &World| format!("(unlocks {})", world.object_name(mutex));
        let mixed = perform_now(
            What::new("wait").on(id).at(site).with(&unlocks),
            |world, me| {
                let state = world.object_mut::<State>(id);
                if state.asleep().any(|waiter| waiter.mutex != mutex) {
                    return (Seen::number(1), true);
                }
                state.waiters.push(Waiter {
                    thread: me,
                    mutex,
                    notified: false,
                });
                lock.release_to_wait(world, mutex, id);
                (Seen::number(0), false)
            },
        );
        assert!(
            !mixed,
            "attempted to use a condition variable with more than one mutex"
        );
        let locks = |world: &World| format!("(locks {})", world.object_name(mutex));
        perform(
            What::new("wake")
                .on(id)
                .at(site)
                .with(&locks)
                .within(timeout),
            |world, me| {
                if world.object::<State>(id).is_notified(me) {
                    return exclusive::readiness(world, me, mutex);
                }
                let reason = Reason::object(world, "is not notified", id);
                match (timeout, exclusive::readiness(world, me, mutex)) {
                    // Whoever wakes must lock first; until then it makes no difference.
                    (Some(_), Readiness::Ready(_)) => Readiness::UntilDeadline(reason),
                    _ => Readiness::Blocked(reason),
                }
            },
            |world, me, choice| {
                let timed_out = choice == Choice::TimeOut;
                world
                    .object_mut::<State>(id)
                    .waiters
                    .retain(|waiter| waiter.thread != me);
                let seen = lock.take_after_wait(world, me, mutex, id);
                if timed_out {
                    world.tell(|_| "time is up".to_owned());
                }
                (seen.and(Seen::number(timed_out.into())), timed_out)
            },
        )
    }

    /// Unlocks, waits for a notification, and locks again.
    ///
    /// # Panics
    ///
    /// Panics if another thread waits for the condition with another mutex.
    #[track_caller]
    pub fn wait<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>) {
        self.wait_within(guard, None, Location::caller());
    }

    /// Waits as long as `condition` holds.
    ///
    /// # Panics
    ///
    /// As [`Condvar::wait`].
    #[track_caller]
    pub fn wait_while<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        mut condition: impl FnMut(&mut T) -> bool,
    ) {
        while condition(guard) {
            self.wait(guard);
        }
    }

    /// Waits at most for this time.
    ///
    /// # Panics
    ///
    /// As [`Condvar::wait`].
    #[track_caller]
    pub fn wait_for<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        timeout: Duration,
    ) -> WaitTimeoutResult {
        WaitTimeoutResult(self.wait_within(guard, Some(timeout), Location::caller()))
    }

    /// Waits at most until then.
    ///
    /// # Panics
    ///
    /// As [`Condvar::wait`].
    #[track_caller]
    pub fn wait_until<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        deadline: Instant,
    ) -> WaitTimeoutResult {
        let timeout = Some(deadline.__left());
        WaitTimeoutResult(self.wait_within(guard, timeout, Location::caller()))
    }

    /// Waits as long as `condition` holds, at most until then.
    ///
    /// # Panics
    ///
    /// As [`Condvar::wait`].
    #[track_caller]
    pub fn wait_while_until<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        mut condition: impl FnMut(&mut T) -> bool,
        deadline: Instant,
    ) -> WaitTimeoutResult {
        while condition(guard) {
            if self.wait_until(guard, deadline).timed_out() {
                return WaitTimeoutResult(condition(guard));
            }
        }
        WaitTimeoutResult(false)
    }

    /// Waits as long as `condition` holds, at most for this time.
    ///
    /// # Panics
    ///
    /// As [`Condvar::wait`].
    #[track_caller]
    pub fn wait_while_for<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        condition: impl FnMut(&mut T) -> bool,
        timeout: Duration,
    ) -> WaitTimeoutResult {
        let deadline = Instant::__in(timeout);
        self.wait_while_until(guard, condition, deadline)
    }

    /// Wakes one of those who wait. Says whether there was one.
    #[track_caller]
    pub fn notify_one(&self) -> bool {
        let site: Site = Location::caller();
        let Some(id) = interleave::with_world(|world| self.object(world)) else {
            return false;
        };
        perform(
            What::new("notify_one").on(id).at(site),
            |world, _| {
                let asleep = world.object::<State>(id).asleep().count();
                Readiness::Ready(u32::try_from(asleep.max(1)).expect("fewer than 2³² threads"))
            },
            |world, _, choice| {
                let asleep = world.object::<State>(id).sleepers(world);
                let Choice::Way(way) = choice else {
                    unreachable!("a notification cannot wait")
                };
                let woken: Vec<ThreadId> = asleep.get(way as usize).copied().into_iter().collect();
                let some = wake(world, id, &woken) > 0;
                (Seen::number(some.into()), some)
            },
        )
    }

    /// Wakes all who wait. Says how many there were.
    #[track_caller]
    pub fn notify_all(&self) -> usize {
        let site: Site = Location::caller();
        let Some(id) = interleave::with_world(|world| self.object(world)) else {
            return 0;
        };
        perform_now(What::new("notify_all").on(id).at(site), |world, _| {
            let asleep = world.object::<State>(id).sleepers(world);
            let woken = wake(world, id, &asleep);
            (Seen::number(woken as u64), woken)
        })
    }
}

/// The effect of a notification.
fn wake(world: &mut World, id: ObjectId, threads: &[ThreadId]) -> usize {
    if !threads.is_empty() {
        for waiter in &mut world.object_mut::<State>(id).waiters {
            waiter.notified |= threads.contains(&waiter.thread);
        }
    }
    world.tell(|world| {
        let names: Vec<_> = threads
            .iter()
            .map(|thread| world.thread_name(*thread))
            .collect();
        match names.is_empty() {
            true => "nobody waits".to_owned(),
            false => format!("wakes {}", names.join(", ")),
        }
    });
    threads.len()
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Condvar::new()
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}
