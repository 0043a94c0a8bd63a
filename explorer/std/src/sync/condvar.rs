use super::mutex::{Mutex, MutexGuard, or_poisoned};
use super::{LockResult, PoisonError};
use crate::time::Instant;
use interleave::{
    Choice, Fingerprinter, Identity, Object, ObjectId, Order, Readiness, Reason, Seen, Site,
    ThreadId, What, World, perform, perform_now,
};
use std::fmt;
use std::panic::Location;
use std::ptr;
use std::time::Duration;

/// As `std::sync::Condvar`. Which of several waiting threads is woken is left open, as std does.
pub struct Condvar {
    identity: Identity,
}

/// As `std::sync::WaitTimeoutResult`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the wait ended because time was up.
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

/// Who waits, and whether that thread was notified.
#[derive(Default)]
struct State {
    waiters: Vec<(ThreadId, bool)>,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "Condvar"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        // Anyone of those who wait can be woken, so their order makes no difference.
        let number = |(thread, notified): &(ThreadId, bool)| {
            u64::from(world.thread_number(*thread)) << 1 | u64::from(*notified)
        };
        let mut waiters: Vec<u64> = self.waiters.iter().map(number).collect();
        waiters.sort_unstable();
        into.number(waiters.len() as u64);
        waiters.into_iter().for_each(|waiter| into.number(waiter));
    }

    fn show(&self, world: &World) -> String {
        let name = |(thread, notified): &(ThreadId, bool)| {
            let name = world.thread_name(*thread);
            if *notified {
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

    /// The lock that goes with it orders those who wait and notify.
    fn order(&self) -> Order {
        Order::Nothing
    }
}

impl State {
    /// Those who were not notified yet, in the order of their numbers.
    fn asleep(&self, world: &World) -> Vec<ThreadId> {
        let asleep = self.waiters.iter().filter(|(_, notified)| !notified);
        let mut asleep: Vec<_> = asleep.map(|(thread, _)| *thread).collect();
        asleep.sort_unstable_by_key(|thread| world.thread_number(*thread));
        asleep
    }

    fn is_notified(&self, thread: ThreadId) -> bool {
        self.waiters
            .iter()
            .any(|(waiter, notified)| *waiter == thread && *notified)
    }

    fn notify(&mut self, thread: ThreadId) {
        for (waiter, notified) in &mut self.waiters {
            *notified |= *waiter == thread;
        }
    }
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

    /// Waits with a lock of any kind: `unlock` and `lock` are its effects, `is_free` says whether
    /// it could be locked. Says whether time was up.
    #[doc(hidden)]
    pub fn wait_with(
        &self,
        lock: ObjectId,
        timeout: Option<Duration>,
        site: Site,
        unlock: impl FnOnce(&mut World, ThreadId),
        is_free: impl Fn(&World) -> Readiness,
        take: impl FnOnce(&mut World, ThreadId) -> Seen,
    ) -> bool {
        let id = interleave::with_world(|world| self.object(world)).expect("the program runs");
        let unlocks = |world: &World| format!("(unlocks {})", world.object_name(lock));
        perform_now(
            What::new("wait").on(id).at(site).with(&unlocks),
            |world, me| {
                unlock(world, me);
                world.object_mut::<State>(id).waiters.push((me, false));
                (Seen::nothing(), ())
            },
        );
        let locks = |world: &World| format!("(locks {})", world.object_name(lock));
        perform(
            What::new("wake")
                .on(id)
                .at(site)
                .with(&locks)
                .within(timeout),
            |world, me| {
                let notified = world.object::<State>(id).is_notified(me);
                match is_free(world) {
                    Readiness::Blocked(reason) if notified => Readiness::Blocked(reason),
                    Readiness::Ready(_) if notified => Readiness::Ready(1),
                    Readiness::Ready(_) => Readiness::Spurious {
                        reason: Reason::object(world, "is not notified", id),
                        gives_up: timeout.is_some(),
                    },
                    _ => Readiness::Blocked(Reason::object(world, "is not notified", id)),
                }
            },
            |world, me, choice| {
                let timed_out = choice == Choice::TimeOut;
                let state = world.object_mut::<State>(id);
                let notified = state.is_notified(me);
                state.waiters.retain(|(waiter, _)| *waiter != me);
                let seen = take(world, me);
                if timed_out {
                    world.tell(|_| "time is up".to_owned());
                } else if !notified {
                    world.tell(|_| "without a notification".to_owned());
                }
                (seen, timed_out)
            },
        )
    }

    /// Waits, and says whether the mutex is poisoned and whether time was up.
    fn wait_on<T: ?Sized>(
        &self,
        mutex: &Mutex<T>,
        timeout: Option<Duration>,
        site: Site,
    ) -> (bool, bool) {
        let lock = interleave::with_world(|world| mutex.object(world)).expect("the program runs");
        let poisoned = std::cell::Cell::new(false);
        let timed_out = self.wait_with(
            lock,
            timeout,
            site,
            |world, _| mutex.release(world, lock, false),
            |world| Mutex::<T>::is_free(world, lock),
            |world, me| {
                let (seen, poison) = mutex.take(world, me, lock);
                poisoned.set(poison);
                seen
            },
        );
        (poisoned.get(), timed_out)
    }

    /// Unlocks, waits for a notification, and locks again.
    ///
    /// # Errors
    ///
    /// The guard all the same, if the mutex is poisoned.
    #[track_caller]
    pub fn wait<'a, T: ?Sized>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let site: Site = Location::caller();
        if !interleave::running() {
            interleave::current::cannot("wait on a condition");
        }
        let mutex = guard.into_mutex();
        let (poisoned, _) = self.wait_on(mutex, None, site);
        or_poisoned(poisoned, mutex.guard())
    }

    /// Waits as long as `condition` holds.
    ///
    /// # Errors
    ///
    /// The guard all the same, if the mutex is poisoned.
    #[track_caller]
    pub fn wait_while<'a, T: ?Sized, F: FnMut(&mut T) -> bool>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>> {
        while condition(&mut *guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// Waits at most for this time.
    ///
    /// # Errors
    ///
    /// The guard and whether time was up all the same, if the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout<'a, T: ?Sized>(
        &self,
        guard: MutexGuard<'a, T>,
        timeout: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let site: Site = Location::caller();
        if !interleave::running() {
            return Ok((guard, WaitTimeoutResult(true)));
        }
        let mutex = guard.into_mutex();
        let (poisoned, timed_out) = self.wait_on(mutex, Some(timeout), site);
        or_poisoned(poisoned, (mutex.guard(), WaitTimeoutResult(timed_out)))
    }

    /// Waits as long as `condition` holds, at most for this time.
    ///
    /// # Errors
    ///
    /// The guard and whether time was up all the same, if the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout_while<'a, T: ?Sized, F: FnMut(&mut T) -> bool>(
        &self,
        mut guard: MutexGuard<'a, T>,
        timeout: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let end = Instant::__in(timeout);
        while condition(&mut *guard) {
            let (again, result) = match self.wait_timeout(guard, end.__left()) {
                Ok(waited) => waited,
                Err(error) => return Err(PoisonError::new(error.into_inner())),
            };
            guard = again;
            if result.timed_out() {
                let result = WaitTimeoutResult(condition(&mut *guard));
                return Ok((guard, result));
            }
        }
        Ok((guard, WaitTimeoutResult(false)))
    }

    /// Wakes one of those who wait, if there are any.
    #[track_caller]
    pub fn notify_one(&self) {
        let site: Site = Location::caller();
        let Some(id) = interleave::with_world(|world| self.object(world)) else {
            return;
        };
        perform(
            What::new("notify_one").on(id).at(site),
            |world, _| {
                let asleep = world.object::<State>(id).asleep(world).len();
                Readiness::Ready(u32::try_from(asleep.max(1)).expect("fewer than 2³² threads"))
            },
            |world, _, choice| {
                let asleep = world.object::<State>(id).asleep(world);
                let Choice::Way(way) = choice else {
                    unreachable!("a notification cannot wait")
                };
                match asleep.get(way as usize) {
                    Some(&woken) => {
                        world.object_mut::<State>(id).notify(woken);
                        world.tell(|world| format!("wakes {}", world.thread_name(woken)));
                    }
                    None => world.tell(|_| "nobody waits".to_owned()),
                }
                (Seen::nothing(), ())
            },
        );
    }

    /// Wakes all who wait.
    #[track_caller]
    pub fn notify_all(&self) {
        let site: Site = Location::caller();
        let Some(id) = interleave::with_world(|world| self.object(world)) else {
            return;
        };
        perform_now(What::new("notify_all").on(id).at(site), |world, _| {
            let asleep = world.object::<State>(id).asleep(world);
            for thread in &asleep {
                world.object_mut::<State>(id).notify(*thread);
            }
            world.tell(|world| {
                let names: Vec<_> = asleep.iter().map(|t| world.thread_name(*t)).collect();
                match names.is_empty() {
                    true => "nobody waits".to_owned(),
                    false => format!("wakes {}", names.join(", ")),
                }
            });
            (Seen::nothing(), ())
        });
    }
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
