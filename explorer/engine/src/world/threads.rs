//! The threads of an execution, and the operations at which they are parked.

use super::{ThreadId, World};
use crate::fiber::{Fiber, Suspender};
use crate::fingerprint::Fingerprint;
use crate::memory::Knowledge;
use crate::object::Site;
use crate::operation::Operation;
use crate::tables::{NO_PARENT, OperationEntry, Position};
use crate::thread::Thread;
use interleave_request::{Memory, Merging};

impl World {
    /// Notes that the running thread does what makes a difference, if it does so in the destructor
    /// of a counted value (an `Arc`): then it matters which thread drops the last pointer, and when.
    pub(crate) fn note_last_drop(&mut self) {
        self.watched.counts |= self.threads[self.running.0].drops.contains(&true);
    }

    pub(crate) fn add_thread(
        &mut self,
        parent: Option<ThreadId>,
        fiber: Fiber,
        site: Option<Site>,
        name: Option<&str>,
    ) -> ThreadId {
        let parent_id = parent;
        let (parent, nth, history, knowledge) = match parent {
            None => (NO_PARENT, 0, Fingerprint::default(), Knowledge::default()),
            Some(parent) => {
                let parent = &mut self.threads[parent.0];
                parent.started += 1;
                let knowledge = Knowledge::of_child(&parent.knowledge);
                (parent.number, parent.started, parent.history, knowledge)
            }
        };
        let number = self.tables.thread(parent, nth, site, name);
        // No two threads ever have the same history: a history also stands for what a thread has
        // made of a value that cannot be looked into.
        let history = history.then(Fingerprint::of(&number.to_le_bytes()));
        let mut thread = Thread::new(number, fiber, history, name);
        thread.knowledge = knowledge;
        self.threads.push(thread);
        let child = ThreadId(self.threads.len() - 1);
        if let Some(parent) = parent_id {
            self.order_child(parent, child);
        }
        child
    }

    /// Notes that the running thread has come to `operation`.
    pub(crate) fn park(
        &mut self,
        operation: &'static mut dyn Operation,
        marker: *const u8,
    ) -> Suspender {
        let what = operation.what();
        let deadline = what.timeout.map(|timeout| self.clock + timeout);
        let site = what.site;
        self.note_last_drop();
        let writes = self
            .plain
            .as_mut()
            .map_or(0, |plain| plain.knows(self.running).writes);
        let thread = &mut self.threads[self.running.0];
        thread.deadline = deadline;
        let suspender = thread.fiber.suspender();
        let stack = suspender.stack_above(marker);
        thread.stack = stack.clone();
        if self.model.merging != Merging::Never {
            // SAFETY: all threads are suspended but this one, which is here.
            unsafe { self.come_round(stack, writes) };
        }
        let thread = &mut self.threads[self.running.0];
        let known = self
            .tables
            .parked_at(thread.number, thread.history)
            .is_some();
        thread.position = match site {
            _ if known => None,
            Some(site) => Some(self.tables.position(site)),
            None => None,
        };
        if !known && thread.position.is_none_or(|position| position == (0, 0)) {
            thread.position = crate::backtrace::caller(&self.tables);
            crate::fiber::wipe_much();
        }
        thread.park(operation);
        suspender
    }

    /// The number of the operation at which `thread` is parked.
    pub(crate) fn operation_number(&mut self, thread: ThreadId) -> Option<u32> {
        let parked = &self.threads[thread.0];
        let what = parked.operation()?.what();
        if let Some(number) = self.tables.parked_at(parked.number, parked.history) {
            let known = &self.tables.operations.entries()[number as usize];
            let object = what.object.map(|object| self.object_number(object));
            let same_object = known.object == object || !interleave_introspect::ANY_TYPE;
            if known.verb != what.verb || !same_object {
                self.different.get_or_insert((number, what.verb));
            }
            return Some(number);
        }
        let entry = OperationEntry {
            verb: what.verb,
            object: what.object.map(|object| self.object_number(object)),
            detail: what.detail.map(|detail| detail(self)).unwrap_or_default(),
            position: parked.position.unwrap_or((0, 0)),
        };
        let (thread, history) = (parked.number, parked.history);
        let number = self.tables.operations.number(entry);
        self.tables.set_parked_at(thread, history, number);
        Some(number)
    }

    /// `thread` gets to know what another knows, which it has waited for.
    pub(crate) fn learn_from(&mut self, thread: ThreadId, other: ThreadId) {
        if self.model.memory == Memory::Weak {
            let view = self.threads[other.0].knowledge.view.clone();
            self.threads[thread.0].knowledge.view.join(&view);
        }
    }

    /// The place at which a thread is parked.
    pub(crate) fn parked_position(&mut self, thread: ThreadId) -> Position {
        self.operation_number(thread).map_or((0, 0), |number| {
            self.tables.operations.entries()[number as usize].position
        })
    }
}
