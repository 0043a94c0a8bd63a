//! As `std::thread`.

pub use ::std::thread::{AccessError, Result};
pub use interleave::panics::panicking;

use interleave::{Fingerprint, NewThread, Site, ThreadId as Number, current, spawn as start};
use std::cell::{Cell, RefCell, UnsafeCell};
use std::fmt;
use std::io;
use std::marker::PhantomData;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::time::Duration;

/// As `std::thread::ThreadId`: the same in every execution.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(u32);

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ThreadId({})", self.0 + 1)
    }
}

/// As `std::thread::Thread`.
#[derive(Clone)]
pub struct Thread {
    thread: Number,
    id: ThreadId,
    name: Option<Arc<str>>,
}

impl Thread {
    /// Its number.
    pub fn id(&self) -> ThreadId {
        self.id
    }

    /// The name that the program has given it.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Lets it go on from its [`park`].
    #[track_caller]
    pub fn unpark(&self) {
        let site: Site = Location::caller();
        if interleave::running() {
            current::unpark(self.thread, site);
        }
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Thread");
        text.field("id", &self.id())
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}

/// The thread that runs.
pub fn current() -> Thread {
    let Some((thread, number, name)) = current::current() else {
        current::cannot("tell the current thread");
    };
    Thread {
        thread,
        id: ThreadId(number),
        name: name.map(Arc::from),
    }
}

/// What a thread leaves to whoever joins it.
struct Packet<T>(UnsafeCell<Option<Result<T>>>);

// SAFETY: the thread writes it before it has ended, and it is read after that.
unsafe impl<T: Send> Send for Packet<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Packet<T> {}

/// As `std::thread::JoinHandle`.
pub struct JoinHandle<T> {
    thread: Thread,
    packet: Arc<Packet<T>>,
}

// SAFETY: as for std's: the result is taken by one thread, after the other has ended.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    /// Waits until it has ended.
    ///
    /// # Errors
    ///
    /// The payload of the panic that has ended it.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        let site: Site = Location::caller();
        if !interleave::running() {
            current::cannot("join a thread");
        }
        current::join(self.thread.thread, site);
        // SAFETY: the thread has ended, and the handle is used up.
        let result = unsafe { (*self.packet.0.get()).take() };
        result.expect("a thread that has ended has left its result")
    }

    /// The thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether it has ended.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        let site: Site = Location::caller();
        interleave::running() && current::is_finished(self.thread.thread, site)
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

/// # Safety
///
/// What `body` borrows must outlive the thread.
unsafe fn launch<T>(
    body: impl FnOnce() -> T,
    name: Option<String>,
    borrows: bool,
    site: Site,
) -> JoinHandle<T> {
    if !interleave::running() {
        current::cannot("start a thread");
    }
    let packet = Arc::new(Packet(UnsafeCell::new(None)));
    current::note_counts(Arc::as_ptr(&packet));
    let own_packet = Arc::clone(&packet);
    // A thread that borrows may leave something in what it has borrowed, beside its result.
    let left = move |result: &T| -> Option<Fingerprint> {
        if borrows {
            None
        } else {
            current::contents(result)
        }
    };
    let keep = move |result: Result<T>| {
        // SAFETY: nobody reads it before this thread has ended.
        unsafe { *own_packet.0.get() = Some(result) };
    };
    let new = NewThread {
        site,
        name: name.as_deref(),
    };
    // SAFETY: as the caller promises; `keep` borrows nothing.
    let thread = unsafe { start(new, body, left, keep) };
    let thread = handle(thread, name);
    JoinHandle { thread, packet }
}

/// Apart from [`launch`], which is compiled anew for each thread that a program starts.
fn handle(thread: Number, name: Option<String>) -> Thread {
    let number = interleave::with_world(|world| world.thread_number(thread)).unwrap_or_default();
    Thread {
        thread,
        id: ThreadId(number),
        name: name.map(Arc::from),
    }
}

/// Starts a thread.
#[track_caller]
pub fn spawn<F, T>(body: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    // SAFETY: it borrows nothing.
    unsafe { launch(body, None, false, Location::caller()) }
}

/// As `std::thread::Builder`.
#[derive(Debug, Default)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder {
    name: Option<String>,
}

impl Builder {
    /// A thread without a name.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Gives it a name.
    pub fn name(self, name: String) -> Builder {
        Builder { name: Some(name) }
    }

    /// Has no effect: each thread has two megabytes.
    pub fn stack_size(self, _size: usize) -> Builder {
        self
    }

    /// Starts it.
    ///
    /// # Errors
    ///
    /// Never, here.
    #[track_caller]
    pub fn spawn<F, T>(self, body: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        // SAFETY: it borrows nothing.
        Ok(unsafe { launch(body, self.name, false, Location::caller()) })
    }

    /// Starts it in a scope.
    ///
    /// # Errors
    ///
    /// Never, here.
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        body: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Ok(scope.launch(body, self.name, Location::caller()))
    }
}

/// As `std::thread::Scope`.
pub struct Scope<'scope, 'env: 'scope> {
    threads: RefCell<Vec<Number>>,
    scope: PhantomData<&'scope mut &'scope ()>,
    env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: one thread runs at a time, and none is suspended while it uses the list.
unsafe impl Sync for Scope<'_, '_> {}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

impl<'scope> Scope<'scope, '_> {
    fn launch<F, T>(
        &'scope self,
        body: F,
        name: Option<String>,
        site: Site,
    ) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        // SAFETY: the scope waits until the thread has ended, before what it borrows goes away.
        let handle = unsafe { launch(body, name, true, site) };
        self.threads.borrow_mut().push(handle.thread.thread);
        ScopedJoinHandle {
            handle,
            scope: PhantomData,
        }
    }

    /// Waits until all its threads have ended, also those that they start meanwhile. Says whether
    /// one of them has panicked, and nobody has joined it.
    fn join_all(&self, site: Site) -> bool {
        let mut joined = 0;
        let mut panicked = false;
        loop {
            let threads = self.threads.borrow()[joined..].to_vec();
            panicked |= current::join_all(&threads, site).is_some();
            joined += threads.len();
            if joined == self.threads.borrow().len() {
                return panicked;
            }
        }
    }

    /// Starts a thread that ends before the scope does.
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, body: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.launch(body, None, Location::caller())
    }
}

/// As `std::thread::ScopedJoinHandle`.
pub struct ScopedJoinHandle<'scope, T> {
    handle: JoinHandle<T>,
    scope: PhantomData<&'scope ()>,
}

impl<T> ScopedJoinHandle<'_, T> {
    /// Waits until it has ended.
    ///
    /// # Errors
    ///
    /// The payload of the panic that has ended it.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        self.handle.join()
    }

    /// The thread.
    pub fn thread(&self) -> &Thread {
        self.handle.thread()
    }

    /// Whether it has ended.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        self.handle.is_finished()
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}

/// Lets threads borrow, and waits for them.
///
/// # Panics
///
/// Panics if a thread panicked that was not joined.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let site: Site = Location::caller();
    let scope = Scope {
        threads: RefCell::default(),
        scope: PhantomData,
        env: PhantomData,
    };
    let result = catch_unwind(AssertUnwindSafe(|| f(&scope)));
    // If the execution is over, the threads have been ended before this one.
    let panicked = interleave::running() && scope.join_all(site);
    match result {
        Ok(_) if panicked => panic!("a scoped thread panicked"),
        Ok(result) => result,
        Err(payload) => resume_unwind(payload),
    }
}

/// Does nothing for a while, by the virtual clock.
#[track_caller]
pub fn sleep(duration: Duration) {
    let site: Site = Location::caller();
    if interleave::running() {
        current::sleep(duration, site);
    }
}

/// Lets others go first.
#[track_caller]
pub fn yield_now() {
    let site: Site = Location::caller();
    if interleave::running() {
        current::yield_now("yield_now", site);
    }
}

/// Waits for [`Thread::unpark`].
#[track_caller]
pub fn park() {
    let site: Site = Location::caller();
    match interleave::running() {
        true => current::park(None, site),
        false => current::cannot("park"),
    }
}

/// Waits for [`Thread::unpark`], at most for this time.
#[track_caller]
pub fn park_timeout(timeout: Duration) {
    let site: Site = Location::caller();
    if interleave::running() {
        current::park(Some(timeout), site);
    }
}

/// As many as the machine has that the explorer pretends to be.
///
/// # Errors
///
/// Never, here.
pub fn available_parallelism() -> io::Result<NonZeroUsize> {
    Ok(NonZeroUsize::MIN.saturating_add(1))
}

/// As `std::thread::LocalKey`.
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
}

impl<T> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn __new(init: fn() -> T) -> Self {
        LocalKey { init }
    }

    /// Calls `f` with this thread's value.
    pub fn with<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        if !interleave::running() {
            return f(&(self.init)());
        }
        let key = std::ptr::from_ref(self) as usize;
        let value = match current::local(key) {
            Some(value) => value.cast(),
            None => current::set_local(key, (self.init)()),
        };
        // SAFETY: the value lives until its thread ends, and only its thread has it.
        f(unsafe { &*value })
    }

    /// The same.
    ///
    /// # Errors
    ///
    /// Never, here.
    pub fn try_with<R>(
        &'static self,
        f: impl FnOnce(&T) -> R,
    ) -> std::result::Result<R, AccessError> {
        Ok(self.with(f))
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value.
    pub fn set(&'static self, value: T) {
        self.with(|cell| cell.set(value));
    }

    /// A copy of the value.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }

    /// The value, leaving the default.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }

    /// Sets the value and returns what was there.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Calls `f` with the value.
    pub fn with_borrow<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        self.with(|cell| f(&cell.borrow()))
    }

    /// Calls `f` with the value, which it may change.
    pub fn with_borrow_mut<R>(&'static self, f: impl FnOnce(&mut T) -> R) -> R {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// Sets the value.
    pub fn set(&'static self, value: T) {
        self.with(|cell| *cell.borrow_mut() = value);
    }

    /// The value, leaving the default.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }

    /// Sets the value and returns what was there.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}
