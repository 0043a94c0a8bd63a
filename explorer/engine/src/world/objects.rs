//! The shared objects of an execution.

use super::World;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::heap;
use crate::memory::View;
use crate::object::{Object, ObjectId, Region, Site};
use crate::plain::order::Order;
use crate::seen::Seen;
use crate::tables::Origin;
use std::ops::Range;
use std::ptr;

/// An object that was made or used, and what is known of it.
pub(super) struct Slot {
    pub(super) number: u32,
    pub(super) state: Option<Box<dyn Object>>,
    /// What the operations on it were, and in which order.
    pub(super) version: Fingerprint,
    /// What it held after the latest of them.
    pub(super) held: Fingerprint,
    /// What those knew of the timelines who have used it.
    pub(super) view: View,
    /// The memory that belongs to it, and the block in which that lies.
    pub(super) region: (Range<usize>, Option<u64>),
    /// Whether a thread that has it to itself has learnt what it holds, and may change it, since it
    /// was used last.
    pub(super) lent: bool,
}

impl World {
    /// Puts into the running thread's history what it learns of an object without a step, because
    /// it has the object to itself: it takes the object apart, or has the only reference to it.
    ///
    /// What the others did to the object is in their histories, not in this one's, and once the
    /// object is gone it is in no state any more.
    pub fn learn(&mut self, id: ObjectId, seen: Seen) {
        let version = match self.model.merging.is_by_history() {
            true => self.objects[id.0].version,
            false => Fingerprint::default(),
        };
        self.objects[id.0].lent = true;
        let thread = &mut self.threads[self.running.0];
        thread.history = thread.history.then(seen.0).then(version);
    }

    pub(super) fn born(&mut self, site: Site) -> u64 {
        let id = self.add_made(site);
        self.epoch << 32 | id.0 as u64
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.epoch
    }

    pub(super) fn add(&mut self, origin: Origin, site: Option<Site>) -> ObjectId {
        let number = self.tables.object(origin, site);
        self.objects.push(Slot {
            number,
            state: None,
            version: Fingerprint::default(),
            held: Fingerprint::default(),
            view: View::default(),
            region: (0..0, None),
            lent: false,
        });
        ObjectId(self.objects.len() - 1)
    }

    pub(crate) fn add_static(&mut self, site: Site, address: usize) -> ObjectId {
        self.add(Origin::Static(address), Some(site))
    }

    /// An object that the running thread touches as the first one, where it cannot be told which
    /// thread has made it. Which number it gets depends on who comes first, so it becomes part of
    /// the histories of those who use it.
    pub(crate) fn add_first_touched(&mut self, site: Site) -> ObjectId {
        let place = ptr::from_ref(site) as usize;
        let nth = self
            .touched
            .entry(place)
            .and_modify(|nth| *nth += 1)
            .or_insert(0);
        let origin = Origin::Touched {
            site: place,
            nth: *nth,
        };
        self.add(origin, Some(site))
    }

    /// An object that the running thread makes.
    fn add_made(&mut self, site: Site) -> ObjectId {
        let thread = &mut self.threads[self.running.0];
        let place = ptr::from_ref(site) as usize;
        let nth = thread
            .made
            .entry(place)
            .and_modify(|nth| *nth += 1)
            .or_insert(0);
        let origin = Origin::MadeBy {
            thread: thread.number,
            site: place,
            nth: *nth,
        };
        self.add(origin, Some(site))
    }

    /// Forgets an object of this execution that is being dropped by the running thread.
    pub(crate) fn remove(&mut self, stamp: u64) {
        let Some(id) = self.known(stamp) else { return };
        if self.state(id).has_destructor() {
            self.learn(id, Seen(self.holds(id)));
        }
        self.objects[id.0].state = None;
    }

    /// The object of this execution with this stamp, if it has been used.
    pub(crate) fn known(&self, stamp: u64) -> Option<ObjectId> {
        let id = ObjectId((stamp & u64::from(u32::MAX)) as usize);
        (stamp >> 32 == self.epoch && self.has_state(id)).then_some(id)
    }

    /// An object that stands for plain memory, and whether none was met before that did.
    pub(crate) fn add_memory(&mut self, origin: Origin) -> (ObjectId, bool) {
        let is_new = !self.tables.knows(origin);
        (self.add(origin, None), is_new)
    }

    pub(crate) fn order_of(&self, id: ObjectId) -> Order {
        let state = self.objects[id.0].state.as_ref();
        state.map_or(Order::Nothing, |state| state.order())
    }

    pub(crate) fn has_state(&self, id: ObjectId) -> bool {
        self.objects[id.0].state.is_some()
    }

    /// Notes that an object is used, and where its memory lies: it may have been moved since it was
    /// last used.
    pub(crate) fn set_region(&mut self, id: ObjectId, (start, length): Region) {
        self.objects[id.0].lent = false;
        if self.watched.rounds {
            let start = start as usize;
            self.objects[id.0].region = (start..start + length, heap::serial(start));
        }
    }

    /// The objects that are there, and their memory. One that has been moved and not used since has
    /// none: there may be something else now. What is lent is a thread's own like any other memory.
    pub(crate) fn regions_of_objects(&self) -> impl Iterator<Item = (ObjectId, Range<usize>)> {
        let objects = self.objects.iter().enumerate();
        objects.filter_map(|(index, slot)| {
            let (region, block) = &slot.region;
            let there = slot.state.is_some() && !slot.lent && heap::serial(region.start) == *block;
            there.then(|| (ObjectId(index), region.clone()))
        })
    }

    pub(crate) fn set_state(&mut self, id: ObjectId, state: Box<dyn Object>) {
        self.tables.object_mut(self.objects[id.0].number).kind = state.kind();
        self.objects[id.0].state = Some(state);
        self.objects[id.0].held = self.holds(id);
    }

    /// The fingerprint of what an object holds.
    pub(super) fn holds(&self, id: ObjectId) -> Fingerprint {
        let mut all = Fingerprinter::new();
        self.state(id).fingerprint(self, &mut all);
        all.finish()
    }

    pub(super) fn state(&self, id: ObjectId) -> &dyn Object {
        let state = self.objects[id.0].state.as_deref();
        state.expect("an object in use has a state")
    }

    pub(super) fn note_use(&self, id: ObjectId, changed: bool) {
        if let Some(used) = &mut *self.used.borrow_mut() {
            match used.iter_mut().find(|(other, _)| *other == id) {
                Some((_, already)) => *already |= changed,
                None => used.push((id, changed)),
            }
        }
    }

    /// What an object shows now, if it is still there.
    pub(crate) fn shown(&self, id: ObjectId) -> Option<String> {
        let state = self.objects[id.0].state.as_ref()?;
        Some(state.show(self))
    }

    /// What every object shows now: its number, and its state as text.
    pub(crate) fn values(&self) -> Vec<(u32, String)> {
        let shown = |slot: &Slot| Some((slot.number, slot.state.as_ref()?.show(self)));
        let mut values: Vec<_> = self.objects.iter().filter_map(shown).collect();
        values.sort_unstable();
        values
    }
}
