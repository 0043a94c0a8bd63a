use crate::mutex::LockAgain;
use crate::rwlock::AnyRwLock;
use crate::rwlock_state::Mode;
use crate::shown_as_value;
use interleave::Site;
use interleave_std::time::{Duration, Instant};
use std::marker::PhantomData;
use std::mem::forget;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

/// What all guards of an [`AnyRwLock`] can do.
macro_rules! guards {
    ($($guard:ident $mode:ident $plain:ident $recursive:ident $how:literal;)*) => { $(
        #[doc = concat!("The guard of an [`AnyRwLock`] that is locked ", $how, ".")]
        #[must_use = "if unused the RwLock will immediately unlock"]
        pub struct $guard<'a, const RECURSIVE: bool, T: ?Sized> {
            lock: &'a AnyRwLock<RECURSIVE, T>,
            not_send: PhantomData<*const ()>,
        }

        #[doc = concat!("As `parking_lot::", stringify!($plain), "`.")]
        pub type $plain<'a, T> = $guard<'a, false, T>;

        #[doc = concat!("As `parking_lot::", stringify!($recursive), "`.")]
        pub type $recursive<'a, T> = $guard<'a, true, T>;

        // SAFETY: as for parking_lot's.
        unsafe impl<const RECURSIVE: bool, T: ?Sized + Sync> Sync for $guard<'_, RECURSIVE, T> {}

        impl<'a, const RECURSIVE: bool, T: ?Sized> $guard<'a, RECURSIVE, T> {
            pub(crate) fn of(lock: &'a AnyRwLock<RECURSIVE, T>) -> Self {
                $guard { lock, not_send: PhantomData }
            }

            /// The lock, keeping it locked.
            fn into_lock(self) -> &'a AnyRwLock<RECURSIVE, T> {
                let lock = self.lock;
                forget(self);
                lock
            }

            /// The lock.
            pub fn rwlock(guard: &Self) -> &'a AnyRwLock<RECURSIVE, T> {
                guard.lock
            }

            /// Unlocks, and hands the lock over to a thread that waits for it.
            #[track_caller]
            pub fn unlock_fair(guard: Self) {
                let site: Site = Location::caller();
                guard.into_lock().release(Mode::$mode, "unlock_fair", true, Some(site));
            }

            /// Lets those who wait have their turn, and locks again.
            #[track_caller]
            pub fn bump(guard: &mut Self) {
                guard.lock.bump(Mode::$mode, Location::caller());
            }

            /// Unlocks while `f` is called.
            #[track_caller]
            pub fn unlocked<R>(guard: &mut Self, f: impl FnOnce() -> R) -> R {
                unlocked(guard.lock, Mode::$mode, false, Location::caller(), f)
            }

            /// Unlocks while `f` is called, and hands the lock over to a thread that waits.
            #[track_caller]
            pub fn unlocked_fair<R>(guard: &mut Self, f: impl FnOnce() -> R) -> R {
                unlocked(guard.lock, Mode::$mode, true, Location::caller(), f)
            }
        }

        impl<const RECURSIVE: bool, T: ?Sized> Drop for $guard<'_, RECURSIVE, T> {
            fn drop(&mut self) {
                self.lock.release(Mode::$mode, "unlock", false, None);
            }
        }

        impl<const RECURSIVE: bool, T: ?Sized> Deref for $guard<'_, RECURSIVE, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: nobody writes but the one who has a guard for that.
                unsafe { &*self.lock.value() }
            }
        }

        shown_as_value!($guard<RECURSIVE, T> [const RECURSIVE: bool]);
    )* };
}
guards! {
    AnyRwLockReadGuard Read RwLockReadGuard RecursiveRwLockReadGuard "for reading";
    AnyRwLockWriteGuard Write RwLockWriteGuard RecursiveRwLockWriteGuard "for writing";
    AnyRwLockUpgradableReadGuard Upgradable RwLockUpgradableReadGuard
        RecursiveRwLockUpgradableReadGuard "for reading and perhaps writing later";
}

fn unlocked<const RECURSIVE: bool, T: ?Sized, R>(
    lock: &AnyRwLock<RECURSIVE, T>,
    mode: Mode,
    fair: bool,
    site: Site,
    f: impl FnOnce() -> R,
) -> R {
    lock.release(
        mode,
        if fair { "unlock_fair" } else { "unlock" },
        fair,
        Some(site),
    );
    let _again = LockAgain(|| {
        lock.acquire(mode, mode.verbs()[0], None, site);
    });
    f()
}

impl<const RECURSIVE: bool, T: ?Sized> DerefMut for AnyRwLockWriteGuard<'_, RECURSIVE, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the guard has the value to itself.
        unsafe { &mut *self.lock.value() }
    }
}

impl<'a, const RECURSIVE: bool, T: ?Sized> AnyRwLockWriteGuard<'a, RECURSIVE, T> {
    /// Lets other readers in, and goes on reading.
    #[track_caller]
    pub fn downgrade(guard: Self) -> AnyRwLockReadGuard<'a, RECURSIVE, T> {
        let site: Site = Location::caller();
        let lock = guard.into_lock();
        lock.downgrade("downgrade", Mode::Write, Mode::Read, site);
        AnyRwLockReadGuard::of(lock)
    }

    /// Lets other readers in, and goes on reading, perhaps to write again later.
    #[track_caller]
    pub fn downgrade_to_upgradable(guard: Self) -> AnyRwLockUpgradableReadGuard<'a, RECURSIVE, T> {
        let site: Site = Location::caller();
        let lock = guard.into_lock();
        lock.downgrade(
            "downgrade_to_upgradable",
            Mode::Write,
            Mode::Upgradable,
            site,
        );
        AnyRwLockUpgradableReadGuard::of(lock)
    }

    /// A guard of a part of the value.
    pub fn map<U: ?Sized>(
        mut guard: Self,
        part: impl FnOnce(&mut T) -> &mut U,
    ) -> AnyMappedRwLockWriteGuard<'a, RECURSIVE, U> {
        let part: *mut U = part(&mut guard);
        AnyMappedRwLockWriteGuard {
            part,
            whole: Box::new(guard),
            borrowed: PhantomData,
        }
    }

    /// A guard of a part of the value, if there is one.
    ///
    /// # Errors
    ///
    /// The guard, if there is none.
    pub fn try_map<U: ?Sized>(
        mut guard: Self,
        part: impl FnOnce(&mut T) -> Option<&mut U>,
    ) -> Result<AnyMappedRwLockWriteGuard<'a, RECURSIVE, U>, Self> {
        match part(&mut guard).map(|part| &raw mut *part) {
            Some(part) => {
                let whole = Box::new(guard);
                Ok(AnyMappedRwLockWriteGuard {
                    part,
                    whole,
                    borrowed: PhantomData,
                })
            }
            None => Err(guard),
        }
    }
}

impl<'a, const RECURSIVE: bool, T: ?Sized> AnyRwLockReadGuard<'a, RECURSIVE, T> {
    /// A guard of a part of the value.
    pub fn map<U: ?Sized>(
        guard: Self,
        part: impl FnOnce(&T) -> &U,
    ) -> AnyMappedRwLockReadGuard<'a, RECURSIVE, U> {
        let part: *const U = part(&guard);
        AnyMappedRwLockReadGuard {
            part,
            whole: Box::new(guard),
            borrowed: PhantomData,
        }
    }

    /// A guard of a part of the value, if there is one.
    ///
    /// # Errors
    ///
    /// The guard, if there is none.
    pub fn try_map<U: ?Sized>(
        guard: Self,
        part: impl FnOnce(&T) -> Option<&U>,
    ) -> Result<AnyMappedRwLockReadGuard<'a, RECURSIVE, U>, Self> {
        match part(&guard).map(|part| &raw const *part) {
            Some(part) => {
                let whole = Box::new(guard);
                Ok(AnyMappedRwLockReadGuard {
                    part,
                    whole,
                    borrowed: PhantomData,
                })
            }
            None => Err(guard),
        }
    }
}

type Writing<'a, const RECURSIVE: bool, T> = AnyRwLockWriteGuard<'a, RECURSIVE, T>;

impl<'a, const RECURSIVE: bool, T: ?Sized> AnyRwLockUpgradableReadGuard<'a, RECURSIVE, T> {
    /// Goes on to write, once all other readers have left.
    #[track_caller]
    pub fn upgrade(guard: Self) -> Writing<'a, RECURSIVE, T> {
        let site: Site = Location::caller();
        let lock = guard.into_lock();
        lock.upgrade("upgrade", None, site);
        AnyRwLockWriteGuard::of(lock)
    }

    /// Goes on to write, if there are no other readers now.
    ///
    /// # Errors
    ///
    /// The guard, if there are.
    #[track_caller]
    pub fn try_upgrade(guard: Self) -> Result<Writing<'a, RECURSIVE, T>, Self> {
        match guard.lock.try_upgrade(Location::caller()) {
            true => Ok(AnyRwLockWriteGuard::of(guard.into_lock())),
            false => Err(guard),
        }
    }

    /// Goes on to write, once all other readers have left; waits at most for this time.
    ///
    /// # Errors
    ///
    /// The guard, if time is up.
    #[track_caller]
    pub fn try_upgrade_for(
        guard: Self,
        timeout: Duration,
    ) -> Result<Writing<'a, RECURSIVE, T>, Self> {
        match guard
            .lock
            .upgrade("try_upgrade_for", Some(timeout), Location::caller())
        {
            true => Ok(AnyRwLockWriteGuard::of(guard.into_lock())),
            false => Err(guard),
        }
    }

    /// Goes on to write, once all other readers have left; waits at most until then.
    ///
    /// # Errors
    ///
    /// The guard, if time is up.
    #[track_caller]
    pub fn try_upgrade_until(
        guard: Self,
        deadline: Instant,
    ) -> Result<Writing<'a, RECURSIVE, T>, Self> {
        let timeout = Some(deadline.__left());
        match guard
            .lock
            .upgrade("try_upgrade_until", timeout, Location::caller())
        {
            true => Ok(AnyRwLockWriteGuard::of(guard.into_lock())),
            false => Err(guard),
        }
    }

    /// Goes on reading, and lets another thread have the upgradable read.
    #[track_caller]
    pub fn downgrade(guard: Self) -> AnyRwLockReadGuard<'a, RECURSIVE, T> {
        let site: Site = Location::caller();
        let lock = guard.into_lock();
        lock.downgrade("downgrade", Mode::Upgradable, Mode::Read, site);
        AnyRwLockReadGuard::of(lock)
    }

    /// Writes in between.
    #[track_caller]
    pub fn with_upgraded<R>(&mut self, f: impl FnOnce(&mut T) -> R) -> R {
        let site: Site = Location::caller();
        self.lock.upgrade("upgrade", None, site);
        self.write_and_go_back(site, f)
    }

    /// Writes in between, if there are no other readers now.
    #[track_caller]
    pub fn try_with_upgraded<R>(&mut self, f: impl FnOnce(&mut T) -> R) -> Option<R> {
        let site: Site = Location::caller();
        self.lock
            .try_upgrade(site)
            .then(|| self.write_and_go_back(site, f))
    }

    fn write_and_go_back<R>(&mut self, site: Site, f: impl FnOnce(&mut T) -> R) -> R {
        let lock = self.lock;
        let _again = LockAgain(|| {
            lock.downgrade(
                "downgrade_to_upgradable",
                Mode::Write,
                Mode::Upgradable,
                site,
            );
        });
        // SAFETY: the thread has it for writing until the function has ended.
        f(unsafe { &mut *lock.value() })
    }
}

/// A guard of a part of what an [`AnyRwLock`] guards.
macro_rules! mapped_guards {
    ($($guard:ident $mode:ident $whole:ident $plain:ident $recursive:ident ($($mutability:tt)*);)*) => { $(
        #[doc = concat!("The guard of a part of what an [`", stringify!($whole), "`] guards.")]
        #[must_use = "if unused the RwLock will immediately unlock"]
        pub struct $guard<'a, const RECURSIVE: bool, U: ?Sized> {
            part: *$($mutability)* U,
            /// The guard of the whole, whose type is not known any more.
            whole: Box<dyn Whole + 'a>,
            borrowed: PhantomData<&'a U>,
        }

        #[doc = concat!("As `parking_lot::", stringify!($plain), "`.")]
        pub type $plain<'a, U> = $guard<'a, false, U>;

        #[doc = concat!("As `parking_lot::", stringify!($recursive), "`.")]
        pub type $recursive<'a, U> = $guard<'a, true, U>;

        // SAFETY: as for parking_lot's.
        unsafe impl<const RECURSIVE: bool, U: ?Sized + Sync> Sync for $guard<'_, RECURSIVE, U> {}

        impl<const RECURSIVE: bool, T: ?Sized> Whole for $whole<'_, RECURSIVE, T> {
            fn unlock_fair(self: Box<Self>, site: Site) {
                self.into_lock().release(Mode::$mode, "unlock_fair", true, Some(site));
            }
        }

        impl<const RECURSIVE: bool, U: ?Sized> $guard<'_, RECURSIVE, U> {
            /// Unlocks, and hands the lock over to a thread that waits for it.
            #[track_caller]
            pub fn unlock_fair(guard: Self) {
                guard.whole.unlock_fair(Location::caller());
            }
        }

        impl<const RECURSIVE: bool, U: ?Sized> Deref for $guard<'_, RECURSIVE, U> {
            type Target = U;

            fn deref(&self) -> &U {
                // SAFETY: the guard of the whole keeps the value locked, and is not used.
                unsafe { &*self.part }
            }
        }

        shown_as_value!($guard<RECURSIVE, T> [const RECURSIVE: bool]);
    )* };
}
mapped_guards! {
    AnyMappedRwLockReadGuard Read AnyRwLockReadGuard
        MappedRwLockReadGuard MappedRecursiveRwLockReadGuard (const);
    AnyMappedRwLockWriteGuard Write AnyRwLockWriteGuard
        MappedRwLockWriteGuard MappedRecursiveRwLockWriteGuard (mut);
}

/// A guard that unlocks when it is dropped, or fairly when it is asked to.
trait Whole {
    fn unlock_fair(self: Box<Self>, site: Site);
}

impl<const RECURSIVE: bool, U: ?Sized> DerefMut for AnyMappedRwLockWriteGuard<'_, RECURSIVE, U> {
    fn deref_mut(&mut self) -> &mut U {
        // SAFETY: the guard of the whole has the value to itself, and is not used.
        unsafe { &mut *self.part }
    }
}

impl<'a, const RECURSIVE: bool, U: ?Sized> AnyMappedRwLockReadGuard<'a, RECURSIVE, U> {
    /// A guard of a part of the part.
    pub fn map<V: ?Sized>(
        guard: Self,
        part: impl FnOnce(&U) -> &V,
    ) -> AnyMappedRwLockReadGuard<'a, RECURSIVE, V> {
        let part: *const V = part(&guard);
        AnyMappedRwLockReadGuard {
            part,
            whole: guard.whole,
            borrowed: PhantomData,
        }
    }
}

impl<'a, const RECURSIVE: bool, U: ?Sized> AnyMappedRwLockWriteGuard<'a, RECURSIVE, U> {
    /// A guard of a part of the part.
    pub fn map<V: ?Sized>(
        mut guard: Self,
        part: impl FnOnce(&mut U) -> &mut V,
    ) -> AnyMappedRwLockWriteGuard<'a, RECURSIVE, V> {
        let part: *mut V = part(&mut guard);
        AnyMappedRwLockWriteGuard {
            part,
            whole: guard.whole,
            borrowed: PhantomData,
        }
    }
}
