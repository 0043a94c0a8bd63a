//! What happens before what.
//!
//! Two accesses are ordered if the second thread knew, when it came to its own, that the first had
//! happened. Threads get to know it by synchronization alone: a thread that *hands on* what it
//! knows (unlocks, stores with `Release`, sends, starts a thread, ends) and one that *takes it up*
//! (locks, loads with `Acquire`, receives, begins, joins). What merely happened earlier in a
//! schedule orders nothing.

use super::Plain;
use super::clock::Clock;
use crate::fingerprint::Fingerprinter;
use crate::object::ObjectId;
use crate::world::{ThreadId, World};

/// Which operations on an object put the threads in order that perform them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// None by themselves: the stand-in says it where it is so, by [`World::hand_on`] and
    /// [`World::take_up`].
    Nothing,
    /// Those that change it: each takes up what the earlier ones have handed on. One that only
    /// looks (a `try_lock` that fails) does not.
    Changes,
    /// The same, and one that only looks takes up what was handed on (passing a barrier).
    Uses,
}

/// What a thread knows to have happened.
#[derive(Debug, Default)]
pub(crate) struct Knows {
    pub(crate) clock: Clock,
    /// What it has seen by relaxed loads: an acquire fence makes it known.
    pub(crate) acquirable: Clock,
    /// What it knew at its latest release fence: relaxed stores hand that on.
    pub(crate) fenced: Clock,
    /// Whether it has handed on what it knows since its latest access.
    handed_on: bool,
    /// How many accesses it has made since its latest operation.
    pub(crate) silent: u32,
    /// How often it has written to `static`s.
    pub(crate) writes: u64,
    /// What it knew before it took up what other owners of a value have done, which it drops as
    /// the last one: the address of the count, and the clock then.
    pub(crate) dropping: Vec<(usize, Clock)>,
    /// The count that it has accessed last.
    pub(crate) counted: usize,
}

/// What an object hands on.
#[derive(Debug, Default)]
pub(crate) struct Handed {
    /// To everybody.
    clock: Clock,
    /// To those alone who have it to themselves: what readers did.
    by_readers: Clock,
    /// Whether the operation that takes effect is a reader's.
    among_readers: bool,
    /// Whether the operation that takes effect puts nobody in order.
    orders_nothing: bool,
}

impl Plain {
    pub(crate) fn knows(&mut self, thread: ThreadId) -> &mut Knows {
        let count = self.threads.len().max(thread.0 + 1);
        self.threads.resize_with(count, Knows::default);
        &mut self.threads[thread.0]
    }

    /// The epoch in which `thread` makes an access now.
    pub(crate) fn epoch(&mut self, thread: ThreadId) -> u32 {
        let knows = self.knows(thread);
        let now = knows.clock.at(thread);
        if now == 0 || knows.handed_on {
            knows.handed_on = false;
            knows.clock.advance(thread, now + 1);
        }
        knows.clock.at(thread)
    }

    /// What `thread` knows, to be handed on.
    pub(crate) fn release(&mut self, thread: ThreadId) -> Clock {
        let knows = self.knows(thread);
        knows.handed_on = true;
        knows.clock.clone()
    }

    pub(crate) fn acquire(&mut self, thread: ThreadId, clock: &Clock) {
        let knows = self.knows(thread);
        knows.clock.join(clock);
        // What it takes up while it drops a value it knows for good.
        for (_, before) in &mut knows.dropping {
            before.join(clock);
        }
    }

    /// An operation of `thread` on an object has taken effect.
    fn note_operation(&mut self, thread: ThreadId, id: ObjectId, order: Order, changed: bool) {
        let (takes_up, hands_on) = match order {
            Order::Nothing => return,
            Order::Changes => (changed, changed),
            Order::Uses => (true, changed),
        };
        let mut handed = self.objects.remove(&id).unwrap_or_default();
        let among_readers = std::mem::take(&mut handed.among_readers);
        let orders_nothing = std::mem::take(&mut handed.orders_nothing);
        let (takes_up, hands_on) = (takes_up && !orders_nothing, hands_on && !orders_nothing);
        if takes_up {
            self.acquire(thread, &handed.clock);
            if !among_readers {
                self.acquire(thread, &handed.by_readers);
            }
        }
        if hands_on {
            let clock = self.release(thread);
            match among_readers {
                true => handed.by_readers.join(&clock),
                false => handed.clock.join(&clock),
            }
        }
        self.objects.insert(id, handed);
    }
}

impl World {
    /// Whether plain memory is looked at, so that it matters what happens before what.
    pub fn sees_memory(&self) -> bool {
        self.plain.is_some()
    }

    /// What `thread` knows to have happened, for whoever takes it up. Nothing if plain memory is
    /// not looked at.
    pub fn hand_on(&mut self, thread: ThreadId) -> Clock {
        self.plain
            .as_mut()
            .map_or_else(Clock::default, |plain| plain.release(thread))
    }

    /// `thread` gets to know what somebody has handed on.
    pub fn take_up(&mut self, thread: ThreadId, clock: &Clock) {
        if let Some(plain) = &mut self.plain {
            plain.acquire(thread, clock);
        }
    }

    /// Says of the operation that takes effect that it is a reader's: it is not put in order with
    /// those of other readers.
    pub fn among_readers(&mut self, id: ObjectId) {
        if let Some(plain) = &mut self.plain {
            plain.objects.entry(id).or_default().among_readers = true;
        }
    }

    /// Says of the operation that takes effect that it puts nobody in order, although it changes
    /// the object: somebody has found out that it must wait.
    pub fn orders_nothing(&mut self, id: ObjectId) {
        if let Some(plain) = &mut self.plain {
            plain.objects.entry(id).or_default().orders_nothing = true;
        }
    }

    /// Puts the operation of `thread` in order that was `on` an object, and has used these.
    pub(crate) fn order_operation(
        &mut self,
        thread: ThreadId,
        on: Option<ObjectId>,
        used: &[(ObjectId, bool)],
    ) {
        if self.plain.is_none() {
            return;
        }
        let on = on.filter(|on| used.iter().all(|(id, _)| id != on));
        for (id, changed) in on
            .map(|on| (on, false))
            .into_iter()
            .chain(used.iter().copied())
        {
            let order = self.order_of(id);
            if let Some(plain) = &mut self.plain {
                plain.note_operation(thread, id, order, changed);
            }
        }
        if let Some(plain) = &mut self.plain {
            plain.knows(thread).silent = 0;
        }
    }

    /// A thread begins, which knows what the one knew that has started it.
    pub(crate) fn order_child(&mut self, parent: ThreadId, child: ThreadId) {
        if let Some(plain) = &mut self.plain {
            let clock = plain.release(parent);
            plain.acquire(child, &clock);
        }
    }

    /// `thread` has waited for the end of another.
    pub(crate) fn order_join(&mut self, thread: ThreadId, ended: ThreadId) {
        if let Some(plain) = &mut self.plain {
            let clock = plain.release(ended);
            plain.acquire(thread, &clock);
        }
    }

    /// Adds to a fingerprint who knows what. States that are reached by the same operations in
    /// the same order are equal in that as well, save where an operation changes nothing that can
    /// be seen and yet hands something on (a store of the value that is there).
    pub(crate) fn fingerprint_order(&self, into: &mut Fingerprinter) {
        let Some(plain) = &self.plain else { return };
        let mut threads: Vec<_> = (0..plain.threads.len()).map(ThreadId).collect();
        threads.sort_unstable_by_key(|thread| self.thread_number(*thread));
        for thread in threads {
            let knows = &plain.threads[thread.0];
            knows.clock.fingerprint(self, into);
            knows.acquirable.fingerprint(self, into);
            knows.fenced.fingerprint(self, into);
        }
        let mut atomics: Vec<_> = plain.atomics.iter().collect();
        atomics.sort_unstable_by_key(|(id, _)| self.object_number(**id));
        for (id, clocks) in atomics {
            into.number(self.object_number(*id).into());
            for clock in clocks {
                clock.fingerprint(self, into);
            }
        }
    }
}
