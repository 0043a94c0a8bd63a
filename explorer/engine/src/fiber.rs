//! How a thread of the explored program is suspended and resumed: a coroutine with its own stack.
//!
//! All threads of the program share one thread of the operating system, so a switch costs
//! nanoseconds and nothing ever runs at the same time as anything else.

use crate::operation::Abandoned;
use crate::thread::Life;
use corosensei::stack::{DefaultStack, Stack};
use corosensei::{Coroutine, CoroutineResult, Yielder};
use std::cell::{Cell, RefCell};
use std::mem::MaybeUninit;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

/// As much as std gives a thread; the pages are only used once they are touched.
const STACK_BYTES: usize = 2 << 20;

thread_local! {
    static UNUSED_STACKS: RefCell<Vec<DefaultStack>> = const { RefCell::new(Vec::new()) };
}

/// What a suspended fiber is told when it is resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// Its operation has taken effect: go on.
    Go,
    /// The execution is over: unwind, so that what the stack owns is freed.
    Abandon,
}

type Yielders = Yielder<Signal, ()>;

/// A suspended or finished thread of the explored program.
pub(crate) struct Fiber {
    coroutine: Option<Coroutine<Signal, (), (), DefaultStack>>,
    yielder: Rc<Cell<*const Yielders>>,
    /// Its stack, from the lowest address to behind the highest.
    stack: (usize, usize),
}

impl Fiber {
    /// Makes a fiber that will lead this life; it does not start yet.
    ///
    /// # Safety
    ///
    /// What `life` borrows must outlive the fiber.
    pub(crate) unsafe fn new(life: Box<dyn Life + '_>) -> Fiber {
        let stack = UNUSED_STACKS
            .with_borrow_mut(Vec::pop)
            .unwrap_or_else(|| DefaultStack::new(STACK_BYTES).expect("failed to reserve a stack"));
        let bounds = (stack.limit().get(), stack.base().get());
        let yielder = Rc::new(Cell::new(std::ptr::null()));
        let own_yielder = Rc::clone(&yielder);
        // SAFETY: the caller promises that what `life` borrows outlives the fiber, and the
        // coroutine never leaves this thread.
        let coroutine = unsafe {
            Coroutine::with_stack_unchecked(stack, move |yielder: &Yielders, signal| {
                own_yielder.set(yielder);
                if signal == Signal::Go {
                    run(life);
                }
            })
        };
        Fiber {
            coroutine: Some(coroutine),
            yielder,
            stack: bounds,
        }
    }

    /// Where its stack lies: the lowest address, and the one behind the highest.
    pub(crate) fn stack(&self) -> (usize, usize) {
        self.stack
    }

    /// Runs the fiber until it suspends itself (false) or has finished (true).
    pub(crate) fn resume(&mut self, signal: Signal) -> bool {
        let coroutine = self
            .coroutine
            .as_mut()
            .expect("a fiber has a coroutine until dropped");
        matches!(coroutine.resume(signal), CoroutineResult::Return(()))
    }

    /// The handle with which the code that runs on this fiber suspends itself.
    pub(crate) fn suspender(&self) -> Suspender {
        Suspender(self.yielder.get())
    }

    /// Ends the fiber: unwinds it where that is possible, and abandons what is left of it.
    pub(crate) fn abandon(&mut self, may_unwind: bool) {
        let Some(coroutine) = self.coroutine.as_mut() else {
            return;
        };
        if !coroutine.done() && (may_unwind || !coroutine.started()) {
            // A destructor that would wait for ever suspends once more; it is left where it is.
            coroutine.resume(Signal::Abandon);
        }
        if !coroutine.done() {
            // SAFETY: nothing on this stack is touched again. Its destructors do not run, which
            // leaks memory and nothing else: the threads that borrowed from it were abandoned
            // before it (children end before their parents).
            unsafe { coroutine.force_reset() };
        }
    }
}

impl Drop for Fiber {
    fn drop(&mut self) {
        self.abandon(false);
        if let Some(coroutine) = self.coroutine.take() {
            UNUSED_STACKS.with_borrow_mut(|stacks| stacks.push(coroutine.into_stack()));
        }
    }
}

/// How far below the running function the explorer's own functions leave something on a stack.
const WIPED: usize = 4 << 10;

/// Wipes what the explorer's own functions have left below the running one.
///
/// It shows up in the unused parts of frames that come to lie there, and it depends on what the
/// explorer knows already. If it stayed, a thread that comes round would not always be seen to.
#[inline(never)]
pub(crate) fn wipe() {
    let mut below = [const { MaybeUninit::<u8>::uninit() }; WIPED];
    below.fill(MaybeUninit::new(0));
    std::hint::black_box(&below);
}

/// The same after more than usual.
#[inline(never)]
pub(crate) fn wipe_much() {
    let mut below = [const { MaybeUninit::<u8>::uninit() }; 16 * WIPED];
    below.fill(MaybeUninit::new(0));
    std::hint::black_box(&below);
}

/// Leads the life of a fiber, which may be unwound because its execution is over.
fn run(life: Box<dyn Life + '_>) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| life.live()))
        && !payload.is::<Abandoned>()
    {
        resume_unwind(payload);
    }
}

/// Lets the code on a fiber suspend itself.
#[derive(Clone, Copy)]
pub(crate) struct Suspender(*const Yielders);

impl Suspender {
    /// Gives control back to the scheduler until the fiber is resumed.
    pub(crate) fn suspend(self) -> Signal {
        // SAFETY: the yielder lives at the root of the fiber's stack for as long as it runs, and
        // only the code that runs on this fiber gets here.
        unsafe { (*self.0).suspend(()) }
    }

    /// The part of the fiber's stack that is in use above `marker`, a local variable on it.
    ///
    /// It ends at the yielder, in which the coroutine keeps how deep the stack of the scheduler was
    /// when it was resumed.
    pub(crate) fn stack_above(self, marker: *const u8) -> Range<usize> {
        marker as usize..self.0 as usize
    }
}
