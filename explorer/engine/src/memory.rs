//! Weak memory: which of the values that an atomic has had a load may see.
//!
//! Under sequential consistency a load sees the latest store, and nothing of this is used. Under
//! `Memory::Weak` each atomic keeps a *timeline*: all values that it has had, in the one order on
//! which all threads agree (the modification order of the C11 model). Each thread has a *view*: how
//! far along each timeline it has got. A load may see any value that is not behind the thread's
//! view, and then the view has got that far.
//!
//! What orderings do is to hand views on. A release store attaches the thread's view to the value;
//! an acquire load that sees the value adds that view to its own, and so cannot see anything older
//! than what the storing thread knew. Fences do the same for the relaxed accesses around them.
//! Sequentially consistent accesses go through one more view, which all threads share.
//!
//! This is the operational reading of the model (as in the "promising semantics", without
//! promises). Not modelled: a store that takes effect before a load that stands before it (load
//! buffering) and stores that enter a timeline before its end (2+2W). Locks, channels, and all that
//! is no atomic hand views on to everyone who uses them after, which is more than std promises.

use crate::fingerprint::Fingerprinter;
use crate::object::ObjectId;
use crate::world::{ThreadId, World};
use std::sync::atomic::Ordering;

/// How far along each timeline somebody has got.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View(Vec<u32>);

impl View {
    fn at(&self, object: ObjectId) -> u32 {
        self.0.get(object.0).copied().unwrap_or(0)
    }

    fn advance(&mut self, object: ObjectId, to: u32) {
        if self.0.len() <= object.0 {
            self.0.resize(object.0 + 1, 0);
        }
        self.0[object.0] = self.0[object.0].max(to);
    }

    /// Whether `other` has got as far, everywhere.
    fn is_within(&self, other: &View) -> bool {
        let ahead = |(index, at): (usize, &u32)| *at > other.at(ObjectId(index));
        !self.0.iter().enumerate().any(ahead)
    }

    /// Gets as far as `other` has got, everywhere.
    pub(crate) fn join(&mut self, other: &View) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own = (*own).max(*other);
        }
    }

    /// Adds it to a fingerprint, counted from where the last thread is: nobody can see what is
    /// further back, so it makes no difference.
    pub(crate) fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        let ahead = |(index, at): (usize, &u32)| {
            let object = ObjectId(index);
            let ahead = at.saturating_sub(world.floor(object));
            (ahead > 0).then(|| (world.object_number(object), ahead))
        };
        let mut entries: Vec<_> = self.0.iter().enumerate().filter_map(ahead).collect();
        entries.sort_unstable();
        into.number(entries.len() as u64);
        for (object, ahead) in entries {
            into.number(object.into());
            into.number(ahead.into());
        }
    }
}

/// What a thread knows of the timelines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Knowledge {
    pub(crate) view: View,
    /// What it has seen by relaxed loads: an acquire fence makes it part of the view.
    acquirable: View,
    /// Its view at the latest release fence: relaxed stores hand it on.
    released: View,
}

impl Knowledge {
    pub(crate) fn of_child(parent: &Knowledge) -> Knowledge {
        Knowledge {
            view: parent.view.clone(),
            ..Knowledge::default()
        }
    }

    pub(crate) fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        self.view.fingerprint(world, into);
        self.acquirable.fingerprint(world, into);
        self.released.fingerprint(world, into);
    }
}

pub(crate) fn acquires(ordering: Ordering) -> bool {
    matches!(
        ordering,
        Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst
    )
}

pub(crate) fn releases(ordering: Ordering) -> bool {
    matches!(
        ordering,
        Ordering::Release | Ordering::AcqRel | Ordering::SeqCst
    )
}

/// Whether a store belongs to a read-modify-write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// To none.
    No,
    /// To one that writes another value than it has read.
    Other,
    /// To one that writes what it has read.
    Same,
}

/// A value on a timeline, as a load finds it.
#[derive(Clone, Debug)]
pub struct Sight {
    time: u32,
    attached: View,
}

/// All values that an atomic has had.
pub struct Timeline<T> {
    entries: Vec<(T, View)>,
}

impl<T: Copy> Timeline<T> {
    /// The timeline of an atomic that has this value at first.
    pub fn new(value: T) -> Self {
        Timeline {
            entries: vec![(value, View::default())],
        }
    }

    fn newest(&self) -> usize {
        self.entries.len() - 1
    }

    /// How many values the thread may see by a load: the newest, the one before, and so on.
    pub fn visible(&self, world: &World, me: ThreadId, id: ObjectId, ordering: Ordering) -> u32 {
        let mut oldest = world.threads[me.0].knowledge.view.at(id);
        if ordering == Ordering::SeqCst {
            oldest = oldest.max(world.consistent.at(id));
        }
        self.newest() as u32 - oldest + 1
    }

    /// The value that is `back` steps before the newest, and what goes with it.
    pub fn sight(&self, back: u32) -> (T, Sight) {
        let index = self.newest() - back as usize;
        let (value, attached) = &self.entries[index];
        (
            *value,
            Sight {
                time: index as u32,
                attached: attached.clone(),
            },
        )
    }

    /// A new value, with what [`World::store`] attaches to it; nothing if that says that it is none.
    pub fn push(&mut self, value: T, attached: Sight) {
        if attached.time as usize == self.entries.len() {
            self.entries.push((value, attached.attached));
        }
    }

    /// Sets the newest value right, which somebody who had the atomic to itself has changed.
    pub fn correct(&mut self, value: T) {
        if let Some((newest, _)) = self.entries.last_mut() {
            *newest = value;
        }
    }

    /// Adds to a fingerprint what somebody can still see.
    pub fn fingerprint(
        &self,
        world: &World,
        id: ObjectId,
        into: &mut Fingerprinter,
        bits: impl Fn(T) -> u64,
    ) {
        let seen_by_all = world.floor(id) as usize;
        for (value, attached) in &self.entries[seen_by_all..] {
            into.number(bits(*value));
            attached.fingerprint(world, into);
        }
    }
}

impl World {
    /// How far every thread has got along the timeline of `object`.
    pub(crate) fn floor(&self, object: ObjectId) -> u32 {
        let alive = self.threads.iter().filter(|thread| thread.ending.is_none());
        alive
            .map(|thread| thread.knowledge.view.at(object))
            .min()
            .unwrap_or(0)
    }

    /// What a thread gets to know by a load.
    pub fn load(&mut self, me: ThreadId, id: ObjectId, sight: &Sight, ordering: Ordering) {
        let knowledge = &mut self.threads[me.0].knowledge;
        knowledge.view.advance(id, sight.time);
        match acquires(ordering) {
            true => knowledge.view.join(&sight.attached),
            false => knowledge.acquirable.join(&sight.attached),
        }
    }

    /// What a store attaches to its value. It comes after the value of `before`, the newest;
    /// A read-modify-write hands on what was attached to the value that it replaces. If it leaves
    /// the value as it was, and hands on nothing more, it makes no new one: nobody could tell the
    /// two apart. So a loop of swaps comes round.
    pub fn store(
        &mut self,
        me: ThreadId,
        id: ObjectId,
        before: &Sight,
        update: Update,
        ordering: Ordering,
    ) -> Sight {
        let knowledge = &mut self.threads[me.0].knowledge;
        let mut attached = match releases(ordering) {
            true => knowledge.view.clone(),
            false => knowledge.released.clone(),
        };
        let time = match update {
            Update::Same if attached.is_within(&before.attached) => before.time,
            _ => before.time + 1,
        };
        knowledge.view.advance(id, time);
        attached.advance(id, time);
        if update != Update::No {
            attached.join(&before.attached);
        }
        if ordering == Ordering::SeqCst {
            self.consistent.advance(id, time);
        }
        Sight { time, attached }
    }

    /// What goes with the value that the running thread writes without a step, because it has the
    /// atomic to itself.
    pub fn store_of_owner(&mut self, id: ObjectId, before: &Sight) -> Sight {
        self.store(self.running, id, before, Update::No, Ordering::Relaxed)
    }

    /// The effect of a fence.
    pub fn fence(&mut self, me: ThreadId, ordering: Ordering) {
        let knowledge = &mut self.threads[me.0].knowledge;
        if acquires(ordering) {
            let seen = std::mem::take(&mut knowledge.acquirable);
            knowledge.view.join(&seen);
        }
        if ordering == Ordering::SeqCst {
            knowledge.view.join(&self.consistent);
            self.consistent.join(&knowledge.view);
        }
        if releases(ordering) {
            knowledge.released = knowledge.view.clone();
        }
    }
}
