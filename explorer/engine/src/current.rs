//! What the running thread can ask of itself, for the stand-in of `std::thread`.

use crate::backtrace;
use crate::fingerprint::Fingerprint;
use crate::object::Site;
use crate::operation::{Choice, Readiness, Reason, What, perform, perform_now};
use crate::panics::Panic;
use crate::seen::Seen;
use crate::stream::Stream;
use crate::thread::Local;
use crate::world::{self, Over, Place, ThreadId, World};
use std::any::Any;
use std::time::Duration;

/// The running thread, its number (the same in every execution), and its name.
pub fn current() -> Option<(ThreadId, u32, Option<String>)> {
    let (me, number, name) = world::with(|world| {
        world.note_last_drop();
        let thread = &world.threads[world.running.0];
        (world.running, thread.number, thread.name.clone())
    })?;
    // The text is made by the program, not by the scheduler: it is one of the program's blocks.
    let main = (me == ThreadId::MAIN).then_some("main");
    Some((me, number, name.as_deref().or(main).map(str::to_owned)))
}

/// Waits until `thread` has ended.
pub fn join(thread: ThreadId, site: Site) {
    let detail = |world: &World| world.thread_name(thread).to_owned();
    perform(
        What::new("join").at(site).with(&detail),
        |world, _| match world.has_ended(thread) {
            true => Readiness::AtOnce,
            false => Readiness::Blocked(Reason::threads("has not ended", vec![thread])),
        },
        |world, me, _| {
            world.learn_from(me, thread);
            world.order_join(me, thread);
            let ending = world.threads[thread.0]
                .ending
                .as_mut()
                .expect("it has ended");
            ending.panic = None;
            (Seen::fingerprint(ending.left), ())
        },
    );
}

/// Waits until all of `threads` have ended. If a panic ended one of them that nobody has joined, this
/// is its message.
pub fn join_all(threads: &[ThreadId], site: Site) -> Option<String> {
    let detail = |_: &World| "the scope".to_owned();
    let others = |world: &World| -> Vec<ThreadId> {
        threads
            .iter()
            .copied()
            .filter(|thread| !world.has_ended(*thread))
            .collect()
    };
    perform(
        What::new("end").at(site).with(&detail),
        |world, _| match others(world) {
            left if left.is_empty() => Readiness::AtOnce,
            left => Readiness::Blocked(Reason::threads("has not ended", left)),
        },
        |world, me, _| {
            let (mut seen, mut panicked) = (Seen::nothing(), None);
            for thread in threads {
                world.learn_from(me, *thread);
                world.order_join(me, *thread);
                let ending = world.threads[thread.0]
                    .ending
                    .as_mut()
                    .expect("it has ended");
                let panic = ending.panic.take();
                panicked = panicked.or(panic.map(|panic| panic.message));
                seen = seen.and(Seen::fingerprint(ending.left));
            }
            (seen.and(Seen::number(panicked.is_some().into())), panicked)
        },
    )
}

/// Whether `thread` has ended.
pub fn is_finished(thread: ThreadId, site: Site) -> bool {
    world::with(|world| world.watched.ends = true);
    let detail = |world: &World| world.thread_name(thread).to_owned();
    perform_now(
        What::new("is_finished").at(site).with(&detail),
        |world, me| {
            let ended = world.has_ended(thread);
            world.tell(|_| ended.to_string());
            let mut seen = Seen::number(ended.into());
            if let Some(ending) = &world.threads[thread.0].ending {
                seen = seen.and(Seen::fingerprint(ending.left));
                world.learn_from(me, thread);
            }
            (seen, ended)
        },
    )
}

/// Waits for the token of [`unpark`], at most for `timeout`.
pub fn park(timeout: Option<Duration>, site: Site) {
    let verb = if timeout.is_some() {
        "park_timeout"
    } else {
        "park"
    };
    perform(
        What::new(verb).at(site).within(timeout),
        |world, me| match (world.threads[me.0].token.is_some(), timeout) {
            (true, _) => Readiness::Ready(1),
            (false, None) => Readiness::Blocked(Reason {
                why: "is not unparked",
                ..Reason::default()
            }),
            (false, Some(_)) => Readiness::UntilDeadline(Reason {
                why: "is not unparked",
                ..Reason::default()
            }),
        },
        |world, me, choice| {
            if choice == Choice::TimeOut {
                world.tell(|_| "time is up".to_owned());
                return (Seen::nothing(), ());
            }
            let token = world.threads[me.0].token.take();
            let token = token.expect("a thread that is unparked has a token");
            world.threads[me.0].knowledge.view.join(&token.view);
            world.take_up(me, &token.order);
            (Seen::fingerprint(token.given_by), ())
        },
    );
}

/// Gives `thread` the token for which [`park`] waits.
pub fn unpark(thread: ThreadId, site: Site) {
    let detail = |world: &World| world.thread_name(thread).to_owned();
    perform_now(What::new("unpark").at(site).with(&detail), |world, me| {
        let view = world.threads[me.0].knowledge.view.clone();
        let order = world.hand_on(me);
        // Only where threads may share what cannot be seen does it matter who has given it.
        let by_history = world.model.merging.is_by_history();
        let giver = match by_history {
            true => world.history(),
            false => Fingerprint::default(),
        };
        let token = world.threads[thread.0].token.get_or_insert_default();
        token.view.join(&view);
        token.order.join(&order);
        token.given_by = token.given_by.then(giver);
        (Seen::nothing(), ())
    });
}

/// Does nothing for a while.
pub fn sleep(duration: Duration, site: Site) {
    let detail = |_: &World| format!("{duration:?}");
    perform(
        What::new("sleep")
            .at(site)
            .with(&detail)
            .within(Some(duration)),
        |_, _| {
            Readiness::UntilDeadline(Reason {
                why: "sleeps",
                ..Reason::default()
            })
        },
        |_, _, _| (Seen::nothing(), ()),
    );
}

/// Lets others go first: a step that changes nothing.
pub fn yield_now(verb: &'static str, site: Site) {
    perform_now(What::new(verb).at(site), |_, _| (Seen::nothing(), ()));
}

/// The virtual clock, which the thread now has seen.
pub fn clock(site: Site) -> Duration {
    world::with(|world| world.watched.clock = true);
    perform_now(What::new("now").at(site), |world, _| {
        let now = world.clock;
        world.tell(|_| format!("{now:?}"));
        (Seen::wide(now.as_nanos()), now)
    })
}

/// Says that the program looks at how many pointers there are to a counted value (an `Arc`).
pub fn watch_counts() {
    world::with(|world| world.watched.counts = true);
}

/// Whether making and dropping a pointer to a counted value are steps.
pub fn counts_are_watched() -> bool {
    world::with(|world| world.watched.counts).unwrap_or(false)
}

/// Says that the block of the heap in which a counted value lies begins with its counts: they change
/// when other threads make and drop pointers to it, and nobody can see that without an operation.
pub fn note_counts<T: ?Sized>(value: *const T) {
    if world::running() {
        crate::heap::with_blocks(|blocks| blocks.note_counts(value.cast::<()>() as usize));
    }
}

/// Says that the running thread has dropped a pointer to a counted value, and whether it was the
/// last one, so that the value is dropped until [`end_drop`].
pub fn begin_drop(last: bool) {
    world::with(|world| world.threads[world.running.0].drops.push(last));
}

/// See [`begin_drop`].
pub fn end_drop() {
    world::with(|world| world.threads[world.running.0].drops.pop());
}

/// Ends the process.
pub fn exit(code: i32, site: Site) -> ! {
    let detail = |_: &World| code.to_string();
    perform_now(What::new("exit").at(site).with(&detail), |world, _| {
        world.over = Some(Over::Exit(code));
        (Seen::nothing(), ())
    });
    unreachable!("a thread is not resumed after the process has ended")
}

/// Ends the process as a panic of main does, with this message. It is no panic: the program cannot
/// catch it.
pub fn fail(message: String, site: Site) -> ! {
    let position = world::with(|world| backtrace::caller(&world.tables)).flatten();
    let position = position.unwrap_or((0, 0));
    perform_now(What::new("panic").at(site), |world, _| {
        world.over = Some(Over::Failed(Panic { message, position }));
        (Seen::nothing(), ())
    });
    unreachable!("a thread is not resumed after the process has ended")
}

/// Ends the process as after a fatal error.
pub fn abort(site: Site) -> ! {
    perform_now(What::new("abort").at(site), |world, _| {
        world.over = Some(Over::Abort("the program called abort".to_owned()));
        (Seen::nothing(), ())
    });
    unreachable!("a thread is not resumed after the process has ended")
}

/// The value of the running thread's `thread_local!` with this key, if it has been made.
pub fn local(key: usize) -> Option<*const ()> {
    world::with(|world| {
        world.note_last_drop();
        let locals = &world.threads[world.running.0].locals;
        let local = locals.iter().find(|local| local.key == key)?;
        Some(local.bytes.0.cast())
    })
    .flatten()
}

/// Keeps a value of a `thread_local!` until the running thread ends, and says where it lies.
pub fn set_local<T: 'static>(key: usize, value: T) -> *const T {
    let value = Box::new(value);
    let place: *const T = &raw const *value;
    let value: Box<dyn Any> = value;
    let bytes = (place.cast(), size_of::<T>());
    let kept = world::with(|world| {
        world.threads[world.running.0]
            .locals
            .push(Local { key, value, bytes });
    });
    kept.expect("failed to make a thread-local value: no exploration is running");
    place
}

/// Says that the running thread's destructors wait for something that cannot come any more,
/// because its execution is over: it stops here for good.
///
/// # Panics
///
/// Panics outside of an exploration, where `verb` cannot be performed at all.
pub fn cannot(verb: &str) -> ! {
    if world::place() == Place::Abandoning {
        world::stop_here();
    }
    panic!("failed to {verb}: no exploration is running on this thread");
}

/// The fingerprint of a value, if it is known what it holds, to the last bit.
pub fn contents<T: ?Sized>(value: &T) -> Option<Fingerprint> {
    let mut bytes = Vec::new();
    interleave_introspect::contents(value, &mut bytes).then(|| Fingerprint::of(&bytes))
}

/// Says something on standard error as the real thing does.
pub fn complain(text: &str) {
    crate::stream::print(Stream::Err, text, None);
}
