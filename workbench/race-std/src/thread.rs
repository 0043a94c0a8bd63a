//! `std::thread`, with scopes and parking that the detector knows.
//!
//! That a thread starts after its `spawn` and ends before its `join` the detector knows by itself:
//! it stands between the program and the system's threads.

use core::hash::{Hash, Hasher};
use core::sync::atomic::AtomicU64;
use core::time::Duration;

use real::io;
use real::string::String;
use real::thread as inner;

use crate::tsan;

pub use real::thread::*;

/// std's `Thread`, which can be unparked.
#[derive(Clone, Debug)]
#[repr(transparent)]
pub struct Thread(inner::Thread);

/// std's handle of a thread.
#[derive(Debug)]
pub struct JoinHandle<T>(Handle<inner::JoinHandle<T>>);

/// std's handle of a thread in a scope.
#[derive(Debug)]
pub struct ScopedJoinHandle<'scope, T>(Handle<inner::ScopedJoinHandle<'scope, T>>);

/// A handle that may be dropped instead of joined. If its thread has ended by then, std's count of
/// references puts that before the drop, by pure chance. The detector looks away: nobody has
/// waited.
#[derive(Debug)]
struct Handle<H>(Option<H>);

impl<H> Handle<H> {
    fn get(&self) -> &H {
        self.0.as_ref().expect("it is there until it is joined")
    }

    fn take(mut self) -> H {
        self.0.take().expect("it is there until it is joined")
    }
}

impl<H> Drop for Handle<H> {
    fn drop(&mut self) {
        tsan::aside(|| self.0 = None);
    }
}

/// std's scope: what its threads did has happened before what comes after it.
#[derive(Debug)]
#[repr(transparent)]
pub struct Scope<'scope, 'env: 'scope>(inner::Scope<'scope, 'env>);

/// std's `Builder`.
#[derive(Debug)]
pub struct Builder(inner::Builder);

/// Names for parked threads: places in memory, of which each thread has one. Two threads that
/// share one are taken to be unparked together.
static PARKED: [AtomicU64; 1024] = [const { AtomicU64::new(0) }; 1024];

fn parking_key(thread: inner::ThreadId) -> &'static AtomicU64 {
    /// Takes the number out of the `ThreadId`, which shows it to hashers alone.
    struct Number(u64);
    impl Hasher for Number {
        fn write(&mut self, bytes: &[u8]) {
            for byte in bytes {
                self.0 = self.0.wrapping_mul(31).wrapping_add(u64::from(*byte));
            }
        }
        fn write_u64(&mut self, number: u64) {
            self.0 = number;
        }
        fn finish(&self) -> u64 {
            self.0
        }
    }
    let mut number = Number(0);
    thread.hash(&mut number);
    &PARKED[(number.finish() % PARKED.len() as u64) as usize]
}

/// std's `current`.
#[must_use]
pub fn current() -> Thread {
    Thread(inner::current())
}

/// std's `park`: whoever unparked this thread did it before.
pub fn park() {
    inner::park();
    tsan::acquire(parking_key(inner::current().id()));
}

/// std's `park_timeout`.
pub fn park_timeout(time: Duration) {
    inner::park_timeout(time);
    tsan::acquire(parking_key(inner::current().id()));
}

/// std's `spawn`.
pub fn spawn<F, T>(work: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    JoinHandle(Handle(Some(inner::spawn(work))))
}

/// std's `scope`.
pub fn scope<'env, F, T>(work: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    // Whether it ends well or with a panic, all its threads have ended then.
    let mut end = Acquire(0);
    inner::scope(|scope| {
        // SAFETY: `Scope` is nothing but std's scope.
        let scope: &Scope<'_, 'env> =
            unsafe { &*core::ptr::from_ref(scope).cast::<Scope<'_, 'env>>() };
        end.0 = scope.key();
        work(scope)
    })
}

/// Acquires when it goes.
struct Acquire(usize);

impl Drop for Acquire {
    fn drop(&mut self) {
        tsan::acquire_address(self.0);
    }
}

/// Releases when it goes, which is when the thread's work is done.
struct Release(usize);

impl Drop for Release {
    fn drop(&mut self) {
        tsan::release_address(self.0);
    }
}

#[expect(missing_docs, reason = "they are std's")]
impl<'scope, 'env> Scope<'scope, 'env> {
    pub fn spawn<F, T>(&'scope self, work: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        ScopedJoinHandle(Handle(Some(self.0.spawn(self.announced(work)))))
    }

    fn announced<F, T>(&self, work: F) -> impl FnOnce() -> T + use<'scope, 'env, F, T>
    where
        F: FnOnce() -> T,
    {
        let key = self.key();
        move || {
            let _end = Release(key);
            work()
        }
    }

    fn key(&self) -> usize {
        core::ptr::from_ref(self).addr()
    }
}

#[expect(missing_docs, reason = "they are std's")]
impl Thread {
    pub fn unpark(&self) {
        tsan::release(parking_key(self.0.id()));
        self.0.unpark();
    }

    #[must_use]
    pub fn id(&self) -> ThreadId {
        self.0.id()
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.0.name()
    }

    fn of(thread: &inner::Thread) -> &Self {
        // SAFETY: `Thread` is nothing but std's thread.
        unsafe { &*core::ptr::from_ref(thread).cast::<Self>() }
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T> JoinHandle<T> {
    pub fn join(self) -> Result<T> {
        self.0.take().join()
    }

    #[must_use]
    pub fn thread(&self) -> &Thread {
        Thread::of(self.0.get().thread())
    }

    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.0.get().is_finished()
    }
}

#[cfg(unix)]
impl<T> real::os::unix::thread::JoinHandleExt for JoinHandle<T> {
    fn as_pthread_t(&self) -> real::os::unix::thread::RawPthread {
        self.0.get().as_pthread_t()
    }

    fn into_pthread_t(self) -> real::os::unix::thread::RawPthread {
        self.0.take().into_pthread_t()
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T> ScopedJoinHandle<'_, T> {
    pub fn join(self) -> Result<T> {
        self.0.take().join()
    }

    #[must_use]
    pub fn thread(&self) -> &Thread {
        Thread::of(self.0.get().thread())
    }

    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.0.get().is_finished()
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl Builder {
    #[must_use]
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub fn new() -> Self {
        Self(inner::Builder::new())
    }

    #[must_use]
    pub fn name(self, name: String) -> Self {
        Self(self.0.name(name))
    }

    #[must_use]
    pub fn stack_size(self, size: usize) -> Self {
        Self(self.0.stack_size(size))
    }

    pub fn spawn<F, T>(self, work: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let handle = self.0.spawn(work)?;
        Ok(JoinHandle(Handle(Some(handle))))
    }

    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        work: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let handle = self.0.spawn_scoped(&scope.0, scope.announced(work))?;
        Ok(ScopedJoinHandle(Handle(Some(handle))))
    }
}
