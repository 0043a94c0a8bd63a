//! Steps: an operation takes effect, and its thread runs on to the next one.

use super::objects::Slot;
use super::survey::Turn;
use super::{Place, ThreadId, World, set_place};
use crate::fiber::{Fiber, Signal};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::object::ObjectId;
use crate::operation::Choice;
use crate::plain::{access, blocks};
use crate::thread::Ending;
use crate::watchdog;
use interleave_request::Memory;

impl World {
    /// Lets the operation of `turn` take effect. Says what came of it, if `recording`.
    pub(crate) fn take_effect(&mut self, turn: Turn, recording: bool) -> Option<String> {
        self.steps += 1;
        self.running = turn.thread;
        self.recording = recording;
        self.note = None;
        if turn.choice == Choice::TimeOut {
            let deadline = self.threads[turn.thread.0].deadline.unwrap_or_default();
            self.clock = self.clock.max(deadline);
        }
        self.tally(turn.thread);
        *self.used.borrow_mut() = Some(Vec::new());
        let operation = self.threads[turn.thread.0].unpark();
        let on = operation.what().object;
        let seen = operation.take_effect(self, turn.thread, turn.choice);
        let used = self.used.borrow_mut().take().unwrap_or_default();
        let mut history = Fingerprinter::new();
        history.fingerprint(self.threads[turn.thread.0].history);
        history.number(match turn.choice {
            Choice::Way(way) => way.into(),
            Choice::TimeOut => u64::MAX,
        });
        history.fingerprint(seen.0);
        if !interleave_introspect::ANY_TYPE {
            for (object, _) in &used {
                history.number(self.object_number(*object).into());
            }
        }
        if self.model.merging.is_by_history() {
            for (object, _) in &used {
                history.fingerprint(self.objects[object.0].version);
            }
        }
        let history = history.finish();
        self.threads[turn.thread.0].history = history;
        if self.model.memory == Memory::Weak {
            self.hand_on_views(turn.thread, &used);
        }
        self.order_operation(turn.thread, on, &used);
        for (object, changed) in used {
            if changed && self.model.merging.is_by_history() {
                self.note_change(object, history);
            }
        }
        self.note.take()
    }

    /// Counts an operation among those that have changed an object. One that has left it as it
    /// was is like one that has only read it: nobody can tell whether it has happened. So a thread
    /// that tries in vain to set a flag that is set comes round to where it was.
    fn note_change(&mut self, object: ObjectId, history: Fingerprint) {
        if !self.has_state(object) {
            return;
        }
        let holds = self.holds(object);
        let slot = &mut self.objects[object.0];
        if slot.held != holds {
            slot.held = holds;
            slot.version = slot.version.then(history);
        }
    }

    /// A lock, a channel and the like hands on what is known of the timelines: whoever uses it
    /// gets to know what those knew who have changed it. Atomics do that by their orderings alone.
    fn hand_on_views(&mut self, thread: ThreadId, used: &[(ObjectId, bool)]) {
        let view = &mut self.threads[thread.0].knowledge.view;
        let handing = |slot: &&mut Slot| slot.state.as_ref().is_none_or(|state| !state.is_atomic());
        for (object, _) in used {
            if let Some(slot) = Some(&mut self.objects[object.0]).filter(handing) {
                view.join(&slot.view);
            }
        }
        for (object, changed) in used {
            if let Some(slot) = Some(&mut self.objects[object.0]).filter(handing)
                && *changed
            {
                slot.view.join(view);
            }
        }
    }

    /// Resumes a thread until it has come to its next operation or has ended, and does the same
    /// for the threads that it has started.
    ///
    /// # Safety
    ///
    /// `world` must be the world of [`set_world`], and nobody may hold a reference to it.
    pub(crate) unsafe fn run(world: *mut World, thread: ThreadId) {
        // SAFETY: as promised; the references end before the thread runs. The fiber lies in a box
        // that does not move when threads are added.
        let fiber: *mut Fiber = unsafe {
            let world = &mut *world;
            world.running = thread;
            if world.watched.rounds {
                world.elsewhere_before = world.elsewhere(thread);
            }
            let stack = world.threads[thread.0].fiber.stack();
            access::run_on(stack, world.watched.stacks);
            blocks::run(world.threads[thread.0].number);
            &mut *world.threads[thread.0].fiber
        };
        set_place(Place::Thread);
        watchdog::program_runs();
        // SAFETY: nobody else uses the fiber while it runs.
        let finished = unsafe { (*fiber).resume(Signal::Go) };
        watchdog::scheduler_runs();
        set_place(Place::Scheduler);
        // SAFETY: the thread is suspended again.
        let world_now = unsafe { &mut *world };
        world_now.threads[thread.0].begun = true;
        if finished && world_now.threads[thread.0].ending.is_none() {
            world_now.threads[thread.0].ending = Some(Ending::default());
        }
        let fresh = world_now.threads.iter().position(|thread| !thread.begun);
        if let Some(fresh) = fresh {
            // SAFETY: as promised.
            unsafe { World::run(world, ThreadId(fresh)) };
        }
    }
}
